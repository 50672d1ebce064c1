import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Big } from 'big.js';
import { readFees } from '../../../../main/providers/kira/fee-lines.ts';
import { feesReply } from '../../../../main/providers/kira/schemas.ts';
import { toDecimal, type Money } from '../../../../preload/contract/money.ts';

const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const text = (minor: number) => toDecimal(usd(minor));
const wire = (parts: readonly unknown[], total: unknown) => feesReply.parse({
  base_fees: { fixed_fee: parts[0], percentage_fee: parts[1] }, client_markup: { fixed_fee: parts[2], percentage_fee: parts[3] }, total_fees: total,
});
const linesOf = (amount: string, parts: readonly unknown[], total: unknown) => {
  const read = readFees(wire(parts, total), usd(Number(new Big(amount).times(100))));
  return read && { lines: Object.fromEntries(read.fees.map((line) => [line.label, toDecimal(line.amount)])), total: toDecimal(read.totalFees), note: read.note };
};

describe('fees as money', () => {
  it.each([
    ['1000.00', ['15.00', '5.00', '2.00', '1.00'], '23.00'], ['1000.00', ['15.00', '5.00', '10.00', '20.00'], '50.00'], ['250.50', ['15.00', '1.25', '10.00', '5.01'], '31.26'],
    ['33.33', ['15.00', '0.17', '2.00', '0.03'], '17.20'], ['101.00', ['15.00', '0.51', '2.00', '0.10'], '17.61'], ['100.10', ['15.00', '0.50', '2.00', '0.10'], '17.60'],
    ['1234567.89', ['15.00', '6172.84', '2.00', '1234.57'], '7424.41'], ['17.12', ['15.00', '0.09', '2.00', '0.02'], '17.11'],
  ])('C1: of %s are shown exactly as Kira gives them (%j)', (amount, parts, total) => {
    expect(linesOf(amount, parts, total)).toEqual({
      total, note: null, lines: { 'Kira fixed fee': parts[0], 'Kira percentage fee': parts[1], 'Your fixed mark-up': parts[2], 'Your percentage mark-up': parts[3] },
    });
  });
  it('trap 2: read a percentage as money, however like a rate it looks', () => {
    expect(linesOf('1000.00', ['0.00', '0.02', '0.00', '0.00'], '0.02')).toEqual({ total: '0.02', note: null, lines: { 'Kira percentage fee': '0.02' } });
  });
  it('leave lines of nothing out, and take absent parts for nothing', () => {
    expect(linesOf('100.00', ['15.00', '0', undefined, null], '15')).toEqual({ total: '15.00', note: null, lines: { 'Kira fixed fee': '15.00' } });
    expect(readFees(feesReply.parse({ total_fees: '0.00' }), usd(100))).toEqual({ fees: [], totalFees: usd(0), note: null });
  });

  const cents = fc.integer({ min: 0, max: 10_000_000_00 });
  it('C1: of any parts add up to Kira\u2019s total to the cent, as text and as numbers', () => {
    fc.assert(fc.property(cents, fc.tuple(cents, cents, cents, cents), fc.boolean(), (amount, parts, asNumbers) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const spell = (minor: number) => (asNumbers ? Number(text(minor)) : text(minor));
      const read = readFees(wire(parts.map(spell), spell(total)), usd(amount));
      expect(read).toMatchObject({ totalFees: usd(total), note: null });
      expect(read?.fees.map((line) => line.amount.minor)).toEqual(parts.filter((part) => part !== 0));
    }));
  });
});

describe('fees as rates in per cent', () => {
  it('C1: of an old answer are told by what adds up', () => {
    expect(linesOf('1000.00', [15, 0.5, 5, 0], 25)).toEqual({ total: '25.00', note: null, lines: { 'Kira fixed fee': '15.00', 'Kira percentage fee': '5.00', 'Your fixed mark-up': '5.00' } });
    expect(linesOf('101.00', ['15.00', '0.5', '2.00', '0.1'], '17.61')).toMatchObject({ lines: { 'Kira percentage fee': '0.51', 'Your percentage mark-up': '0.10' } });
  });
  it('C1: are rounded half-up part by part, and always make Kira\u2019s total', () => {
    const small = fc.integer({ min: 0, max: 5000 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.tuple(small, fc.integer({ min: 0, max: 9999 }), small, fc.integer({ min: 0, max: 9999 })), (amount, [fixed, rate, markup, markupRate]) => {
      const share = (hundredths: number) => Number(new Big(amount).times(hundredths).div(10_000).round(0, 1));
      const total = fixed + share(rate) + markup + share(markupRate);
      const read = readFees(wire([text(fixed), text(rate), text(markup), text(markupRate)], text(total)), usd(amount));
      expect(read?.note).toBeNull();
      expect(read?.fees.reduce((sum, line) => sum + line.amount.minor, 0)).toBe(total);
    }));
  });
});

describe('fees that don\u2019t add up', () => {
  it('C1: are one line with Kira\u2019s total, and a note', () => {
    expect(linesOf('1000.00', ['15.00', '5.00', '2.00', '1.00'], '24.00')).toEqual({ total: '24.00', lines: { Fees: '24.00' }, note: expect.stringContaining('only the total') as string });
    expect(linesOf('1000.00', ['15.00', '0.005', '0', '0'], '20.00')).toMatchObject({ lines: { Fees: '20.00' } });
  });
  it('never make a line that Kira\u2019s total does not bear', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(fc.property(cents, fc.tuple(cents, cents, cents, cents), cents, (amount, parts, total) => {
      const read = readFees(wire(parts.map(text), text(total)), usd(amount));
      expect(read?.fees.reduce((sum, line) => sum + line.amount.minor, 0)).toBe(total);
      expect(read?.totalFees).toEqual(usd(total));
    }));
  });
  it('with a total that is no amount are not read', () => {
    expect(readFees(wire(['1.00', '0', '0', '0'], '1.005'), usd(100))).toBeNull();
  });
});
