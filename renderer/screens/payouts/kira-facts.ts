import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { countryName } from '../../../preload/contract/countries.ts';
import { networkNames } from '../../../preload/contract/deposit.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import { methodLabels, type PayeeDetails } from '../../../preload/contract/payee-fields.ts';
import type { KiraDraft, Payout, PayoutDraft } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { locale, t } from '../../text.ts';
import type { Fact } from './facts.tsx';
import { documentFacts } from './document-facts.tsx';

const grouped = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? '';

/** Everything that decides about a Kira payout, in the order in which it is read before sending; `account` is its virtual account, once known. */
export function kiraFacts(payout: Payout, account: VirtualAccount | undefined): readonly Fact[] {
  const { draft } = payout;
  return [
    fromFact(payout, account), accountFact(draft), { id: 'rail', label: t('Rail'), value: methodWords(draft) },
    draft.reference === ''
      ? { id: 'memo', label: t('Memo'), value: t('none'), quiet: true }
      : { id: 'memo', label: t('Memo'), value: draft.reference, lines: [t('The payee’s bank sees this')] },
    ...(draft.kira ? noteFacts(draft.kira) : []), ...documentFacts(payout),
    ...(draft.purpose === '' ? [] : [{ id: 'purpose', label: t('Purpose'), value: t(draft.purpose) }]),
  ];
}

/** What a virtual account is called: what was written for it, else its number's end, else its id's. */
export function accountName({ description, payIn, id }: Pick<VirtualAccount, 'description' | 'payIn' | 'id'>): string {
  return description.trim() || t('Account {tail}', { tail: `··${(payIn?.accountNumber ?? id).slice(-4)}` });
}

function fromFact({ customerName, draft }: Payout, account: VirtualAccount | undefined): Fact {
  const holder = customerName || account?.userName || '';
  const name = account ? accountName(account) : '';
  return {
    id: 'from', label: t('From'), value: holder || name || t('not set'),
    lines: [holder === '' ? '' : name, draft.kira ? fundingWords(draft.kira) : ''].filter((line) => line !== ''),
  };
}

/** How a payout is paid for: from the account's dollars, or by a deposit of stablecoin. */
function fundingWords({ mode, network, token }: KiraDraft): string {
  if (mode === 'fiat') return t('From the dollar account at {provider}', { provider: providerNames.kira });
  if (!network || !token) return t('By a deposit of stablecoin');
  return t('By a deposit of {token} on {network}', { token, network: networkNames[network] });
}

function accountFact({ details, method }: PayoutDraft): Fact {
  const account = details.iban ? grouped(details.iban) : (details.accountNumber ?? '');
  return {
    id: 'account', label: t('To account'), value: account || t('not set'), mono: account !== '', quiet: account === '',
    lines: accountLines(details, method === 'wire'),
  };
}

function accountLines(details: PayeeDetails, wire: boolean): readonly string[] {
  const { bankName, bic, routingNumber, accountType, country } = details;
  const labelled = (label: string, value: string | undefined) => (value ? t('{label}: {value}', { label, value }) : '');
  return [
    bankName ?? '', labelled(t('Routing number'), wire ? routingNumber : ''), labelled(t('SWIFT code'), bic),
    wire && accountType ? (accountType === 'savings' ? t('Savings account') : t('Checking account')) : '', labelled(t('Country'), country ? countryName(country) : ''),
  ].filter((line) => line !== '');
}

function methodWords({ method }: PayoutDraft): string {
  return method ? t('{method} in {currency}', { method: t(methodLabels[method]), currency: t('US dollars') }) : t('not set');
}

function noteFacts({ invoiceNumber, internalNotes, markup }: KiraDraft): readonly Fact[] {
  return [
    ...(invoiceNumber === '' ? [] : [{ id: 'invoice', label: t('Invoice number'), value: invoiceNumber, mono: true }]),
    ...(internalNotes === '' ? [] : [{ id: 'notes', label: t('Internal notes'), value: internalNotes, lines: [t('The payee does not see these')] }]),
    ...(markup === null ? [] : [{ id: 'markup', label: t('Your mark-up'), value: markupWords(markup), lines: [t('For this payout alone, in place of the usual one')] }]),
  ];
}

function markupWords({ fixedMinor, percent }: NonNullable<KiraDraft['markup']>): string {
  const parts = [fixedMinor === null ? '' : formatMoney({ minor: fixedMinor, currency: 'USD' }, locale()), percent === '' ? '' : `${percent} %`];
  return parts.filter((part) => part !== '').join(' + ') || t('none');
}
