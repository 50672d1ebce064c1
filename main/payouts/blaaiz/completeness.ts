import { validatePayeeDetails } from '../../../preload/contract/bank-details.ts';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import { money, type Money } from '../../../preload/contract/money.ts';
import { methodsFor } from '../../../preload/contract/payee-fields.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { PriceQuestion } from '../../providers/provider.ts';

/** What is missing or wrong before a draft can be ready, in form order; empty when nothing is. Works offline. */
export function missingIn(draft: PayoutDraft): readonly FieldIssue[] {
  return [...missingSource(draft), ...missingPayee(draft), ...missingAmount(draft)];
}

function missingSource(draft: PayoutDraft): readonly FieldIssue[] {
  return [
    ...(draft.customerId === null ? [{ path: 'customerId', message: 'Choose the customer who sends.' }] : []),
    ...(draft.walletId === null || draft.fromCurrency === null ? [{ path: 'walletId', message: 'Choose the wallet.' }] : []),
  ];
}

function missingPayee(draft: PayoutDraft): readonly FieldIssue[] {
  const name = draft.payeeName.trim() === '' ? [{ path: 'payeeName', message: 'Name the payee.' }] : [];
  return [...name, ...missingMethod(draft), ...missingDetails(draft)];
}

function missingMethod({ toCurrency, method }: PayoutDraft): readonly FieldIssue[] {
  if (toCurrency === null) return [{ path: 'toCurrency', message: 'Choose the currency that arrives.' }];
  if (method === null) return [{ path: 'method', message: 'Choose how it is paid.' }];
  return methodsFor(toCurrency).includes(method) ? [] : [{ path: 'method', message: `${toCurrency} is not paid this way.` }];
}

function missingDetails({ toCurrency, method, details }: PayoutDraft): readonly FieldIssue[] {
  if (toCurrency === null || method === null) return [];
  return validatePayeeDetails(toCurrency, method, details).filter(({ level }) => level === 'error')
    .map(({ path, message }) => ({ path: `details.${path}`, message }));
}

function missingAmount(draft: PayoutDraft): readonly FieldIssue[] {
  if (draft.amountMinor !== null && draft.amountMinor > 0) return [];
  return [{ path: 'amountMinor', message: draft.amountText.trim() === '' ? 'Set the amount.' : 'This is not an amount above zero.' }];
}

/** The amount as the person gave it, in the currency of its side; null when it isn't set. */
export function askedAmount(draft: PayoutDraft): Money | null {
  const currency = draft.side === 'send' ? draft.fromCurrency : draft.toCurrency;
  return draft.amountMinor === null || draft.amountMinor <= 0 || currency === null ? null : money(draft.amountMinor, currency);
}

/** What to ask the provider for a price, or null when the draft doesn't say enough. */
export function priceQuestion(draft: PayoutDraft): PriceQuestion | null {
  const amount = askedAmount(draft);
  const { fromCurrency: from, toCurrency: to, method, side, details: { country } } = draft;
  if (amount === null || from === null || to === null || method === null) return null;
  // Only a currency that several countries share needs the country.
  return { from, to, method, side, amount, ...(to === 'XOF' && country ? { country } : {}) };
}

/** A price question as one text: the same question has the same text. */
export function questionKey(question: PriceQuestion): string {
  return ['price', question.from, question.to, question.method, question.side, question.amount.minor, question.country ?? ''].join(':');
}
