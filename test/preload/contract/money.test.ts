import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies, currencyCodes } from '../../../preload/contract/currency.ts';
import {
  addMoney, compareMoney, formatAmount, formatMoney, fromDecimal, fromDecimalRounded, money, moneySchema, subtractMoney, toDecimal,
} from '../../../preload/contract/money.ts';

const anyMoney = fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom(...currencyCodes) });

describe('money', () => {
  it('survives the trip to a plain decimal and back, whatever the amount', () => {
    fc.assert(fc.property(anyMoney, (amount) => {
      expect(fromDecimal(toDecimal(amount), amount.currency)).toEqual({ ok: true, value: amount });
    }));
  });

  it('writes exactly the currency\u2019s decimals and no separators', () => {
    expect(toDecimal(money(240000, 'GBP'))).toBe('2400.00');
    expect(toDecimal(money(-5, 'EUR'))).toBe('-0.05');
    expect(toDecimal(money(1500, 'XOF'))).toBe('1500');
    fc.assert(fc.property(anyMoney, (amount) => {
      const { decimals } = currencies[amount.currency];
      expect(toDecimal(amount)).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
    }));
  });

  it('reads provider decimals exactly, as numbers, strings and exponents', () => {
    expect(fromDecimal(0.1 + 0.2, 'USD')).toEqual({ ok: false, error: 'too-many-decimals' });
    expect(fromDecimal(1234.5, 'USD')).toEqual({ ok: true, value: { minor: 123450, currency: 'USD' } });
    expect(fromDecimal('10.5000', 'NGN')).toEqual({ ok: true, value: { minor: 1050, currency: 'NGN' } });
    expect(fromDecimal('1e3', 'NGN')).toEqual({ ok: true, value: { minor: 100000, currency: 'NGN' } });
    expect(fromDecimal('1.5', 'UGX')).toEqual({ ok: false, error: 'too-many-decimals' });
  });

  it.each([['', 'empty'], ['  ', 'empty'], ['1,000.00', 'not-a-number'], ['NaN', 'not-a-number'], ['0x10', 'not-a-number'], ['Infinity', 'not-a-number']])(
    'refuses %j as %s', (text, problem) => {
      expect(fromDecimal(text, 'EUR')).toEqual({ ok: false, error: problem });
      expect(fromDecimalRounded(text, 'EUR')).toEqual({ ok: false, error: problem });
    },
  );

  it('refuses what doesn\u2019t fit whole minor units safely', () => {
    expect(fromDecimal('90071992547409.92', 'EUR')).toEqual({ ok: false, error: 'too-large' });
    expect(fromDecimal('90071992547409.91', 'EUR').ok).toBe(true);
    expect(moneySchema.safeParse({ minor: 1.5, currency: 'EUR' }).success).toBe(false);
    expect(() => money(0.5, 'EUR')).toThrow(/minor units/);
  });

  it('rounds half up when only showing', () => {
    expect(fromDecimalRounded('1.005', 'EUR')).toEqual({ ok: true, value: { minor: 101, currency: 'EUR' } });
    expect(fromDecimalRounded('1.0049', 'EUR')).toEqual({ ok: true, value: { minor: 100, currency: 'EUR' } });
    expect(fromDecimalRounded('-1.005', 'EUR')).toEqual({ ok: true, value: { minor: -101, currency: 'EUR' } });
  });

  it('adds, subtracts and compares within one currency only', () => {
    const small = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(fc.property(small, small, (a, b) => {
      const sum = addMoney(money(a, 'GBP'), money(b, 'GBP'));
      expect(subtractMoney(sum, money(b, 'GBP')).minor).toBe(a);
      expect(Math.sign(compareMoney(money(a, 'GBP'), money(b, 'GBP')))).toBe(Math.sign(a - b));
    }));
    expect(() => addMoney(money(1, 'GBP'), money(1, 'EUR'))).toThrow(/Mixed currencies/);
    expect(() => compareMoney(money(1, 'GBP'), money(1, 'EUR'))).toThrow(/Mixed currencies/);
  });

  it('formats without losing a cent of a large amount', () => {
    expect(formatAmount(money(Number.MAX_SAFE_INTEGER, 'EUR'))).toBe('90,071,992,547,409.91');
    expect(formatAmount(money(-184020, 'GBP'))).toBe('\u22121,840.20');
    expect(formatAmount(money(1500000, 'XOF'))).toBe('1,500,000');
    expect(formatAmount(money(123456, 'EUR'), 'de')).toBe('1.234,56');
    expect(formatMoney(money(240000, 'GBP'))).toBe('2,400.00 GBP');
  });
});
