import { describe, expect, it } from 'vitest';
import { emptyCustomerFields, type CustomerFields } from '../../../../preload/contract/customers.ts';
import { withReply } from '../support/blaaiz.ts';

const ife: CustomerFields = { ...emptyCustomerFields, firstName: ' Ife ', lastName: 'Bello', email: 'ife@example.test', country: 'ng', idNumber: 'B00112233', phone: '0803 123 4567', dob: '1990-01-02' };
const created = { status: 201, body: { message: 'ok', data: { id: 'c1', verification_status: 'PENDING' } } };

describe('creating a customer', () => {
  it('sends the filled fields under their wire names, always in one order', async () => {
    await withReply(created, async ({ provider }, server) => {
      expect(await provider.customers.create(ife)).toEqual({ ok: true, value: { remoteId: 'c1', status: 'PENDING', extraChecks: false, comment: null, fields: {} } });
      expect(server.seen[1]).toMatchObject({ method: 'POST', path: '/api/external/customer' });
      expect(server.seen[1]?.body).toBe('{"type":"individual","first_name":"Ife","last_name":"Bello","email":"ife@example.test","phone":"+2348031234567","country":"NG",'
        + '"dob":"1990-01-02","id_type":"passport","id_number":"B00112233"}');
    });
  });

  it('never sends a national ID card', async () => {
    await withReply(created, async ({ provider }, server) => {
      const card = { ...ife, idType: 'id_card' } as unknown as CustomerFields;
      expect(await provider.customers.create(card)).toMatchObject({ error: { code: 'id-card-refused' } });
      expect(await provider.customers.update('c1', card)).toMatchObject({ error: { code: 'id-card-refused' } });
      expect(server.seen).toHaveLength(0);
    });
  });

  it('names the fields that were refused as the form does', async () => {
    const body = { message: 'The email field is required. (and 1 more error)', errors: { email: ['The email field is required.'], id_expiry_date: ['Too early.'] } };
    await withReply({ status: 422, body }, async ({ provider }) => {
      expect(await provider.customers.create(ife)).toMatchObject({ error: { code: 'validation', fields: [{ path: 'email', message: 'The email field is required.' }, { path: 'idExpiryDate', message: 'Too early.' }] } });
    });
  });

  it('tells a twin from a typing mistake', async () => {
    await withReply({ status: 422, body: { message: 'x', errors: { email: ['The email has already been taken.'] } } }, async ({ provider }) => {
      expect(await provider.customers.create(ife)).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'email' }] } });
    });
  });

  it('says that it may have arrived when the line breaks, and is not repeated', async () => {
    await withReply('cut', async ({ provider }, server) => {
      expect(await provider.customers.create(ife)).toMatchObject({ error: { code: 'outcome-unknown' } });
      expect(server.seen.filter((one) => one.path === '/api/external/customer')).toHaveLength(1);
    });
  });
});

describe('changing a customer', () => {
  it('puts only what is given', async () => {
    await withReply({ body: { data: { id: 'c1', verification_status: 'VERIFIED' } } }, async ({ provider }, server) => {
      await provider.customers.update('c/1', { tin: '22', city: '' });
      expect(server.seen[1]).toMatchObject({ method: 'PUT', path: '/api/external/customer/c%2F1', body: '{"tin":"22"}' });
    });
  });
});

describe('looking for twins', () => {
  const person = (id: string, more: object = {}) => ({ id, type: 'individual', email: 'ife@example.test', id_number: 'B00112233', verification_status: 'PENDING', ...more });

  it('asks by e-mail and by document number and gives each customer once', async () => {
    await withReply({ body: { data: [person('c1')] } }, async ({ provider }, server) => {
      expect(await provider.customers.findTwins({ email: 'IFE@example.test', idNumber: 'B00112233' })).toMatchObject({ ok: true, value: [{ remoteId: 'c1' }] });
      expect(server.seen.slice(1).map((one) => one.path)).toEqual([
        '/api/external/customer?email=IFE%40example.test&paginate=true&page=1', '/api/external/customer?id_number=B00112233&paginate=true&page=1']);
    });
  });

  it('reads every page, by number and never by the address in the reply', async () => {
    await withReply((_seen, calls) => ({ body: { data: [person(`c${calls.length}`)], links: { next: 'https://evil.test' }, meta: { current_page: calls.length, last_page: 3 } } }), async ({ provider }) => {
      expect(await provider.customers.findTwins({ email: 'ife@example.test' })).toMatchObject({ value: [{ remoteId: 'c1' }, { remoteId: 'c2' }, { remoteId: 'c3' }] });
    });
  });

  it('does not go on for ever', async () => {
    await withReply((_seen, calls) => ({ body: { data: [], meta: { current_page: calls.length, last_page: 9999 } } }), async ({ provider }, server) => {
      await provider.customers.findTwins({ email: 'ife@example.test' });
      expect(server.seen).toHaveLength(21);
    });
  });

  it('checks again here when the server ignores the filter', async () => {
    await withReply({ body: { data: [person('c1'), person('c2', { email: 'other@example.test' })] } }, async ({ provider }) => {
      expect(await provider.customers.findTwins({ email: 'ife@example.test' })).toMatchObject({ value: [{ remoteId: 'c1' }] });
    });
  });

  it('asks nothing when there is nothing to match', async () => {
    await withReply({}, async ({ provider }, server) => {
      expect(await provider.customers.findTwins({ email: ' ' })).toEqual({ ok: true, value: [] });
      expect(server.seen).toHaveLength(0);
    });
  });
});
