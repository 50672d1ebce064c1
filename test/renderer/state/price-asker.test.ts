import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../preload/contract/errors.ts';
import { emptyPayoutDraft, type KiraDraft, type PayoutDraft, type Price } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { askAfter, makePriceAsker, priceQuestion } from '../../../renderer/state/price-asker.ts';
import { fakeTimers } from './fake-timers.ts';

const priced = (minor: number): Price => ({
  send: { minor, currency: 'GBP' }, fees: [], totalFees: { minor: 0, currency: 'GBP' }, converted: { minor, currency: 'GBP' }, rate: '1',
  receive: { minor, currency: 'GBP' }, gap: null, readAt: minor,
});
const offline = fail<AppError>({ code: 'offline', message: 'No network.' });

describe('the question that a price answers', () => {
  const draft = { ...emptyPayoutDraft, fromCurrency: 'GBP', toCurrency: 'NGN', method: 'bank_transfer', amountMinor: 240000 } as const;
  it('is none while something is missing', () => {
    expect(priceQuestion(emptyPayoutDraft)).toBeNull();
    expect(priceQuestion({ ...draft, amountMinor: null })).toBeNull();
  });
  it('changes with the amount, the side and the currencies, and with nothing else', () => {
    expect(priceQuestion({ ...draft, reference: 'AN-1', payeeName: 'X' })).toBe(priceQuestion(draft));
    expect(new Set([draft, { ...draft, amountMinor: 1 }, { ...draft, side: 'receive' as const }, { ...draft, toCurrency: 'GHS' as const }].map(priceQuestion)).size).toBe(4);
  });
});

describe('the question of a Kira payout', () => {
  const kira: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' };
  const draft: PayoutDraft = { ...emptyPayoutDraft, fromCurrency: 'USD', toCurrency: 'USD', method: 'wire', amountMinor: 100_000, walletId: 'account-1', payeeId: 'recipient-1', kira };
  const byCoin: PayoutDraft = { ...draft, kira: { ...kira, mode: 'crypto', network: 'solana', token: 'USDC' } };
  it('changes with account, recipient, mark-up and what funds it, and with nothing else', () => {
    const other: readonly PayoutDraft[] = [
      { ...draft, walletId: 'account-2' }, { ...draft, payeeId: 'recipient-2' }, { ...draft, kira: { ...kira, markup: { fixedMinor: 1, percent: '' } } }, byCoin,
      { ...byCoin, kira: { ...kira, mode: 'crypto', network: 'polygon', token: 'USDC' } },
    ];
    expect(new Set([draft, ...other].map(priceQuestion)).size).toBe(6);
    expect(priceQuestion({ ...draft, reference: 'x', kira: { ...kira, invoiceNumber: '7' } })).toBe(priceQuestion(draft));
  });
  it('is none before account, recipient, funding and a readable mark-up are there', () => {
    const missing: readonly PayoutDraft[] = [
      { ...draft, walletId: null }, { ...draft, payeeId: null }, { ...byCoin, kira: { ...kira, mode: 'crypto', network: 'solana' } },
      { ...draft, kira: { ...kira, markup: { fixedMinor: null, percent: '200' } } }, { ...draft, kira: { ...kira, markup: { fixedMinor: null, percent: '' } } },
    ];
    expect(missing.map(priceQuestion)).toEqual([null, null, null, null, null]);
  });
});

describe('asking for the price', () => {
  it('asks once typing stands still, and shows the old price meanwhile', async () => {
    const timers = fakeTimers();
    const ask = vi.fn(async (): Promise<Result<Price, AppError>> => ok(priced(2)));
    const asker = makePriceAsker(ask, { price: priced(1), of: 'a' }, timers);
    asker.watch('id', 'b');
    await timers.pass(askAfter - 1);
    asker.watch('id', 'c');
    await timers.pass(askAfter - 1);
    expect(ask).not.toHaveBeenCalled();
    expect(asker.store.getState()).toMatchObject({ price: priced(1), of: 'a', question: 'c', asking: true });
    await timers.pass(1);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(asker.store.getState()).toMatchObject({ price: priced(2), of: 'c', asking: false });
  });

  it('drops an answer to a question that is no longer asked', async () => {
    const timers = fakeTimers();
    const gates: ((answer: Result<Price, AppError>) => void)[] = [];
    const asker = makePriceAsker(() => new Promise((resolve) => gates.push(resolve)), null, timers);
    asker.watch('id', 'a');
    await timers.pass(askAfter);
    asker.watch('id', 'b');
    await timers.pass(askAfter);
    gates[1]?.(ok(priced(2)));
    gates[0]?.(ok(priced(1)));
    await timers.pass(0);
    expect(asker.store.getState()).toMatchObject({ price: priced(2), of: 'b' });
  });

  it('keeps the old figures and says why when there is no answer', async () => {
    const timers = fakeTimers();
    const asker = makePriceAsker(async () => offline, { price: priced(1), of: 'a' }, timers);
    asker.watch('id', 'b');
    await timers.pass(askAfter);
    expect(asker.store.getState()).toMatchObject({ price: priced(1), of: 'a', asking: false, problem: { code: 'offline' } });
  });

  it('asks nothing while the draft is not kept or not complete', async () => {
    const timers = fakeTimers();
    const ask = vi.fn(async (): Promise<Result<Price, AppError>> => ok(priced(1)));
    const asker = makePriceAsker(ask, null, timers);
    asker.watch(null, 'a');
    asker.watch('id', null);
    await timers.pass(5_000);
    expect(ask).not.toHaveBeenCalled();
  });
});
