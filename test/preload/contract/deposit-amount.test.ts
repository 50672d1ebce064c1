import { Big } from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToType, formatTokens, readTokens } from '../../../preload/contract/deposit-amount.ts';

/** A decimal text of up to nine whole digits and six decimals. */
const tokens = (least: number) => fc.bigInt(BigInt(least), 999_999_999_999_999n).map((units) => new Big(units.toString()).div(1_000_000).toFixed());
const percents = fc.integer({ min: 0, max: 99_999_999 }).map((units) => new Big(units).div(1_000_000).toFixed());
const smallest = new Big('0.000001');

function typed(arrive: string, fee: Parameters<typeof amountToType>[1]): { readonly type: Big; readonly fee: Big; readonly arrives: Big } {
  const found = amountToType(arrive, fee);
  if (!found.ok) throw new Error(found.error);
  return { type: new Big(found.value.type), fee: new Big(found.value.fee), arrives: new Big(found.value.arrives) };
}

describe('what to type at the exchange', () => {
  it('adds a fixed fee', () => {
    expect(amountToType('5000.00', { kind: 'flat', amount: '1.5' })).toEqual({ ok: true, value: { type: '5001.50', fee: '1.50', arrives: '5000.00' } });
    expect(amountToType('5000.00', { kind: 'flat', amount: '0' })).toEqual({ ok: true, value: { type: '5000.00', fee: '0.00', arrives: '5000.00' } });
  });

  it('takes a percentage of what is typed, not of what must arrive', () => {
    expect(amountToType('5000', { kind: 'percent', percent: '1' })).toEqual({ ok: true, value: { type: '5050.505051', fee: '50.505051', arrives: '5000.00' } });
    expect(amountToType('99.90', { kind: 'percent', percent: '0.1' })).toEqual({ ok: true, value: { type: '100.00', fee: '0.10', arrives: '99.90' } });
  });

  it('is exact for a fixed fee, whatever the amounts', () => {
    fc.assert(fc.property(tokens(0), tokens(0), (arrive, amount) => {
      const found = typed(arrive, { kind: 'flat', amount });
      expect(found.type.minus(amount).eq(arrive)).toBe(true);
      expect(found.arrives.eq(arrive)).toBe(true);
    }));
  });

  it('never lets less than the exact amount arrive after a percentage, and never sends a millionth too much', () => {
    fc.assert(fc.property(tokens(1), percents, (arrive, percent) => {
      const { type, fee, arrives } = typed(arrive, { kind: 'percent', percent });
      const exactFee = type.times(percent).div(100);
      expect(type.minus(exactFee).gte(arrive)).toBe(true);
      expect(fee.gte(exactFee)).toBe(true);
      expect(arrives.eq(arrive)).toBe(true);
      const less = type.minus(smallest);
      expect(less.minus(less.times(percent).div(100)).lt(arrive)).toBe(true);
    }), { numRuns: 500 });
  });

  it('adds up: what is typed is what arrives and what is kept, in no more than six decimals', () => {
    fc.assert(fc.property(tokens(0), fc.oneof(tokens(0).map((amount) => ({ kind: 'flat' as const, amount })), percents.map((percent) => ({ kind: 'percent' as const, percent }))), (arrive, fee) => {
      const found = amountToType(arrive, fee);
      if (!found.ok) throw new Error(found.error);
      for (const text of Object.values(found.value)) expect(text).toMatch(/^\d+\.\d{2,6}$/);
      expect(new Big(found.value.fee).plus(found.value.arrives).eq(found.value.type)).toBe(true);
    }));
  });

  it.each([['100'], ['250.5']])('refuses a fee of %s %%, after which nothing can arrive', (percent) => {
    expect(amountToType('5000.00', { kind: 'percent', percent })).toEqual({ ok: false, error: 'too-much' });
  });

  it('trap 24: refuses what is no exact amount instead of rounding it', () => {
    expect(amountToType('5000.0000001', { kind: 'flat', amount: '1' })).toEqual({ ok: false, error: 'too-many-decimals' });
    expect(amountToType('5000.000000000', { kind: 'flat', amount: '1' })).toMatchObject({ ok: true, value: { type: '5001.00' } });
    expect(amountToType('5e3', { kind: 'flat', amount: '1' })).toEqual({ ok: false, error: 'not-a-number' });
    expect(amountToType('5000', { kind: 'flat', amount: '-1' })).toEqual({ ok: false, error: 'not-a-number' });
    expect(amountToType('5000', { kind: 'flat', amount: '' })).toEqual({ ok: false, error: 'empty' });
  });
});

describe('reading a typed fee', () => {
  it.each([
    ['1.5', 'en', '1.50'], ['1,5', 'en', '1.50'], [' 1.50 USDC', 'en', '1.50'], ['0.5 %', 'en', '0.50'], ['1,234.5', 'en', '1234.50'], ['1.234,5', 'de', '1234.50'],
    ['0.001', 'en', '0.001'], ['0,001', 'en', '0.001'], ['1.500', 'en', '1.50'], ['1,234,567', 'en', '1234567.00'], ['0.000001', 'en', '0.000001'], ['12', 'en', '12.00'],
  ])('takes %j in %s as %s', (text, locale, plain) => {
    expect(readTokens(text, locale)).toEqual({ ok: true, value: plain });
  });

  it.each([
    ['', 'en', 'empty'], ['%', 'en', 'empty'], ['1,500', 'en', 'ambiguous'], ['1.500', 'de', 'ambiguous'], ['1,5,0', 'en', 'ambiguous'], ['12,34.5', 'en', 'ambiguous'],
    ['1.2.3,4', 'en', 'ambiguous'], ['abc', 'en', 'not-a-number'], ['-1', 'en', 'not-a-number'], ['1.', 'en', 'not-a-number'], ['0.0000001', 'en', 'too-many-decimals'],
  ])('refuses %j in %s as %s', (text, locale, problem) => {
    expect(readTokens(text, locale)).toEqual({ ok: false, error: problem });
  });

  it('reads back what it writes', () => {
    fc.assert(fc.property(tokens(0), (amount) => {
      const read = readTokens(formatTokens(amount), 'en');
      expect(read.ok && new Big(read.value).eq(amount)).toBe(true);
    }));
  });
});

describe('writing an amount of tokens', () => {
  it('C29: keeps every decimal that the provider gave and at least two', () => {
    expect(['5000', '5000.5', '1234567.123456', '9007199254740993.01', '0.1234567891'].map((amount) => formatTokens(amount)))
      .toEqual(['5,000.00', '5,000.50', '1,234,567.123456', '9,007,199,254,740,993.01', '0.1234567891']);
  });

  it('leaves alone what is no amount', () => {
    expect(formatTokens('about 5000')).toBe('about 5000');
  });
});
