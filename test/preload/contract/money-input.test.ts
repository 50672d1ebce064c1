import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes } from '../../../preload/contract/currency.ts';
import { parseMoneyInput } from '../../../preload/contract/money-input.ts';
import { formatAmount, money } from '../../../preload/contract/money.ts';

const minorOf = (text: string, locale?: string) => {
  const parsed = parseMoneyInput(text, 'GBP', locale);
  return parsed.ok ? parsed.value.minor : parsed.error;
};

describe('reading a typed amount', () => {
  it.each([
    ['2400', 240000], ['2,400', 240000], ['2,400.50', 240050], ['2.400,50', 240050], ['2 400.5', 240050], ['\u00a32,400', 240000], ['GBP 2,400', 240000],
    ['2400 gbp', 240000], ['2\u2019400.50', 240050], ['2\u00a0400,50', 240050], ['0.05', 5], ['1,234,567.89', 123456789], ['1.234.567,89', 123456789],
    ['0,05', 5], ['2.4000', 240], ['1234567', 123456700], ['1,234,567', 123456700],
  ])('reads %j', (text, minor) => { expect(minorOf(text)).toBe(minor); });

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['abc', 'not-a-number'], ['12abc', 'not-a-number'], ['1.2.3', 'ambiguous'], ['2.400', 'ambiguous'], ['1,23,456', 'ambiguous'],
    ['12,34.56.78', 'ambiguous'], ['EUR 5', 'other-currency'], ['5 NGN', 'other-currency'], ['\u20ac5', 'other-currency'], ['$5', 'other-currency'],
    ['1.005,123', 'too-many-decimals'], ['1.2345', 'too-many-decimals'], ['5.', 'not-a-number'], ['99999999999999999', 'too-large'], ['2,4000', 'ambiguous'],
  ])('refuses %j as %s', (text, problem) => { expect(minorOf(text)).toBe(problem); });

  it('takes the locale\u2019s grouping sign with three digits as thousands', () => {
    expect(minorOf('2.400', 'de')).toBe(240000);
    expect(minorOf('2,400', 'de')).toBe('ambiguous');
  });

  it('groups in pairs only where the locale does', () => {
    expect(minorOf('12,34,567.50', 'en-IN')).toBe(123456750);
    expect(minorOf('12,34,567.50', 'en')).toBe('ambiguous');
  });

  it('takes a dollar sign for every dollar', () => {
    expect(parseMoneyInput('$5', 'CAD')).toEqual({ ok: true, value: { minor: 500, currency: 'CAD' } });
    expect(parseMoneyInput('\u20a65', 'NGN')).toEqual({ ok: true, value: { minor: 500, currency: 'NGN' } });
  });

  it('takes back whatever it shows, in every locale that people use here', () => {
    fc.assert(fc.property(
      fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN', 'es', 'pl', 'sv'),
      (minor, currency, locale) => {
        expect(parseMoneyInput(formatAmount(money(minor, currency), locale), currency, locale)).toEqual({ ok: true, value: { minor, currency } });
      },
    ), { numRuns: 500 });
  });

  it('never makes up an amount: what it reads has the digits that were typed', () => {
    fc.assert(fc.property(fc.stringMatching(/^[-0-9., ']{1,14}$/), (text) => {
      const parsed = parseMoneyInput(text, 'GBP');
      if (!parsed.ok) return;
      const typed = text.replace(/\D/g, '').replace(/^0+/, '');
      const read = String(Math.abs(parsed.value.minor));
      expect(typed === '' ? read === '0' : (typed + '00').startsWith(read) || read.startsWith(typed.replace(/0+$/, ''))).toBe(true);
    }));
  });
});
