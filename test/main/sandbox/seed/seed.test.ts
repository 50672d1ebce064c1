import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { seedState } from '../../../../main/sandbox/seed/seed.ts';
import { walletCurrencies } from '../../../../main/sandbox/seed/currencies.ts';

const { ids } = buildWorld({}).world;
const fresh = (fixed = {}) => seedState(ids, 5, true, fixed);

test('each of two businesses has its own wallets, people and keys', () => {
  const state = fresh();
  const [one, two] = state.businesses;
  for (const key of ['id', 'client_id', 'client_secret', 'api_key'] as const) expect(one?.[key]).not.toBe(two?.[key]);
  for (const business of state.businesses) {
    expect(state.wallets.filter((wallet) => wallet.business_id === business.id).map((wallet) => wallet.currency)).toEqual([...walletCurrencies]);
    expect(state.customers.some((customer) => customer.business_id === business.id && customer.status === 'VERIFIED')).toBe(true);
  }
  expect(state.customers.some((customer) => customer.status === 'PENDING')).toBe(true);
});

test('every opening balance stands in the ledger', () => {
  const state = fresh();
  for (const wallet of state.wallets) {
    const entries = state.ledger.filter((entry) => entry.wallet_id === wallet.id);
    expect([entries.map((entry) => [entry.kind, entry.amount]), wallet.balance > 0]).toEqual([[['topup', wallet.balance]], true]);
  }
});

test('fixed keys go to the first business alone', () => {
  const fixed = { client_id: 'id-1', client_secret: 'secret-1', api_key: 'key-1', wallet_id: 'wallet-1' };
  const state = fresh(fixed);
  expect(state.businesses[0]).toMatchObject({ client_id: 'id-1', client_secret: 'secret-1', api_key: 'key-1' });
  expect(state.wallets.filter((wallet) => wallet.id === 'wallet-1')).toMatchObject([{ currency: 'NGN', business_id: state.businesses[0]?.id }]);
  expect(JSON.stringify(state.businesses[1])).not.toMatch(/-1"/);
});

test('is plain JSON, with no two ids alike', () => {
  const state = fresh();
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  const all = [...state.businesses, ...state.wallets, ...state.customers, ...state.rates].map((one) => one.id);
  expect(new Set(all).size).toBe(all.length);
});
