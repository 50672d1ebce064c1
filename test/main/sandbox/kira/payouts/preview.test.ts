import { expect, it } from 'vitest';
import { kiraDesk, version } from './desk.ts';

const later = version('2026-04-14');

it('prices a payout in money and makes nothing', async () => {
  const at = await kiraDesk();
  const { status, body } = await at.preview({ amount: '250.50', client_markup: { fixed_fee: '10.00', percentage_fee: '0.02' } });
  expect(status).toBe(200);
  expect(body).toEqual({
    amount: '250.50', currency: 'USD',
    fees: { base_fees: { fixed_fee: '15.00', percentage_fee: '1.25' }, client_markup: { fixed_fee: '10.00', percentage_fee: '5.01' }, total_fees: '31.26' },
    recipient_amount: '219.24', recipient_currency: 'USD',
  });
  expect((await at.control('GET', 'kira/payouts')).body['payouts']).toEqual([]);
  expect(await at.balance()).toBe(25_000_00);
});

it.each([
  ['1000.00', undefined, '23.00', '977.00'], ['33.33', undefined, '17.20', '16.13'], ['101.00', undefined, '17.61', '83.39'],
  ['1234567.89', undefined, '7424.41', '1227143.48'], ['17.12', undefined, '17.11', '0.01'], ['1000.00', { percentage_fee: '0.02' }, '40.00', '960.00'],
])('of %s with the mark-up %j it takes %s', async (amount, client_markup, total, recipient) => {
  const at = await kiraDesk();
  const { body } = await at.preview({ amount, ...(client_markup ? { client_markup } : {}) });
  expect([body['fees']?.['total_fees'], body['recipient_amount']]).toEqual([total, recipient]);
});

it('C29: for a crypto account it repeats the instructions and tells no address', async () => {
  const at = await kiraDesk();
  const payment_instructions = { network: 'solana', currency: 'USDC' };
  const { body } = await at.preview({ amount: '500.00', payment_instructions }, at.crypto);
  expect(Object.keys(body)).toEqual(['amount', 'currency', 'fees', 'recipient_amount', 'recipient_currency', 'payment_instructions']);
  expect(body['payment_instructions']).toEqual(payment_instructions);
});

it('trap 2: a fraction of 2 asks for 200 % and eats the amount up', async () => {
  const at = await kiraDesk();
  const refused = await at.preview({ amount: '1000.00', client_markup: { percentage_fee: '2' } });
  expect([refused.status, refused.body]).toEqual([400, { code: 'bad_request', message: 'Total fees exceed or equal the payout amount' }]);
  expect(await at.preview({ amount: '1000.00', client_markup: { percentage_fee: '2' } }, at.fiat, version('2026-06-01')))
    .toMatchObject({ status: 400, body: { errors: [{ field: 'client_markup.percentage_fee' }] } });
});

it('refuses what a payout refuses, but asks neither for a balance nor for a key or a code', async () => {
  const at = await kiraDesk();
  expect((await at.preview({ amount: '900000.00' })).status).toBe(200);
  expect((await at.preview({ amount: '17.11' })).status).toBe(400);
  expect((await at.preview({ amount: '10.00', payment_instructions: { network: 'solana', currency: 'USDC' } })).body['message']).toBe('payment_instructions cannot be provided for fiat mode virtual accounts');
  expect((await at.preview({ amount: '500.00' }, at.crypto)).body['message']).toBe('payment_instructions is required for crypto mode virtual accounts');
  expect((await at.preview({ amount: '500.00' }, '0198b5c0-0000-7000-8000-000000000000')).status).toBe(404);
});

it('C1: told so, it speaks like the API of early 2025: numbers, and percentages in percent', async () => {
  const at = await kiraDesk();
  await at.settings({ fee_style: 'percent', fees: { base_fixed: 1500, base_rate: '0.005', markup_fixed: 500, markup_rate: '0' } });
  const { body } = await at.preview({ amount: '1000.00' });
  expect(body['fees']).toEqual({ base_fees: { fixed_fee: 15, percentage_fee: 0.5 }, client_markup: { fixed_fee: 5, percentage_fee: 0 }, total_fees: 25 });
  expect(body['recipient_amount']).toBe('975.00');
});

it.each([['1000.00', '1023.14', '23.14'], ['5000.00', '5047.29', '47.29']])('from 2026-04-14 on it finds the amount that leaves %s', async (wanted, amount, total) => {
  const at = await kiraDesk();
  const { body } = await at.preview({ amount: wanted, inverse_calculation: true }, at.fiat, later);
  expect([body['amount'], body['fees']?.['total_fees'], body['recipient_amount']]).toEqual([amount, total, wanted]);
  expect((await at.preview({ amount: wanted, inverse_calculation: true })).body['amount']).toBe(wanted);
});

it('refuses the inverse calculation when rates take everything', async () => {
  const at = await kiraDesk();
  const { status, body } = await at.preview({ amount: '10.00', inverse_calculation: true, client_markup: { percentage_fee: '0.9950' } }, at.fiat, later);
  expect([status, body['code'], body['message']]).toEqual([400, 'bad_request', 'Fee rates exceed 100%, inverse calculation is not possible']);
});

it('from 2026-04-14 on an account type stands in for the recipient, before it a recipient is needed', async () => {
  const at = await kiraDesk();
  const by = (headers: Record<string, string>) => at.call('POST', `/v1/virtual-accounts/${at.fiat}/payout/preview`, { amount: '100.00', account_type: 'SWIFT' }, headers);
  expect((await by(later)).status).toBe(200);
  expect(await by({})).toMatchObject({ status: 400, body: { code: 'validation_error', details: [{ path: ['recipient_id'], message: 'Required' }] } });
});

it('C19: holds a price for ten minutes when it is asked to', async () => {
  const at = await kiraDesk();
  const { body } = await at.preview({ amount: '250.50', create_quote: true }, at.fiat, later);
  expect([typeof body['quote_id'], body['quote_expires_at']]).toEqual(['string', '2026-05-04T09:40:00.000Z']);
  expect((await at.preview({ amount: '250.50', create_quote: true })).body['quote_id']).toBeUndefined();
});
