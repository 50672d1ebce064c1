import { expect, test } from 'vitest';
import { accountKey, destinationSchema, feeMethodOf, payoutMethods } from '../../../../main/sandbox/blaaiz/payout-fields.ts';
import { currencies } from '../../../../main/sandbox/seed/currencies.ts';

test('each currency is reached by its own methods and no others', () => {
  const codes = [...new Set(currencies.map((one) => one.code))];
  const reached = codes.map((code) => [code, ...payoutMethods.filter((method) => destinationSchema(code, method) !== undefined)]);
  expect(reached).toEqual([
    ['NGN', 'bank_transfer'], ['GBP', 'bank_transfer'], ['USD', 'ach', 'wire', 'crypto'], ['EUR', 'bank_transfer'], ['CAD', 'interac'],
    ...['KES', 'UGX', 'TZS', 'GHS', 'XOF'].map((code) => [code, 'mobile_money']),
  ]);
});

const wallet = { wallet_token: 'USDC', wallet_network: 'ETHEREUM_MAINNET' };
test.each([
  ['an ethereum address', `0x${'aB'.repeat(20)}`, true], ['one digit less', `0x${'a'.repeat(39)}`, false], ['a tron address', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', true],
  ['a tron address with a zero', 'TJRabPrwbZy45sbavfcjinPJC18kjpRT00', false], ['nothing', '', false],
])('crypto takes %s: %s is %s', (_what, address, fine) => {
  expect(destinationSchema('USD', 'crypto')?.safeParse({ ...wallet, wallet_address: address }).success).toBe(fine);
});

test.each(['+254712345678', '254712345678'])('mobile money takes %s', (phone) => {
  expect(destinationSchema('KES', 'mobile_money')?.safeParse({ phone_number: phone, mobile_money_operator_id: 1, account_name: 'Jo' }).success).toBe(true);
});
test.each([['0712345678', 1], ['+2547', 1], ['+254 712', 1], ['+254712345678', 99]])('mobile money refuses %s with operator %i', (phone, operator) => {
  expect(destinationSchema('KES', 'mobile_money')?.safeParse({ phone_number: phone, mobile_money_operator_id: operator, account_name: 'Jo' }).success).toBe(false);
});

test('fees know bank transfers, ACH and wires under one name', () => {
  expect(payoutMethods.map(feeMethodOf)).toEqual(['BANK_TRANSFER', 'INTERAC', 'BANK_TRANSFER', 'BANK_TRANSFER', 'CRYPTO', 'MOBILE_MONEY']);
});

test('where money goes is told without spaces, by the account before all else', () => {
  expect(accountKey({ email: 'jo@example.test', account_number: '0123 4567' })).toBe('01234567');
  expect(accountKey({ iban: 'DE89 3704' })).toBe('DE893704');
  expect(accountKey({ note: 'x' })).toBe('');
});
