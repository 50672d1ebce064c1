import { describe, expect, it } from 'vitest';
import { askedAmount, missingIn, priceQuestion, questionKey } from '../../../../main/payouts/blaaiz/completeness.ts';
import { emptyPayoutDraft, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { interacDraft } from '../desk.ts';

const paths = (change: Partial<PayoutDraft>) => missingIn({ ...interacDraft, ...change }).map(({ path }) => path);
const keyOf = (change: Partial<PayoutDraft>) => {
  const question = priceQuestion({ ...interacDraft, ...change });
  return question === null ? null : questionKey(question);
};

describe('what is missing in a draft', () => {
  it('is nothing in a complete one, everything in form order in an empty one', () => {
    expect(missingIn(interacDraft)).toEqual([]);
    expect(missingIn(emptyPayoutDraft).map(({ path }) => path)).toEqual(['customerId', 'walletId', 'payeeName', 'toCurrency', 'amountMinor']);
  });

  it.each<[string, Partial<PayoutDraft>, string]>([
    ['a name of spaces', { payeeName: '  ' }, 'payeeName'], ['a wallet without its currency', { fromCurrency: null }, 'walletId'],
    ['no way to pay', { method: null }, 'method'], ['nothing', { amountMinor: 0 }, 'amountMinor'], ['less than nothing', { amountMinor: -1 }, 'amountMinor'],
  ])('says where: %s', (_what, change, path) => {
    expect(paths(change)).toEqual([path]);
  });

  it('names a way that the currency is not paid by, and the payee’s details under their own name', () => {
    expect(paths({ method: 'mobile_money' })).toContain('method');
    expect(paths({ details: { ...interacDraft.details, email: 'nobody' } })).toEqual(['details.email']);
  });

  it('tells an amount that is not typed yet from one that is none', () => {
    const message = (change: Partial<PayoutDraft>) => missingIn({ ...interacDraft, amountMinor: null, ...change })[0]?.message;
    expect(message({ amountText: ' ' })).not.toBe(message({ amountText: '12x' }));
  });
});

describe('the amount asked for', () => {
  it('is in the currency of its side', () => {
    expect(askedAmount(interacDraft)).toEqual({ minor: 25_000, currency: 'GBP' });
    expect(askedAmount({ ...interacDraft, side: 'receive' })).toEqual({ minor: 25_000, currency: 'CAD' });
  });

  it.each<Partial<PayoutDraft>>([{ amountMinor: null }, { amountMinor: 0 }, { amountMinor: -5 }, { fromCurrency: null }])('is none for %o', (change) => {
    expect(askedAmount({ ...interacDraft, ...change })).toBeNull();
  });
});

describe('the question for a price', () => {
  it.each<Partial<PayoutDraft>>([{ toCurrency: null }, { fromCurrency: null }, { method: null }, { amountMinor: null }])('is none with %o', (change) => {
    expect(priceQuestion({ ...interacDraft, ...change })).toBeNull();
  });

  it('is the same for the same money, whoever is paid, and another for any other money', () => {
    expect(keyOf({ payeeName: 'Else', reference: 'Other', details: {}, customerId: null })).toBe(keyOf({}));
    const others: Partial<PayoutDraft>[] = [{ amountMinor: 25_001 }, { side: 'receive' }, { fromCurrency: 'EUR' }, { toCurrency: 'USD' }, { method: 'wire' }];
    expect(new Set([{}, ...others].map(keyOf)).size).toBe(others.length + 1);
  });

  it('carries the country only for a currency that several countries share', () => {
    expect(priceQuestion({ ...interacDraft, details: { country: 'CA' } })).not.toHaveProperty('country');
    const inTogo = { toCurrency: 'XOF', method: 'mobile_money', details: { country: 'TG' } } as const;
    expect(priceQuestion({ ...interacDraft, ...inTogo })).toMatchObject({ country: 'TG' });
    expect(keyOf(inTogo)).not.toBe(keyOf({ ...inTogo, details: { country: 'SN' } }));
  });
});
