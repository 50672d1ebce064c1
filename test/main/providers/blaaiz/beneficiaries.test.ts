import { expect, it } from 'vitest';
import { withReply } from '../support/blaaiz.ts';

it('reads the people of just this customer, with null for what is not told', async () => {
  await withReply({ body: { data: [{ id: 7, account_number: 123, bank_code: '044', currency: 'NGN', bank_name: {} }] } }, async ({ provider }, server) => {
    expect(await provider.beneficiaries('c/1')).toEqual({
      ok: true, value: [{ id: '7', accountNumber: '123', accountName: null, bankName: null, bankCode: '044', currency: 'NGN' }],
    });
    expect(server.seen.at(-1)?.path).toBe('/api/external/customer/c%2F1/beneficiary');
  });
});

it('is an unreadable answer when a row has no id', async () => {
  await withReply({ body: { data: [{ account_name: 'ADA' }] } }, async ({ provider }) => {
    expect(await provider.beneficiaries('c1')).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
  });
});
