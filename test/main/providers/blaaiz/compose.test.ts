import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePayout } from '../../../../main/providers/blaaiz/compose.ts';
import type { PayoutOrder } from '../../../../main/providers/provider.ts';
import { currencies, type CurrencyCode, walletCurrencies } from '../../../../preload/contract/currency.ts';
import { toDecimal } from '../../../../preload/contract/money.ts';
import { destinationCurrencies, methodsFor, payeeFieldKeys, type PayeeDetails, type PayoutMethod } from '../../../../preload/contract/payee-fields.ts';
import { order } from '../support/blaaiz.ts';

const address = { street: '1 Dock Rd', city: 'Leeds', zipCode: 'LS1 1AA', country: 'gb' };
const us = { ...address, state: 'NY', accountNumber: '0001 2345', accountName: 'Ada Obi', accountType: 'checking', payeeType: 'business', bankName: 'First', routingNumber: '021000021' };
const body = (to: CurrencyCode, method: PayoutMethod, details: PayeeDetails, row: Parameters<typeof composePayout>[1] = null) =>
  JSON.parse(composePayout({ ...order, to, method, details }, row)) as Record<string, unknown>;

describe('the body of a payout', () => {
  it('is canonical: fixed order, no spaces, the amount as a number', () => {
    expect(composePayout(order, null)).toBe('{"wallet_id":"wallet-1","customer_id":"customer-1","method":"bank_transfer","from_currency_id":"GBP","to_currency_id":"NGN",'
      + '"from_amount":2400.5,"bank_id":"7","account_number":"0123456789","note":"Invoice 7","merchant_reference":"BUR-0001"}');
  });

  it('names the amount by its side', () => {
    const receive = JSON.parse(composePayout({ ...order, side: 'receive', amount: { minor: 100, currency: 'NGN' } }, null)) as Record<string, unknown>;
    expect(receive).toMatchObject({ to_amount: 1 });
    expect(receive).not.toHaveProperty('from_amount');
  });

  it('leaves an empty note out', () => {
    expect(composePayout({ ...order, note: '  ' }, null)).not.toContain('note');
  });

  it('refuses an amount in the wrong currency or without value, which would be bugs', () => {
    expect(() => composePayout({ ...order, amount: { minor: 1, currency: 'NGN' } }, null)).toThrow();
    expect(() => composePayout({ ...order, amount: { minor: 0, currency: 'GBP' } }, null)).toThrow();
  });

  it('to pounds has sort code, account and address', () => {
    expect(body('GBP', 'bank_transfer', { accountName: 'Ada Obi', sortCode: '20-00-00', accountNumber: '5577 9911', ...address })).toMatchObject({
      sort_code: '200000', account_number: '55779911', account_name: 'Ada Obi', country: 'GB', street: '1 Dock Rd', city: 'Leeds', zip_code: 'LS1 1AA' });
  });

  it('to euros has IBAN, BIC and address', () => {
    expect(body('EUR', 'bank_transfer', { accountName: 'Ada', iban: 'de89 3704 0044 0532 0130 00', bic: 'cobadeffxxx', ...address })).toMatchObject({
      iban: 'DE89370400440532013000', bic_code: 'COBADEFFXXX', account_name: 'Ada', country: 'GB', street: '1 Dock Rd', city: 'Leeds', zip_code: 'LS1 1AA' });
  });

  it('by Interac has e-mail and both names', () => {
    expect(body('CAD', 'interac', { email: 'a@b.test', interacFirstName: 'Ada', interacLastName: 'Obi' })).toMatchObject({
      method: 'interac', email: 'a@b.test', interac_first_name: 'Ada', interac_last_name: 'Obi' });
  });

  it('by ACH has the holder\u2019s kind, account and address', () => {
    const ach = body('USD', 'ach', us);
    expect(ach).toMatchObject({ type: 'business', account_number: '00012345', account_name: 'Ada Obi', account_type: 'checking', bank_name: 'First',
      routing_number: '021000021', country: 'GB', state: 'NY', street: '1 Dock Rd', city: 'Leeds', zip_code: 'LS1 1AA' });
    expect(ach).not.toHaveProperty('swift_code');
  });

  it('by wire calls the BIC a SWIFT code', () => {
    const wire = body('USD', 'wire', { ...us, bic: 'CHASUS33' });
    expect(wire).toMatchObject({ method: 'wire', swift_code: 'CHASUS33' });
    expect(wire).not.toHaveProperty('bic_code');
  });

  it('in stablecoin keeps the address as it is and goes to dollars', () => {
    expect(body('USD', 'crypto', { walletToken: 'USDT', walletNetwork: 'TRON_MAINNET', walletAddress: 'TQ5nAbC' })).toMatchObject({
      to_currency_id: 'USD', wallet_token: 'USDT', wallet_network: 'TRON_MAINNET', wallet_address: 'TQ5nAbC' });
  });

  it('by mobile money has ids for currency and country, and an international number', () => {
    const row = { id: '11', code: 'XOF', countryId: '195', country: 'SN' };
    const xof = body('XOF', 'mobile_money', { accountName: 'Awa', operatorId: '3', phoneNumber: '77 123 45 67', country: 'SN' }, row);
    expect(xof).toMatchObject({ to_currency_id: '11', country_id: '195', phone_number: '+221771234567', mobile_money_operator_id: '3', account_name: 'Awa' });
    expect(xof).not.toHaveProperty('country');
  });

  it('never carries details that the method doesn\u2019t ask for', () => {
    const everything = Object.fromEntries(payeeFieldKeys.map((key) => [key, 'X1']));
    expect(Object.keys(body('NGN', 'bank_transfer', everything)).sort()).toEqual(
      ['account_number', 'bank_id', 'customer_id', 'from_amount', 'from_currency_id', 'merchant_reference', 'method', 'note', 'to_currency_id', 'wallet_id']);
  });
});

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const anyOrder: fc.Arbitrary<PayoutOrder> = fc.record({
  merchantReference: fc.uuid(), walletId: fc.uuid(), customerRemoteId: fc.uuid(), from: fc.constantFrom(...walletCurrencies), to: fc.constantFrom(...destinationCurrencies),
  side: fc.constantFrom('send' as const, 'receive' as const), minor: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), note: words, pick: fc.nat(),
  details: fc.record(Object.fromEntries(payeeFieldKeys.map((key) => [key, words])), { requiredKeys: [] }) as fc.Arbitrary<PayeeDetails>,
}).map(({ minor, pick, ...rest }) => {
  const methods = methodsFor(rest.to);
  return { ...rest, method: methods[pick % methods.length] ?? 'bank_transfer', amount: { minor, currency: rest.side === 'send' ? rest.from : rest.to } };
});

