import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonNumber, shownMoney } from '../../../../main/providers/blaaiz/amounts.ts';
import { currencyCodes } from '../../../../preload/contract/currency.ts';

describe('a figure of the provider', () => {
  it.each([
    ['2400.5', 'GBP', 240_050], [2400.5, 'GBP', 240_050], ['0.005', 'USD', 1], ['0.0049', 'USD', 0], ['1.005', 'USD', 101], ['-12.30', 'NGN', -1230],
    ['1500.5', 'UGX', 1501], ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ] as const)('%j %s is %i minor units', (value, currency, minor) => { expect(shownMoney(value, currency)).toEqual({ minor, currency }); });

  it.each([[null, 'GBP'], ['5', null], ['', 'GBP'], ['five', 'GBP'], ['1,000', 'GBP'], [Number.NaN, 'GBP'], ['5', 'BTC'], ['5', 'toString'], ['90071992547409.92', 'USD']] as const)(
    '%j of %j is no amount', (value, currency) => { expect(shownMoney(value, currency)).toBeNull(); },
  );
});

describe('an amount as a JSON number', () => {
  it.each([[240_050, 'GBP', '2400.5'], [100_000, 'NGN', '1000'], [1, 'USD', '0.01'], [10, 'USD', '0.1'], [0, 'USD', '0'], [1500, 'UGX', '1500']] as const)(
    '%i minor %s is %s', (minor, currency, text) => { expect(jsonNumber({ minor, currency })).toBe(text); },
  );

  it('is valid JSON that reads back as the same amount', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom(...currencyCodes), (minor, currency) => {
      const text = jsonNumber({ minor, currency });
      expect(typeof JSON.parse(text)).toBe('number');
      expect(shownMoney(text, currency)).toEqual({ minor, currency });
    }));
  });
});
