import { describe, expect, it } from 'vitest';
import { payoutDocumentLimits, type PayoutDocument } from '../../../../preload/contract/deposit.ts';
import { emptyPayoutDraft, type KiraDraft, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { missingIn } from '../../../../main/payouts/kira/completeness.ts';
import { priceQuestion, questionKey } from '../../../../main/payouts/kira/question.ts';
import { cryptoDraft, fiatDraft, globex } from './kira-desk.ts';

const recipients = { find: (id: string) => (id === 'r1' ? globex : id === 'r2' ? { ...globex, id: 'r2', remoteId: 'rec-2' } : null), paid: () => undefined };
const file: PayoutDocument = { id: 'd1', name: 'a.pdf', mime: 'application/pdf', size: 100, encodedSize: 164, sha256: 'a', kind: 'invoice', description: '', addedAt: 1 };
const paths = (draft: PayoutDraft, files: readonly PayoutDocument[] = []) => missingIn(recipients, draft, files).map(({ path }) => path);
const kira = (draft: PayoutDraft, change: Partial<KiraDraft>): PayoutDraft => ({ ...draft, kira: { ...draft.kira!, ...change } });
const key = (draft: PayoutDraft) => {
  const question = priceQuestion(recipients, draft);
  return question === null ? null : questionKey(question);
};

describe('what is missing in a Kira draft', () => {
  it('is nothing in a complete one, everything in form order in an empty one', () => {
    expect([paths(fiatDraft), paths(cryptoDraft, [file])]).toEqual([[], []]);
    expect(paths(emptyPayoutDraft)).toEqual(['walletId', 'payeeId', 'amountMinor']);
    expect(paths(kira(emptyPayoutDraft, { mode: 'crypto', network: null, token: null, markup: { fixedMinor: null, percent: 'x' }, invoiceNumber: '', internalNotes: '' })))
      .toEqual(['walletId', 'payeeId', 'amountMinor', 'kira.markup.percent', 'kira.network', 'kira.token', 'documents']);
  });

  it.each<[string, PayoutDraft, readonly string[]]>([
    ['a recipient that is gone', { ...fiatDraft, payeeId: 'nobody' }, ['payeeId']],
    ['the amount that arrives', { ...fiatDraft, side: 'receive' }, ['side']],
    ['nothing', { ...fiatDraft, amountMinor: 0 }, ['amountMinor']],
    ['a document for crypto', cryptoDraft, ['documents']],
    ['an account without its way of funding', { ...fiatDraft, kira: null }, ['walletId']],
    ['C18: a memo beyond 255 letters', { ...fiatDraft, reference: 'x'.repeat(256) }, ['reference']],
    ['an invoice number beyond 100', kira(fiatDraft, { invoiceNumber: 'x'.repeat(101) }), ['kira.invoiceNumber']],
  ])('says where: %s', (_what, draft, where) => {
    expect(paths(draft)).toEqual(where);
  });

  it('counts letters, not halves of them', () => {
    expect(paths({ ...fiatDraft, reference: '\u{1F4B8}'.repeat(255) })).toEqual([]);
  });

  it('trap 21: holds documents to number and size, as they travel', () => {
    expect(paths(cryptoDraft, [file, file, file])).toEqual(['documents']);
    expect(paths(cryptoDraft, [{ ...file, size: payoutDocumentLimits.bytes + 1 }])).toEqual(['documents']);
    expect(paths(cryptoDraft, [{ ...file, encodedSize: 6_000_000 }, { ...file, encodedSize: 6_000_000 }])).toEqual(['documents']);
  });
});

describe('the question for a price', () => {
  it.each<[string, PayoutDraft]>([
    ['account', { ...fiatDraft, walletId: null }], ['recipient', { ...fiatDraft, payeeId: null }], ['amount', { ...fiatDraft, amountMinor: null }],
    ['mark-up that can be read', kira(fiatDraft, { markup: { fixedMinor: 1, percent: '999' } })], ['network', kira(cryptoDraft, { network: null })], ['recipient at Kira', { ...fiatDraft, payeeId: 'nobody' }],
  ])('is none without %s', (_what, draft) => {
    expect(key(draft)).toBeNull();
  });

  it('is the same for the same money to the same account, and another for any other', () => {
    expect(key({ ...fiatDraft, reference: 'Other', payeeName: 'x' })).toBe(key(fiatDraft));
    const others = [
      { ...fiatDraft, amountMinor: 25_051 }, { ...fiatDraft, walletId: 'va-2' }, { ...fiatDraft, payeeId: 'r2' }, cryptoDraft, kira(cryptoDraft, { network: 'solana' }),
      kira(cryptoDraft, { token: 'USDT' }), kira(fiatDraft, { markup: { fixedMinor: 0, percent: '' } }), kira(fiatDraft, { markup: { fixedMinor: 0, percent: '1' } }),
    ];
    expect(new Set([fiatDraft, ...others].map(key)).size).toBe(others.length + 1);
  });
});
