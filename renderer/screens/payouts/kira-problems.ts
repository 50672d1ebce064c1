import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import { moneyProblemWords } from '../../components/money-field.tsx';
import { amountProblem } from '../../state/draft-edits.ts';
import { kiraLimits, kiraOf, lengthOf, readPercent } from '../../state/kira-edits.ts';
import { locale, t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import { percentWords } from './kira-words.ts';

/** Everything in the form that keeps a Kira payout from review, in form order. `fixed` is what is wrong with the mark-up's fixed part as typed. */
export function kiraProblems(draft: PayoutDraft, documents: readonly PayoutDocument[], fixed: string | null): readonly FormProblem[] {
  const need = (path: string, label: string, missing: boolean, message: string): readonly FormProblem[] =>
    (missing ? [{ id: fieldId(path), label, message }] : []);
  const { mode, network, token } = kiraOf(draft);
  const byCoin = mode === 'crypto';
  return [
    ...need('walletId', t('Virtual account'), draft.walletId === null, t('Choose where the payout leaves.')),
    ...need('kira.network', t('Network'), byCoin && network === null, t('Choose the network you send the stablecoin on.')),
    ...need('kira.token', t('Token'), byCoin && token === null, t('Choose the stablecoin you send.')),
    ...need('payeeId', t('Recipient'), draft.payeeId === null, t('Choose who receives.')),
    ...amountProblems(draft), ...markupProblems(draft, fixed),
    ...need('reference', t('Memo'), lengthOf(draft.reference) > kiraLimits.memo, t('At most {n} characters.', { n: kiraLimits.memo })),
    ...need('documents', t('Supporting documents'), byCoin && documents.length === 0, t('Kira wants an invoice or another paper for a payout by stablecoin.')),
  ];
}

function amountProblems(draft: PayoutDraft): readonly FormProblem[] {
  const problem = amountProblem(draft, locale());
  const message = problem ? moneyProblemWords(problem, 'USD') : draft.amountMinor === null ? t('Enter how much.') : null;
  return message === null ? [] : [{ id: fieldId('amountMinor'), label: t('Amount'), message }];
}

function markupProblems(draft: PayoutDraft, fixed: string | null): readonly FormProblem[] {
  const { markup } = kiraOf(draft);
  if (markup === null) return [];
  const { plain, problem } = readPercent(markup.percent);
  const empty = fixed === null && markup.fixedMinor === null && plain === '';
  return [
    ...(empty ? [{ id: fieldId('kira.markup.fixedMinor'), label: t('Mark-up'), message: t('Enter the fixed part, the share, or both; 0 is none.') }] : []),
    ...(fixed === null ? [] : [{ id: fieldId('kira.markup.fixedMinor'), label: t('Mark-up, fixed part'), message: fixed }]),
    ...(problem === null ? [] : [{ id: fieldId('kira.markup.percent'), label: t('Mark-up, share'), message: percentWords(problem) }]),
  ];
}

/** The first thing that is not filled in yet, in form order. */
export function firstEmpty(draft: PayoutDraft): string | null {
  const empty = [['walletId', draft.walletId === null], ['payeeId', draft.payeeId === null], ['amountMinor', draft.amountText === '']] as const;
  return empty.find(([, missing]) => missing)?.[0] ?? null;
}
