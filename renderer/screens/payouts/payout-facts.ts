import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { compareHolder } from '../../../preload/contract/holder-name.ts';
import type { Bank } from '../../../preload/contract/app.ts';
import { currencies } from '../../../preload/contract/currency.ts';
import { methodLabels, payeeFieldsFor, type PayeeField } from '../../../preload/contract/payee-fields.ts';
import type { Payout, PayoutDraft } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { t } from '../../text.ts';
import { accountKey, shownDetail } from './account-text.ts';
import { documentFacts } from './document-facts.tsx';
import type { Fact } from './facts.tsx';
import { kiraFacts } from './kira-facts.ts';

/** Everything that decides about a payout, in the order in which it is read before sending. `bank` is the payee's, where one was chosen from a
 *  list; `account` the virtual account of a Kira payout. */
export function payoutFacts(payout: Payout, bank: Bank | undefined, account?: VirtualAccount): readonly Fact[] {
  if (payout.provider === 'kira') return kiraFacts(payout, account);
  const { draft } = payout;
  return [
    { id: 'from', label: t('From'), value: payout.customerName || t('not set'), lines: fromLines(draft) },
    ...accountFacts(draft, bank),
    { id: 'method', label: t('Method'), value: methodWords(draft) },
    draft.reference === ''
      ? { id: 'reference', label: t('Reference'), value: t('none'), quiet: true }
      : { id: 'reference', label: t('Reference'), value: draft.reference, mono: true, lines: [t('The payee sees this')] },
    { id: 'purpose', label: t('Purpose'), value: draft.purpose === '' ? t('not set') : t(draft.purpose), quiet: draft.purpose === '' },
    ...documentFacts(payout),
  ];
}

function fromLines(draft: PayoutDraft): readonly string[] {
  return draft.fromCurrency ? [t('{currency} wallet at {provider}', { currency: currencies[draft.fromCurrency].plural, provider: providerNames.blaaiz })] : [];
}

function methodWords(draft: PayoutDraft): string {
  if (!draft.method || !draft.toCurrency) return t('not set');
  return t('{method} in {currency}', { method: t(methodLabels[draft.method]), currency: currencies[draft.toCurrency].plural.replace(/^(Pounds|Euros|Naira|Cedis)$/, (name) => name.toLowerCase()) });
}

/** The account as it will be paid: the number that is compared, then all else that goes with it. */
export function accountFacts(draft: PayoutDraft, bank: Bank | undefined): readonly Fact[] {
  const { toCurrency, method, details } = draft;
  if (!toCurrency || !method) return [{ id: 'account', label: t('To account'), value: t('not set') }];
  const fields = payeeFieldsFor(toCurrency, method);
  const key = accountKey(fields);
  const shown = (field: PayeeField) => valueOf(field, draft, bank);
  const rest = fields.filter((field) => field.key !== key && field.kind !== 'bank' && (details[field.key] ?? '') !== '');
  const lines = [bankLine(draft, bank), ...rest.map((field) => t('{label}: {value}', { label: t(field.label), value: shown(field) }))];
  const account = key ? shownDetail(toCurrency, method, key, details[key] ?? '') : '';
  return [
    { id: 'account', label: t('To account'), value: account || t('not set'), mono: account !== '', lines: lines.filter((line) => line !== '') },
  ];
}

function valueOf(field: PayeeField, { toCurrency, method, details }: PayoutDraft, bank: Bank | undefined): string {
  const value = details[field.key] ?? '';
  const choice = field.choices?.find((one) => one.value === value);
  if (choice) return t(choice.label);
  if (field.kind === 'operator') return bank?.name ?? value;
  return toCurrency && method ? shownDetail(toCurrency, method, field.key, value) : value;
}

function bankLine(draft: PayoutDraft, bank: Bank | undefined): string {
  const name = draft.details.bankId ? (bank?.name ?? t('Bank {id}', { id: draft.details.bankId })) : '';
  if (draft.holderName === null) return name;
  const match = compareHolder(draft.payeeName, draft.holderName);
  const holder = draft.holderName;
  const says = match === 'same' ? t('Bank says: {holder}, matches the payee', { holder })
    : draft.holderAccepted ? t('Bank says: {holder}, accepted by you', { holder })
      : t('Bank says: {holder}, not compared yet', { holder });
  return name === '' ? says : `${name}. ${says}`;
}
