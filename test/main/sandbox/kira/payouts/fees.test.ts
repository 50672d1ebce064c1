import fc from 'fast-check';
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { parseCents } from '../../../../../main/sandbox/kira/payouts/cents.ts';
import { amountFor, type FeeRates, priceOf, ratesWith, takesEverything, totalOf } from '../../../../../main/sandbox/kira/payouts/fees.ts';

const profile: FeeRates = { base_fixed: 1500, base_rate: '0.005', markup_fixed: 200, markup_rate: '0.001' };
const override = ratesWith(profile, { fixed: 1000, rate: '0.02' });
const cents = (text: string): number => parseCents(text) ?? Number.NaN;

const rate = fc.integer({ min: 0, max: 4999 }).map((tenThousandths) => new Big(tenThousandths).div(10_000).toFixed(4));
const rates = fc.record({ base_fixed: fc.integer({ min: 0, max: 5000 }), base_rate: rate, markup_fixed: fc.integer({ min: 0, max: 5000 }), markup_rate: rate });

describe('the price of a payout', () => {
  it.each([
    ['1000.00', profile, '5.00', '1.00', '23.00', '977.00'],
    ['1000.00', override, '5.00', '20.00', '50.00', '950.00'],
    ['250.50', override, '1.25', '5.01', '31.26', '219.24'],
    ['33.33', profile, '0.17', '0.03', '17.20', '16.13'],
    ['101.00', profile, '0.51', '0.10', '17.61', '83.39'],
    ['100.10', profile, '0.50', '0.10', '17.60', '82.50'],
    ['1234567.89', profile, '6172.84', '1234.57', '7424.41', '1227143.48'],
    ['17.11', profile, '0.09', '0.02', '17.11', '0.00'],
    ['17.12', profile, '0.09', '0.02', '17.11', '0.01'],
  ])('C1: of %s is percentages of %#, in money', (amount, of, base, markup, total, recipient) => {
    const priced = priceOf(cents(amount), of);
    expect([priced.fees.base_percentage, priced.fees.markup_percentage]).toEqual([cents(base), cents(markup)]);
    expect([priced.total_fees, priced.recipient_amount]).toEqual([cents(total), cents(recipient)]);
  });

  it('trap 3: a mark-up of the request stands for the whole one of the profile, what it leaves out is nothing', () => {
    const { fees } = priceOf(100_000, ratesWith(profile, { fixed: 0, rate: '0.02' }));
    expect([fees.markup_fixed, fees.markup_percentage]).toEqual([0, 2000]);
    expect(ratesWith(profile, null)).toBe(profile);
  });

  it('adds up to the cent, each percentage rounded half-up as exact decimals are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999_999_99 }), rates, (amount, of) => {
      const priced = priceOf(amount, of);
      expect(priced.recipient_amount + priced.total_fees).toBe(amount);
      expect(totalOf(priced.fees)).toBe(priced.total_fees);
      expect(priced.fees.base_percentage).toBe(new Big(amount).times(of.base_rate).round(0, Big.roundHalfUp).toNumber());
      expect(priced.fees.markup_percentage).toBe(new Big(amount).times(of.markup_rate).round(0, Big.roundHalfUp).toNumber());
    }));
  });
});

describe('the amount for what a recipient should get', () => {
  it.each([['1000.00', '1023.14'], ['5000.00', '5047.29']])('is for %s %s', (wanted, amount) => { expect(amountFor(cents(wanted), profile)).toBe(cents(amount)); });

  it('is the smallest that leaves enough', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_00 }), rates, (wanted, of) => {
      const amount = amountFor(wanted, of) ?? Number.NaN;
      expect(priceOf(amount, of).recipient_amount).toBeGreaterThanOrEqual(wanted);
      for (let less = 1; less <= 200 && less < amount; less += 1) expect(priceOf(amount - less, of).recipient_amount).toBeLessThan(wanted);
    }), { numRuns: 60 });
  });

  it('does not exist when the rates take everything', () => {
    const greedy = { ...profile, base_rate: '0.6', markup_rate: '0.4' };
    expect([takesEverything(greedy), amountFor(1000, greedy), takesEverything(profile)]).toEqual([true, undefined, false]);
  });
});
