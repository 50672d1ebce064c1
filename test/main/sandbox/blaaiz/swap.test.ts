import { expect, test } from 'vitest';
import { bench, type Bench, type Got, walletId } from '../client.ts';

async function swap(at: Bench, changes: Record<string, unknown> = {}): Promise<Got> {
  return at.client.call('POST', '/swap', {
    from_business_wallet_id: await walletId(at.client, 'USD'), to_business_wallet_id: await walletId(at.client, 'NGN'), amount: 100, ...changes,
  });
}
const moved = (at: Bench): number[] => at.sandbox.ledger().filter((entry) => entry.kind === 'swap').map((entry) => entry.amount);

test('a fixed debit loses its fee before it is exchanged', async () => {
  const at = await bench();
  await at.control('POST', 'rates', { pair: 'USD/NGN', value: '1490.005', fee_percent: '0.5', fee_amount: '1' });
  expect((await swap(at)).body['business_swap_transaction']).toMatchObject({ from_amount: 100, from_amount_minus_fees: 98.5, to_amount: 146_765.49, amount_type: 'from' });
  expect(moved(at)).toEqual([-10_000, 14_676_549]);
});

test('a fixed arrival arrives whole, its fee on top of the debit', async () => {
  const at = await bench();
  await at.control('POST', 'rates', { pair: 'USD/NGN', value: '1000', fee_percent: '0.5', fee_amount: '1' });
  expect((await swap(at, { amount: '100000', amount_type: 'to' })).body['business_swap_transaction']).toMatchObject({ from_amount: 101.51, from_amount_minus_fees: 100, to_amount: 100_000 });
  expect(moved(at)).toEqual([-10_151, 10_000_000]);
});

test.each([['abc'], [0], [0.09], ['1.005'], [null]])('an amount of %j is refused by name', async (amount) => {
  const at = await bench();
  const refused = await swap(at, { amount });
  expect([refused.status, Object.keys(refused.body['errors'] ?? {}), moved(at)]).toEqual([422, ['amount'], []]);
});

test('a wallet swaps with no other business, not with itself, and not for less than the fee', async () => {
  const at = await bench();
  const foreign = at.sandbox.ledger().map((entry) => entry.wallet_id).at(-1);
  const own = await walletId(at.client, 'USD');
  expect(await swap(at, { to_business_wallet_id: foreign })).toMatchObject({ status: 400, body: { message: 'Wallet not found.' } });
  expect((await swap(at, { to_business_wallet_id: own })).status).toBe(400);
  await at.control('POST', 'rates', { pair: 'USD/NGN', fee_amount: '100' });
  expect(await swap(at)).toMatchObject({ status: 400, body: { message: 'The amount must be greater than the total fees.' } });
  expect(moved(at)).toEqual([]);
});
