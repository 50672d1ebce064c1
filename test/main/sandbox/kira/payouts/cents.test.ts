import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centsText } from '../../../../../main/sandbox/kira/money.ts';
import { parseCents } from '../../../../../main/sandbox/kira/payouts/cents.ts';

it.each([['250.50', 25050], ['250.5', 25050], ['250', 25000], ['0.01', 1], ['007.10', 710]])('reads %s as %i cents', (text, cents) => {
  expect(parseCents(text)).toBe(cents);
});

it.each(['', '-1.00', '+1.00', '1.234', '1,000.00', '1e3', ' 1.00', '1.00 ', '.50', '5.', '٣.00', '1234567890123.00'])('refuses %j', (text) => {
  expect(parseCents(text)).toBeUndefined();
});

it('trap 24: what is printed reads back as the same cents', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => { expect(parseCents(centsText(cents))).toBe(cents); }));
});
