import { describe, expect, it } from 'vitest';
import type { Price } from '../../../../preload/contract/payouts.ts';
import { closes, panelLines, rateText, reviewLines, samePrice, walletAfter } from '../../../../renderer/screens/payouts/price-lines.ts';

const price: Price = {
  send: { minor: 240_000, currency: 'GBP' }, fees: [{ label: 'Blaaiz fee', amount: { minor: 1_950, currency: 'GBP' } }, { label: 'Bank transfer fee', amount: { minor: 1_200, currency: 'GBP' } }],
  totalFees: { minor: 3_150, currency: 'GBP' }, converted: { minor: 236_850, currency: 'GBP' }, rate: '2012.5', receive: { minor: 476_660_625, currency: 'NGN' }, gap: null, readAt: 1,
};

describe('the sum of a price', () => {
  it('has the fees as they were given, their total, what is converted and the rate', () => {
    expect(panelLines(price).map(({ label, kind }) => [label, kind ?? 'plain'])).toEqual([
      ['You send', 'sum'], ['Blaaiz fee', 'part'], ['Bank transfer fee', 'part'], ['Total fees', 'plain'], ['Converted', 'result'], ['Rate, for 1 GBP', 'plain'],
    ]);
  });
  it('speaks of no conversion within one currency, and of a rate only if it isn\u2019t one', () => {
    const same = { ...price, receive: price.converted, rate: '1.00' };
    expect(panelLines(same).slice(-1)).toMatchObject([{ label: 'After fees', kind: 'result' }]);
    expect(reviewLines({ ...same, rate: '0.99' }).slice(-2)).toMatchObject([{ label: 'After fees' }, { label: 'Rate, for 1 GBP' }]);
  });
  it('closes only to the penny and in one currency', () => {
    expect(closes(price)).toBe(true);
    expect(closes({ ...price, converted: { minor: 236_851, currency: 'GBP' } })).toBe(false);
    expect(closes({ ...price, gap: { minor: 1, currency: 'GBP' } })).toBe(false);
    expect(closes({ ...price, totalFees: { minor: 3_150, currency: 'USD' } })).toBe(false);
  });
  it('is the same whenever it was read and however its rate is written', () => {
    expect(samePrice(price, { ...price, readAt: 99, rate: '2012.50' })).toBe(true);
    expect(samePrice(price, { ...price, receive: { minor: 476_660_624, currency: 'NGN' } })).toBe(false);
  });
});

describe('a rate', () => {
  it('keeps every digit it came with, and two at least', () => {
    expect(rateText('2012.5')).toBe('2,012.50');
    expect(rateText('0.000496894409')).toBe('0.000496894409');
  });
});

describe('what stays in a wallet', () => {
  it('is told only in the wallet’s own currency', () => {
    expect(walletAfter({ minor: 300_000, currency: 'GBP' }, price.send)).toEqual({ minor: 60_000, currency: 'GBP' });
    expect(walletAfter({ minor: 300_000, currency: 'EUR' }, price.send)).toBeNull();
  });
});
