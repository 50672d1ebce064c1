import { describe, expect, it } from 'vitest';
import { withReply, type ProviderRig } from '../support/blaaiz.ts';
import type { Answer } from '../support/server.ts';

const ask = <T>(body: unknown, call: (provider: ProviderRig['provider']) => Promise<T>, status = 200) =>
  withReply({ status, body }, ({ provider }) => call(provider));
const values = async <T>(bodies: readonly unknown[], call: (provider: ProviderRig['provider']) => Promise<T>) => {
  const all: T[] = [];
  for (const body of bodies) all.push(await ask(body, call));
  return all;
};

describe('wallets', () => {
  const row = { id: 'w1', business_id: 'b', currency: 'NGN', currency_id: '1', amount: 2500000.5, is_active: true };
  const kobo = (minor: number) => ({ ok: true, value: [expect.objectContaining({ id: 'w1', balance: { minor, currency: 'NGN' } })] });
  const wallets = (provider: ProviderRig['provider']) => provider.payouts.wallets();

  it('are read bare or under data', async () => {
    expect(await values([[row], { message: 'ok', data: [row] }, { data: { data: [row] } }], wallets)).toEqual([kobo(250000050), kobo(250000050), kobo(250000050)]);
  });
  it('have their balance in `amount`, else in `balance`, as number or text', async () => {
    const { amount: _amount, ...rest } = row;
    expect(await values([[{ ...row, amount: '1200.00' }], [{ ...rest, balance: '7.5' }], [{ ...row, amount: 0, balance: 9 }]], wallets)).toEqual([kobo(120000), kobo(750), kobo(0)]);
  });
  it('keep every digit of a huge balance', async () => {
    expect(await ask('[{"id":"w1","currency":"NGN","amount":90071992547409.91}]', wallets)).toEqual(kobo(9007199254740991));
  });
  it('in a currency we don\u2019t know are passed over', async () => {
    expect(await ask([row, { ...row, id: 'w2', currency: 'JPY' }], wallets)).toEqual(kobo(250000050));
  });
  it('whose balance can\u2019t be read are an error and not left out', async () => {
    expect(await ask([{ ...row, amount: null }], wallets)).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
  });
  it('with numeric ids and flags are read', async () => {
    expect(await ask([{ ...row, id: 7, is_active: 0 }], wallets)).toMatchObject({ value: [{ id: '7', active: false }] });
  });
});

describe('banks and look-ups', () => {
  const bank = { id: 7, name: ' Example Bank ', code: '044', country: { code: 'NG' } };
  it('lists are read bare or wrapped, with numeric ids and absent codes', async () => {
    const expected = { ok: true, value: [{ id: '7', name: 'Example Bank', code: '044' }] };
    expect(await values([[bank], { data: [bank] }], (one) => one.payouts.banks('NGN'))).toEqual([expected, expected]);
    expect(await ask([{ ...bank, code: null }], (one) => one.payouts.banks('NGN'))).toMatchObject({ value: [{ code: '' }] });
  });
  it('a fault of the provider\u2019s own database is a fault, not an empty list', async () => {
    expect(await ask({ message: 'SQLSTATE[42S22]: Column not found' }, (one) => one.payouts.banks('NGN'), 500)).toMatchObject({ error: { code: 'provider-down' } });
  });
  it('an account name is read flat or under data', async () => {
    const expected = { ok: true, value: { accountName: 'ADA OBI' } };
    expect(await values([{ message: 'ok', account_name: 'ADA OBI' }, { data: { account_number: '1', account_name: 'ADA OBI', bank_code: '044' } }],
      (one) => one.payouts.lookupAccount('7', '0123456789'))).toEqual([expected, expected]);
  });
  it('an account nobody has is explained with the provider\u2019s words', async () => {
    expect(await ask({ message: 'Invalid account number or bank code' }, (one) => one.payouts.lookupAccount('7', '0123456789'), 400)).toMatchObject({
      error: { code: 'provider-refused', message: 'The account holder was not found. Blaaiz says: \u201cInvalid account number or bank code\u201d' } });
  });
  it('rates are text or numbers and stay exact', async () => {
    const expected = (value: string) => ({ ok: true, value: [{ pair: 'USD/NGN', value, sendable: true }] });
    expect(await values([{ data: [{ pair: 'USD/NGN', value: '1490.00' }] }, [{ pair: 'USD/NGN', value: 1490.5 }]], (one) => one.rates('USD'))).toEqual([expected('1490.00'), expected('1490.5')]);
  });
});

