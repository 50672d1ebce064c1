import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapOf, figureProblems, toldFigures } from '../../../main/payouts/told-figures.ts';
import { priceDifferences, withinTolerance } from '../../../main/payouts/price.ts';
import type { ProviderPayout } from '../../../main/providers/provider.ts';
import { money, type Money } from '../../../preload/contract/money.ts';
import type { Price } from '../../../preload/contract/payouts.ts';

const gbp = (minor: number) => money(minor, 'GBP');
const told = (sent: Money | null, fee: Money | null, received: Money | null, converted?: Money): ProviderPayout => ({
  transactionId: 't', reference: null, merchantReference: null, status: 'processing', rawStatus: 'PROCESSING', failureReason: null, sent, fee, received, rate: null,
  ...(converted === undefined ? {} : { converted }),
});
const standard = { toleranceBasisPoints: 50, toleranceHundredths: 100 };

describe('amount \u2212 fees = rest', () => {
  it('is off by exactly what is missing', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -5, max: 5 }), (sent, fee, off) => {
      expect(gapOf(told(gbp(sent), gbp(fee), gbp(sent - fee - off)))?.minor ?? 0).toBe(off);
    }));
  });

  it('goes by what the provider says is left, where what arrives is another currency', () => {
    expect(gapOf(told(gbp(10_000), gbp(100), money(19_800, 'CAD'), gbp(9_800)))).toEqual(gbp(100));
    expect(gapOf(told(gbp(10_000), gbp(100), money(19_800, 'CAD'), gbp(9_900)))).toBeNull();
    expect(gapOf(told(gbp(10_000), gbp(100), money(19_800, 'CAD')))).toBeNull();
    expect(gapOf(told(gbp(10_000), null, gbp(9_900)))).toBeNull();
  });
});

describe('the tolerance', () => {
  it('allows whichever is more of share and amount, to the minor unit', () => {
    const figures = [fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 100_000 })] as const;
    fc.assert(fc.property(...figures, (base, off, toleranceBasisPoints, toleranceHundredths) => {
      const allowed = off * 10_000 <= toleranceBasisPoints * base || off <= toleranceHundredths;
      expect(withinTolerance(gbp(base), gbp(base + off), gbp(base), gbp(base), { toleranceBasisPoints, toleranceHundredths })).toBe(allowed);
    }));
  });

  it('counts whole units where a currency has no smaller ones', () => {
    const xof = (minor: number) => money(minor, 'XOF');
    const amountOnly = { toleranceBasisPoints: 0, toleranceHundredths: 100 };
    expect(withinTolerance(xof(1000), xof(1001), xof(1000), xof(1000), amountOnly)).toBe(true);
    expect(withinTolerance(xof(1000), xof(1002), xof(1000), xof(1000), amountOnly)).toBe(false);
    expect(withinTolerance(xof(1000), xof(1001), xof(1000), xof(1000), { ...amountOnly, toleranceHundredths: 99 })).toBe(false);
  });

  it('of nothing lets no figure differ, and another currency never', () => {
    const none = { toleranceBasisPoints: 0, toleranceHundredths: 0 };
    expect(withinTolerance(gbp(100), gbp(101), gbp(100), gbp(100), none)).toBe(false);
    expect(withinTolerance(gbp(100), gbp(100), gbp(100), gbp(100), none)).toBe(true);
    expect(withinTolerance(gbp(100), money(100, 'CAD'), gbp(100), gbp(100), standard)).toBe(false);
  });

  it('tells old and new side by side', () => {
    const price = (receive: number): Price => ({ send: gbp(10_000), fees: [], totalFees: gbp(100), converted: gbp(9_900), rate: '2', receive: money(receive, 'CAD'), gap: null, readAt: 1 });
    expect(priceDifferences(price(19_800), price(19_000), 'wallet', standard)).toEqual([{ path: 'receive', message: 'Arrives: 198.00 CAD before, 190.00 CAD now' }]);
    expect(priceDifferences(price(19_800), price(19_000), 'wallet', { ...standard, toleranceBasisPoints: 1000 })).toEqual([]);
  });
});

describe('what is told of figures', () => {
  const quoted = toldFigures(told(gbp(10_000), gbp(100), money(19_800, 'CAD'), gbp(9_900)), 1);
  it('is nothing while they close and agree', () => {
    expect(figureProblems({ quoted, answered: quoted, arrived: quoted }, 'arrived', standard, 'Blaaiz')).toEqual([]);
  });
  it('is each that differs from what was quoted, once', () => {
    const dearer = { ...quoted, totalFees: gbp(500) };
    expect(figureProblems({ quoted, answered: dearer, arrived: null }, 'answered', standard, 'Blaaiz')).toEqual(['Total fees: 1.00 GBP quoted at release, 5.00 GBP in the answer.']);
    expect(figureProblems({ quoted, answered: dearer, arrived: dearer }, 'arrived', standard, 'Blaaiz')).toEqual([]);
  });
  it('is what is missing in a sum', () => {
    const off = { ...quoted, gap: gbp(-250) };
    expect(figureProblems({ quoted: null, answered: off, arrived: null }, 'answered', standard, 'Blaaiz')).toEqual(['The figures of Blaaiz do not add up in the answer: 100.00 GBP \u2212 1.00 GBP is 99.00 GBP, not 101.50 GBP: 2.50 GBP is too much.']);
  });
});
