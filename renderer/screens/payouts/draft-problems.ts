import { validatePayeeDetails } from '../../../preload/contract/bank-details.ts';
import { compareHolder } from '../../../preload/contract/holder-name.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { payeeFieldsFor, type PayeeFieldKey } from '../../../preload/contract/payee-fields.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import { moneyProblemWords } from '../../components/money-field.tsx';
import { amountCurrency, amountProblem } from '../../state/draft-edits.ts';
import { locale, t } from '../../text.ts';

/** The id of a draft's field on the page; payee details carry their own key. */
export const fieldId = (path: string): string => `payout-${path.replace(/^details\./, '')}`;

/** The payee's details that are wrong, by field. Doubts don't stop a payout and are told apart. */
export type DetailIssues = Partial<Record<PayeeFieldKey, { readonly level: 'error' | 'warning'; readonly message: string }>>;

/** What is wrong or doubtful about the payee's account; the first of each field, errors before doubts. */
export function detailIssues(draft: PayoutDraft, bankCode: string | undefined): DetailIssues {
  if (!draft.toCurrency || !draft.method) return {};
  const issues = validatePayeeDetails(draft.toCurrency, draft.method, draft.details, bankCode === undefined ? {} : { bankCode });
  const found: DetailIssues = {};
  for (const { path, level, message } of issues) {
    if (!found[path] || (found[path].level === 'warning' && level === 'error')) found[path] = { level, message };
  }
  return found;
}

/** Everything in the form that keeps a payout from review, in form order. */
export function draftProblems(draft: PayoutDraft, bankCode: string | undefined): readonly FormProblem[] {
  const need = (path: string, label: string, missing: boolean, message: string): readonly FormProblem[] =>
    (missing ? [{ id: fieldId(path), label, message }] : []);
  return [
    ...need('customerId', t('Customer'), draft.customerId === null, t('Choose who sends.')),
    ...need('walletId', t('Wallet'), draft.walletId === null, t('Choose where the money leaves.')),
    ...need('payeeName', t('Payee'), draft.payeeName.trim() === '', t('Name who receives.')),
    ...need('toCurrency', t('Currency'), draft.toCurrency === null, t('Choose what arrives.')),
    ...need('method', t('Method'), draft.method === null && draft.toCurrency !== null, t('Choose how it travels.')),
    ...detailProblems(draft, bankCode),
    ...holderProblems(draft),
    ...amountProblems(draft),
  ];
}

function detailProblems(draft: PayoutDraft, bankCode: string | undefined): readonly FormProblem[] {
  if (!draft.toCurrency || !draft.method) return [];
  const issues = detailIssues(draft, bankCode);
  return payeeFieldsFor(draft.toCurrency, draft.method).flatMap(({ key, label }) => {
    const issue = issues[key];
    return issue?.level === 'error' ? [{ id: fieldId(key), label, message: issue.message }] : [];
  });
}

function holderProblems(draft: PayoutDraft): readonly FormProblem[] {
  if (draft.holderName === null || draft.holderAccepted || draft.payeeName.trim() === '') return [];
  if (compareHolder(draft.payeeName, draft.holderName) === 'same') return [];
  return [{ id: fieldId('holderAccepted'), label: t('Account holder'), message: t('Compare the bank’s name with the payee and tick the box.') }];
}

function amountProblems(draft: PayoutDraft): readonly FormProblem[] {
  const currency = amountCurrency(draft);
  const label = t('Amount');
  if (currency === null) return [];
  const problem = amountProblem(draft, locale());
  if (problem) return [{ id: fieldId('amountMinor'), label, message: moneyProblemWords(problem, currency) }];
  return draft.amountMinor === null ? [{ id: fieldId('amountMinor'), label, message: t('Enter how much.') }] : [];
}

/** What main found wrong, as lines that lead to the fields. */
export function mainProblems(error: AppError | null): readonly FormProblem[] {
  return (error?.fields ?? []).map(({ path, message }) => ({ id: fieldId(path), label: labelOf(path), message }));
}

function labelOf(path: string): string {
  const labels: Readonly<Record<string, string>> = {
    customerId: t('Customer'), walletId: t('Wallet'), payeeName: t('Payee'), toCurrency: t('Currency'), method: t('Method'),
    amountMinor: t('Amount'), reference: t('Reference'), purpose: t('Purpose'), holderAccepted: t('Account holder'),
    payeeId: t('Recipient'), documents: t('Supporting documents'), 'kira.network': t('Network'), 'kira.token': t('Token'), 'kira.markup': t('Mark-up'), 'kira.markup.percent': t('Mark-up, share'),
    'kira.markup.fixedMinor': t('Mark-up, fixed part'), 'kira.invoiceNumber': t('Invoice number'), 'kira.internalNotes': t('Internal notes'),
  };
  return labels[path.replace(/^details\./, '')] ?? t('Payee');
}
