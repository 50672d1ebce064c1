import { payoutDocumentLimits, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { RecipientDesk } from '../ports.ts';
import { wireMarkup } from './markup.ts';
import { amountOf } from './question.ts';

/** The most bytes of one request's body (Kira API, version 2026-06-01). */
export const maxBodyBytes = 10 * 1024 * 1024;
/** The most letters of a memo and of an invoice number, counted as code points (Kira API, version 2026-06-01). */
const maxMemo = 255;
const maxInvoice = 100;

type Issues = readonly FieldIssue[];
const issue = (wrong: boolean, path: string, message: string): Issues => (wrong ? [{ path, message }] : []);

/** What is missing or wrong before a Kira draft can be ready, in form order; empty when nothing is. Works offline. */
export function missingIn(recipients: RecipientDesk, draft: PayoutDraft, documents: readonly PayoutDocument[]): Issues {
  return [...missingEnds(recipients, draft), ...missingAmount(draft), ...missingFunding(draft, documents), ...tooLong(draft), ...tooMuch(documents)];
}

function missingEnds(recipients: RecipientDesk, { walletId, payeeId, kira }: PayoutDraft): Issues {
  return [
    ...issue(walletId === null || kira === null, 'walletId', 'Choose the account.'),
    ...issue(payeeId === null, 'payeeId', 'Choose the recipient.'),
    ...issue(payeeId !== null && recipients.find(payeeId) === null, 'payeeId', 'This recipient is no longer in the book. Choose another.'),
  ];
}

function missingAmount(draft: PayoutDraft): Issues {
  if (draft.side !== 'send') return [{ path: 'side', message: 'Kira takes the amount that leaves the account.' }];
  const markup = draft.kira === null ? null : wireMarkup(draft.kira.markup);
  const amount = issue(amountOf(draft) === null, 'amountMinor', draft.amountText.trim() === '' ? 'Set the amount.' : 'This is not an amount above zero.');
  return [...amount, ...(markup === null || markup.ok ? [] : [markup.error])];
}

function missingFunding({ kira }: PayoutDraft, documents: readonly PayoutDocument[]): Issues {
  if (kira?.mode !== 'crypto') return [];
  return [
    ...issue(kira.network === null, 'kira.network', 'Choose the network that the deposit comes on.'),
    ...issue(kira.token === null, 'kira.token', 'Choose the token that is deposited.'),
    ...issue(documents.length === 0, 'documents', 'Add an invoice or another document: Kira asks for one.'),
  ];
}

const letters = (text: string) => Array.from(text).length;

function tooLong({ reference, kira }: PayoutDraft): Issues {
  return [
    ...issue(letters(reference) > maxMemo, 'reference', `The memo has at most ${maxMemo} letters.`),
    ...issue(letters(kira?.invoiceNumber ?? '') > maxInvoice, 'kira.invoiceNumber', `An invoice number has at most ${maxInvoice} letters.`),
  ];
}

function tooMuch(documents: readonly PayoutDocument[]): Issues {
  const { count, bytes } = payoutDocumentLimits;
  const whole = documents.reduce((sum, { encodedSize }) => sum + encodedSize, 0);
  return [
    ...issue(documents.length > count, 'documents', `A payout carries at most ${count} documents.`),
    ...issue(documents.some(({ size }) => size > bytes) || whole > maxBodyBytes, 'documents', `A document has at most ${bytes / 1024 / 1024} MB.`),
  ];
}
