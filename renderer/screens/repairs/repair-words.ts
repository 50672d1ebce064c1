import { payeeFieldKeys } from '../../../preload/contract/payee-fields.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import type { StatusFamily } from '../../components/status-words.ts';
import { t } from '../../text.ts';

/** What happened to a payout that needs repair, in a sentence. */
export function happened({ kind, payout: { payeeName: name, state } }: Repair): string {
  if (kind === 'sum') return t('The figures do not close: {name}', { name });
  if (state === 'completed') return t('Completed after all: {name}', { name });
  return kind === 'returned' ? t('Came back: {name}', { name }) : t('Failed: {name}', { name });
}

/** How often payouts to the account failed or came back, once it is more than once; null for the first time. */
export function againWords({ returns, kind }: Repair): string | null {
  return kind === 'sum' || returns < 2 ? null : t('{n, plural, other {# payouts to this account failed or came back}}', { n: returns });
}

/** Whether the money is back, in a few words with the colour they wear. */
export function moneyState({ kind, money, waived, closed }: Repair): { readonly words: string; readonly family: StatusFamily } {
  if (kind === 'sum') return { words: t('Figures to clear up'), family: closed ? 'idle' : 'wait' };
  if (money.seen === true) return { words: t('Money back'), family: 'ok' };
  if (waived) return { words: t('Not waited for'), family: 'idle' };
  return money.seen === null ? { words: t('No balance can tell'), family: 'unk' } : { words: t('Money not back yet'), family: 'wait' };
}

/** What the field to correct is called in the editor; null when there is none. */
export function fieldWords({ field, payout: { provider } }: Pick<Repair, 'field' | 'payout'>): string | null {
  if (field === null) return null;
  const labels: Readonly<Record<string, string>> = {
    payeeName: t('Payee'), payeeId: t('Recipient'), amountMinor: t('Amount'), documents: t('Supporting documents'), iban: t('IBAN'), accountNumber: t('Account number'),
    sortCode: t('Sort code'), routingNumber: t('Routing number'), bic: t('BIC'), bankId: t('Bank'), email: t('E-mail'), phoneNumber: t('Phone'), walletAddress: t('Wallet address'),
    accountName: t('Account holder'), interacLastName: t('Family name'), street: t('Street'), city: t('Town'), zipCode: t('Postcode'), country: t('Country'),
  };
  return labels[field.replace(/^details\./, '')] ?? (provider === 'kira' ? t('Recipient') : t('Payee'));
}

/** What was in the field to correct when it left; null where that is nothing to read. */
export function fieldValue({ field }: Pick<Repair, 'field'>, { draft }: Payout): string | null {
  if (field === 'payeeName') return draft.payeeName;
  const key = payeeFieldKeys.find((one) => field === `details.${one}` && one !== 'bankId');
  return key === undefined ? null : draft.details[key] ?? null;
}

/** Who said it: "Blaaiz says". */
export function saidBy({ payout: { provider } }: Repair): string {
  return t('{provider} says', { provider: providerNames[provider] });
}
