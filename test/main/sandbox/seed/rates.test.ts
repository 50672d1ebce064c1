import { Big } from 'big.js';
import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { currencies, walletCurrencies } from '../../../../main/sandbox/seed/currencies.ts';
import { methodFees, seedRates } from '../../../../main/sandbox/seed/rates.ts';

const rates = seedRates(buildWorld({}).world.ids, 5);
const rateOf = (pair: string) => rates.find((one) => one.pair === pair);

test('every wallet currency has one rate to every currency there is', () => {
  const codes = [...new Set(currencies.map((one) => one.code))];
  const pairs = walletCurrencies.flatMap((from) => codes.map((to) => `${from}/${to}`));
  expect(rates.map((one) => one.pair).toSorted()).toEqual(pairs.toSorted());
  expect(rates.every((one) => new Big(one.value).gt(0))).toBe(true);
});

test('a rate and its opposite undo each other, and a currency is worth itself at no fee', () => {
  for (const from of walletCurrencies) {
    for (const to of walletCurrencies) expect(Number(rateOf(`${from}/${to}`)?.value) * Number(rateOf(`${to}/${from}`)?.value)).toBeCloseTo(1, 3);
    expect(rateOf(`${from}/${from}`)).toMatchObject({ value: '1.00', fee_percent: '0.00', swap_enabled: false });
  }
});

test('swaps are open between wallets only, and some pairs are closed to try that out', () => {
  expect([rateOf('USD/GBP')?.swap_enabled, rateOf('USD/KES')?.swap_enabled]).toEqual([true, false]);
  expect(rates.filter((one) => !one.send_enabled).map((one) => one.pair)).toEqual(['CAD/UGX', 'CAD/TZS']);
  expect(rates.filter((one) => !one.is_active).map((one) => one.pair)).toEqual(['EUR/UGX']);
});

test('every wallet currency has a fee for every method', () => {
  for (const currency of walletCurrencies) {
    expect(Object.keys(methodFees[currency] ?? {}).toSorted()).toEqual(['BANK_TRANSFER', 'CRYPTO', 'INTERAC', 'MOBILE_MONEY']);
    expect(Object.values(methodFees[currency] ?? {}).every((fee) => Number.isSafeInteger(fee) && fee > 0)).toBe(true);
  }
});
