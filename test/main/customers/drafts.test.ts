import { describe, expect, it } from 'vitest';
import { customerSchema } from '../../../preload/contract/customers.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good, thea } from './desk.ts';
import { lostAnswer, scripted } from './scripted.ts';

describe('a draft', () => {
  it('is saved as typed, half filled and wrong, and survives a restart', async () => {
    const at = await desk();
    const handlers = at.customers.handlers;
    const fields = { ...thea, email: 'half@', dob: '1991-02-30', lastName: '  ' };
    const saved = good(await handlers['customers.save']({ id: null, fields }));
    expect(customerSchema.parse(saved)).toEqual(saved);
    expect(saved).toMatchObject({ state: 'draft', fields, name: 'Thea Ines', remoteId: null, locked: [] });
    at.now += 1000;
    good(await handlers['customers.save']({ id: saved.id, fields: { ...fields, city: 'Leeds' } }));
    at.restart();
    expect(await at.get(saved.id)).toMatchObject({ fields: { ...fields, city: 'Leeds' }, updatedAt: at.now, timeline: [{ what: 'Started', source: 'you' }] });
  });

  it('is listed, searched and paged with the rest', async () => {
    const at = await desk();
    for (const lastName of ['Marlowe', 'Obi', 'Kamau']) {
      at.now += 1;
      await at.draft({ lastName, email: `${lastName}@quay.example` }, []);
    }
    const list = at.customers.handlers['customers.list'];
    const first = good(await list({ query: '', states: [], cursor: null, limit: 2 }));
    expect(first).toMatchObject({ total: 3, rows: [{ name: 'Thea Ines Kamau' }, { name: 'Thea Ines Obi' }] });
    expect(good(await list({ query: '', states: [], cursor: first.next, limit: 2 }))).toMatchObject({ next: null, rows: [{ name: 'Thea Ines Marlowe' }] });
    expect(good(await list({ query: 'obi', states: ['draft'], cursor: null, limit: 2 })).total).toBe(1);
    expect(good(await list({ query: '', states: ['verified'], cursor: null, limit: 2 })).total).toBe(0);
    expect(at.customers.search('kamau')).toMatchObject([{ name: 'Thea Ines Kamau' }]);
    expect(at.customers.search(' ')).toEqual([]);
  });

  it('is not found when it isn\u2019t there', async () => {
    const at = await desk();
    for (const channel of ['customers.get', 'customers.submit', 'customers.check', 'customers.discard', 'customers.twins', 'customers.supportNote'] as const) {
      expect(await at.customers.handlers[channel]({ id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
    expect(bad(await at.customers.handlers['customers.save']({ id: 'nobody', fields: thea })).code).toBe('not-found');
  });

  it('is refused while the store is closed', async () => {
    const at = await desk();
    at.store.close();
    expect(bad(await at.customers.handlers['customers.save']({ id: null, fields: thea })).code).toBe('locked');
  });
});

describe('discarding', () => {
  it('takes the draft and its files away', async () => {
    const at = await desk();
    const { id } = await at.draft();
    good(await at.customers.handlers['customers.discard']({ id }));
    expect(bad(await at.customers.handlers['customers.get']({ id })).code).toBe('not-found');
    expect(await at.files()).toEqual([]);
    expect(at.changed.at(-1)).toBeNull();
  });

  it('is possible after a definite refusal, and not while a creation may have arrived', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const [refused, lost] = [await at.draft(), await at.draft({ email: 'lost@quay.example', idNumber: 'LOST1234' })];
    provider.failNext('create', appError('validation', 'Refused.'));
    bad(await at.customers.handlers['customers.submit']({ id: refused.id }));
    provider.failNext('create', lostAnswer);
    bad(await at.customers.handlers['customers.submit']({ id: lost.id }));
    good(await at.customers.handlers['customers.discard']({ id: refused.id }));
    expect(bad(await at.customers.handlers['customers.discard']({ id: lost.id })).code).toBe('conflict');
  });

  it('is not possible once Blaaiz has the customer', async () => {
    const at = await desk(scripted());
    const { id } = await at.draft();
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(bad(await at.customers.handlers['customers.discard']({ id })).code).toBe('conflict');
    expect(bad(await at.customers.handlers['customers.save']({ id, fields: thea })).code).toBe('conflict');
  });
});
