import { describe, expect, it } from 'vitest';
import { currencyReply, customerReply, feesReply, presignReply, rateReply, tokenReply, transactionReply, walletReply } from '../../../../main/providers/blaaiz/schemas.ts';

describe('replies of the provider', () => {
  it('read flags however they are written, and leave odd ones open', () => {
    const flagOf = (value: unknown): boolean | null => walletReply.parse({ id: 1, currency: 'NGN', is_active: value }).is_active;
    expect([true, 1, '1', 'true', 'active'].map(flagOf)).toEqual([true, true, true, true, true]);
    expect([false, 0, '0', 'false', 'inactive'].map(flagOf)).toEqual([false, false, false, false, false]);
    expect([undefined, null, 'yes', 2].map(flagOf)).toEqual([null, null, null, null]);
  });

  it('must name what a decision hangs on', () => {
    expect(tokenReply.safeParse({ access_token: '' }).success).toBe(false);
    expect(walletReply.safeParse({ currency: 'NGN' }).success).toBe(false);
    expect(rateReply.safeParse({ pair: 'USD/NGN', value: null }).success).toBe(false);
    expect(transactionReply.safeParse({ status: 'SUCCESSFUL' }).success).toBe(false);
    expect(feesReply.safeParse({ payout_fees: [{ method: 'WIRE', you_send: '1', total_amount_to_send: '1', recipient_gets: '1' }] }).success).toBe(false);
  });

  it('lose only the part that is odd', () => {
    expect(transactionReply.parse({ id: 't', status: 7, amount: {}, recipient: 'x', fee: '1.50' }))
      .toMatchObject({ id: 't', status: '7', amount: null, recipient: null, fee: '1.50' });
    expect(customerReply.parse({ id: 5, kyc_data: [], admin_comments: [1], dob: '1990-01-01' }))
      .toMatchObject({ id: '5', kyc_data: { dob: null, street: null }, admin_comments: null, dob: '1990-01-01' });
    expect(currencyReply.parse({ id: 11, code: 'XOF', country: [] })).toMatchObject({ id: '11', country: { short_name: null }, country_id: null });
  });

  it('give upload headers as plain texts, and refuse those that could not be sent as signed', () => {
    expect(presignReply.parse({ file_id: 'f', url: 'u', headers: { a: ['x'], b: 5, c: 'y' } }).headers).toEqual({ a: 'x', b: '5', c: 'y' });
    expect(presignReply.parse({ file_id: 'f', url: 'u', headers: [] }).headers).toEqual({});
    for (const odd of [{ a: ['x', 'y'] }, { a: [] }, { a: null }]) expect(presignReply.safeParse({ file_id: 'f', headers: odd }).success).toBe(false);
  });
});