describe('customers', () => {
  const row = { id: 'c1', type: 'individual', email: 'a@b.test', verification_status: 'VERIFIED' };
  const get = (provider: ProviderRig['provider']) => provider.customers.get('c1');

  it('are read under data, bare, and one level deeper', async () => {
    for (const reply of await values([{ data: row }, row, { data: { data: row } }, { data: { customer: row } }], get)) expect(reply).toMatchObject({ value: { remoteId: 'c1', status: 'VERIFIED' } });
  });
  it('are judged by verification_status only, never by the old status', async () => {
    const { verification_status: _status, ...rest } = row;
    expect(await ask({ data: { ...rest, status: 'verified' } }, get)).toMatchObject({ value: { status: 'OTHER' } });
    expect(await ask({ data: { ...row, verification_status: 'UNDER_REVIEW' } }, get)).toMatchObject({ value: { status: 'OTHER' } });
    expect(await ask({ data: { ...row, verification_status: 'pending' } }, get)).toMatchObject({ value: { status: 'PENDING' } });
  });
  it('may have an empty kyc_data written as a list', async () => {
    expect(await ask({ data: { ...row, kyc_data: [] } }, get)).toMatchObject({ value: { remoteId: 'c1' } });
  });
  it('have their address and dates at the top or in kyc_data', async () => {
    expect(await ask({ data: { ...row, city: null, kyc_data: { city: 'Lagos', dob: '1990-03-14T00:00:00.000000Z', zip_code: 100001 } } }, get))
      .toMatchObject({ value: { fields: { city: 'Lagos', dob: '1990-03-14', zipCode: '100001' } } });
  });
  it('tell of extra checks and of comments', async () => {
    expect(await ask({ data: { ...row, enhanced_due_diligence: true, admin_comments: ['Too dark', 'Cropped'] } }, get)).toMatchObject({ value: { extraChecks: true, comment: 'Too dark; Cropped' } });
  });
  it('never come back with a document type that is not accepted', async () => {
    const reply = await ask({ data: { ...row, id_type: 'id_card' } }, get);
    expect(reply.ok && reply.value?.fields.idType).toBeUndefined();
  });
  it('that Blaaiz doesn\u2019t know are null', async () => {
    expect(await ask({ message: 'Customer not found' }, get, 404)).toEqual({ ok: true, value: null });
  });
});

describe('transactions', () => {
  const row = { id: 't1', status: 'SUCCESSFUL', merchant_reference: 'BUR-1', currency: 'NGN', amount: 50000, fee: 50, rate: null, recipient: null };
  const status = (provider: ProviderRig['provider']) => provider.payouts.status('t1');

  it.each([['SUCCESSFUL', 'successful'], ['completed', 'successful'], ['Completed', 'successful'], ['processing', 'processing'], ['PENDING', 'pending'], ['FAILED', 'failed'],
    ['CANCELLED', 'other'], ['EXPIRED', 'other'], ['ON_HOLD', 'other'], ['', 'other']])('status %j means %s', async (raw, folded) => {
    expect(await ask({ data: { ...row, status: raw } }, status)).toMatchObject({ value: { status: folded, rawStatus: raw } });
  });
  it('have amounts as text or numbers, and odd ones are left open', async () => {
    expect(await ask({ data: { ...row, amount: '50000.10', fee: 'about 50' } }, status)).toMatchObject({ value: { sent: { minor: 5000010, currency: 'NGN' }, fee: null } });
  });
  it('keep the words of a failure', async () => {
    expect(await ask({ data: { ...row, status: 'FAILED', failure_reason: 'Account closed' } }, status)).toMatchObject({ value: { failureReason: 'Account closed' } });
  });
});

describe('upload addresses', () => {
  const flat = { message: 'ok', file_id: 'f1', url: 'https://bucket.example.test/k', headers: { 'Content-Type': 'image/jpeg' } };
  const presign = (provider: ProviderRig['provider']) => provider.customers.presign('c1', 'identity');

  it('are read flat or nested, as url or upload_url', async () => {
    const { url, ...rest } = flat;
    for (const reply of await values([flat, { data: flat }, { data: { ...rest, upload_url: url, expires_at: 'x' } }], presign)) {
      expect(reply).toEqual({ ok: true, value: { fileId: 'f1', url, headers: { 'Content-Type': 'image/jpeg' } } });
    }
  });
  it('may have no headers, written as an empty list, or headers as one-element lists', async () => {
    expect(await values([{ ...flat, headers: [] }, { ...flat, headers: { Host: ['bucket.example.test'] } }, { ...flat, headers: undefined }], presign))
      .toMatchObject([{ value: { headers: {} } }, { value: { headers: { Host: 'bucket.example.test' } } }, { value: { headers: {} } }]);
  });
  it('that are no addresses are an error', async () => {
    expect(await ask({ ...flat, url: 'not a url' }, presign)).toMatchObject({ error: { code: 'provider-unreadable' } });
  });
});

describe('names of tax numbers', () => {
  it('are shown as given', async () => {
    const expected = { ok: true, value: { label: 'Bank Verification Number', type: 'bvn' } };
    expect(await values([{ data: { label: 'Bank Verification Number', type: 'bvn' } }, { label: 'Bank Verification Number', type: 'bvn' }], (one) => one.customers.idLabel('NG'))).toEqual([expected, expected]);
  });
});

describe('beneficiaries', () => {
  it('are read from whatever rows come', async () => {
    expect(await ask({ message: 'Customers retrieved successfully.', data: [{ id: 'x', account_name: 'ADA' }] }, (one) => one.beneficiaries('c1')))
      .toMatchObject({ ok: true, value: [{ id: 'x', accountName: 'ADA', accountNumber: null }] });
  });
});

describe('a reply that is none', () => {
  const oddities: readonly (readonly [string, Answer])[] = [
    ['HTML with 200', { body: '<html>Sign in to the network</html>' }], ['an empty body', { body: '' }], ['half a JSON', { body: '{"data":[{"id":' }],
    ['an object where a list belongs', { body: { data: { id: 'x' } } }], ['text', { body: '"hello"' }],
  ];
  it.each(oddities)('%s is an unreadable answer for every read', async (_name, answer) => {
    await withReply(answer, async ({ provider }) => {
      for (const reply of [await provider.payouts.wallets(), await provider.payouts.banks('NGN'), await provider.rates('USD'), await provider.transactions({}, 1)]) {
        expect(reply).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
      }
    });
  });
});