describe('any order', () => {
  it('gives the same bytes each time, whatever the order of its keys', () => {
    fc.assert(fc.property(anyOrder, (one) => {
      const shuffled = { ...(Object.fromEntries(Object.entries(one).toReversed()) as PayoutOrder), details: Object.fromEntries(Object.entries(one.details).toReversed()) as PayeeDetails };
      expect(Buffer.from(composePayout(shuffled, null))).toEqual(Buffer.from(composePayout(one, null)));
    }));
  });

  it('reads back to what was ordered, the amount to the last unit', () => {
    fc.assert(fc.property(anyOrder, (one) => {
      const text = composePayout(one, null);
      const read = JSON.parse(text) as Record<string, unknown>;
      expect(read).toMatchObject({ wallet_id: one.walletId, customer_id: one.customerRemoteId, method: one.method, from_currency_id: one.from, to_currency_id: one.to, merchant_reference: one.merchantReference });
      const digits = /"(?:from|to)_amount":([\d.]+)/.exec(text)?.[1] ?? '';
      const { decimals } = currencies[one.amount.currency];
      const [whole = '', rest = ''] = digits.split('.');
      expect(`${whole}.${rest.padEnd(decimals, '0')}`.replace(/\.$/, '')).toBe(toDecimal(one.amount));
      expect(Buffer.from(text).toString('utf8')).toBe(text);
    }));
  });
});
