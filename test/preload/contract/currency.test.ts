import { describe, expect, it } from 'vitest';
import { currencies, currencyCodes, isCurrencyCode, walletCurrencies } from '../../../preload/contract/currency.ts';

describe('the currencies', () => {
  it('have the decimals of ISO 4217 as the platform knows them, and words for a minor unit exactly where there is one', () => {
    for (const code of currencyCodes) {
      const { decimals, words } = currencies[code];
      const known = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits;
      expect([code, decimals]).toEqual([code, known]);
      expect(words.map((word) => word !== '')).toEqual([true, true, decimals > 0, decimals > 0]);
    }
  });

  it('hold every wallet currency', () => {
    expect(currencyCodes).toEqual(expect.arrayContaining([...walletCurrencies]));
    expect(new Set(walletCurrencies).size).toBe(walletCurrencies.length);
  });

  it.each(['ngn', 'NGN ', '', 'JPY', 'toString', '__proto__', 'constructor'])('%j is no code', (text) => { expect(isCurrencyCode(text)).toBe(false); });
  it('know their own codes', () => { expect(currencyCodes.every(isCurrencyCode)).toBe(true); });
});
