import { describe, expect, it } from 'vitest';
import { amountOf, priceQuestion, questionKey } from '../../../../main/payouts/kira/question.ts';
import type { PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { cryptoDraft, fiatDraft, globex } from './kira-desk.ts';

const book = { find: (id: string) => (id === 'r1' ? globex : null), paid: () => undefined };
const kiraPart = (change: Partial<NonNullable<PayoutDraft['kira']>>, draft = cryptoDraft): PayoutDraft => ({ ...draft, kira: draft.kira ? { ...draft.kira, ...change } : null });

describe('the question for a price', () => {
  it('names account, recipient and amount, and the funding only for stablecoin', () => {
    const asked = { accountId: 'va-1', recipientRemoteId: 'rec-1', amount: { minor: 25_050, currency: 'USD' }, markup: null };
    expect(priceQuestion(book, fiatDraft)).toEqual({ ...asked, funding: null });
    expect(priceQuestion(book, cryptoDraft)).toEqual({ ...asked, funding: { network: 'polygon', token: 'USDC' } });
  });

  it.each<readonly [string, PayoutDraft]>([
    ['no amount', { ...fiatDraft, amountMinor: null }], ['nothing to send', { ...fiatDraft, amountMinor: 0 }], ['what should arrive', { ...fiatDraft, side: 'receive' }],
    ['no account', { ...fiatDraft, walletId: null }], ['a recipient who isn\u2019t there', { ...fiatDraft, payeeId: 'r2' }],
    ['no network', kiraPart({ network: null })], ['no token', kiraPart({ token: null })], ['a mark-up of more than the whole', kiraPart({ markup: { fixedMinor: null, percent: '101' } }, fiatDraft)],
  ])('is not asked with %s', (_what, draft) => {
    expect(priceQuestion(book, draft)).toBeNull();
  });

  it('is another one when anything that is priced is another', () => {
    const drafts = [fiatDraft, cryptoDraft, { ...fiatDraft, amountMinor: 25_051 }, { ...fiatDraft, walletId: 'va-2' }, kiraPart({ token: 'USDT' }), kiraPart({ markup: { fixedMinor: 100, percent: '' } }, fiatDraft)];
    const keys = drafts.map((draft) => {
      const question = priceQuestion(book, draft);
      return question && questionKey(question);
    });
    expect(new Set(keys).size).toBe(drafts.length);
    expect(keys).not.toContain(null);
  });

  it('takes the amount as it leaves, never as it arrives', () => {
    expect([amountOf(fiatDraft)?.minor, amountOf({ ...fiatDraft, side: 'receive' })]).toEqual([25_050, null]);
  });
});
