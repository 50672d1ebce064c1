import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { countryName } from '../../../preload/contract/countries.ts';
import { looksLikeIban } from '../../../preload/contract/iban.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Recipient, RecipientFields } from '../../../preload/contract/recipients.ts';
import { kiraOf } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import type { Fact } from './facts.tsx';
import { documentFacts } from './document-facts.tsx';
import { accountName, kiraFacts } from './kira-facts.ts';
import { useLatin } from './kira-use-latin.ts';
import { coinWords, markupWords, modeWords, railTime, railWords } from './kira-words.ts';

/** Everything that decides about a Kira payout, read back before it goes: who pays and how, who receives, at which bank, under which address,
 *  and how banks write what they don't carry. Without the recipient's book entry, what the payout itself holds. */
export function useReviewFacts(payout: Payout, account: VirtualAccount | undefined, recipient: Recipient | undefined): readonly Fact[] {
  const { draft } = payout;
  const texts = [payout.payeeName, recipient ? addressOf(recipient.fields) : '', recipient ? bankAddressOf(recipient.fields) : '', draft.reference];
  const [name, address, bank, memo] = useLatin(texts);
  if (!recipient) return kiraFacts(payout, account);
  const { fields } = recipient;
  const { invoiceNumber, internalNotes, markup } = kiraOf(draft);
  return [
    fromFact(payout, account),
    { id: 'to', label: t('To'), value: payout.payeeName, lines: lines(written(name), addressOf(fields), written(address)) },
    { id: 'account', label: t('To account'), value: accountText(fields), mono: true, lines: lines(routeOf(fields), fields.bankName, bankAddressOf(fields), written(bank)) },
    { id: 'rail', label: t('Rail'), value: t('{rail} in US dollars', { rail: railWords(fields.rail) }), lines: [railTime(fields.rail)] },
    draft.reference === '' ? { id: 'memo', label: t('Memo'), value: t('none'), quiet: true }
      : { id: 'memo', label: t('Memo'), value: draft.reference, lines: lines(written(memo), t('The payee’s bank sees this')) },
    ...(invoiceNumber === '' ? [] : [{ id: 'invoice', label: t('Invoice number'), value: invoiceNumber, mono: true }]),
    { id: 'markup', label: t('Mark-up'), value: sentence(markupWords(markup)), quiet: markup === null, lines: markup === null ? [] : [t('For this payout alone, in place of the usual one')] },
    ...documentFacts(payout),
    ...(internalNotes === '' ? [] : [{ id: 'notes', label: t('Internal notes'), value: internalNotes, lines: [t('The payee does not see these')] }]),
  ];
}

const lines = (...all: readonly (string | null)[]): readonly string[] => all.filter((line): line is string => line !== null && line !== '');
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How banks write it, where that differs. */
function written(latin: string | null | undefined): string | null {
  return latin === null || latin === undefined ? null : t('Banks write it: {latin}', { latin });
}

function fromFact({ customerName, draft }: Payout, account: VirtualAccount | undefined): Fact {
  const kira = kiraOf(draft);
  const funded = kira.mode === 'crypto' ? t('By a deposit of {coin}', { coin: coinWords(kira) }) : modeWords('fiat');
  return {
    id: 'from', label: t('From'), value: account?.userName ?? (customerName || t('not set')),
    lines: lines(account ? t('{account} at Kira', { account: accountName(account) }) : null, funded),
  };
}

/** The holder's address on one line, as its parts are kept. */
function addressOf({ street, city, state, postalCode, country }: RecipientFields): string {
  return addressLine(street, city, state, postalCode, country);
}

function bankAddressOf({ bankStreet, bankCity, bankState, bankPostalCode, bankCountry }: RecipientFields): string {
  return addressLine(bankStreet, bankCity, bankState, bankPostalCode, bankCountry);
}

function addressLine(street: string, city: string, state: string, postalCode: string, country: string): string {
  // Where addresses have a state, the postcode stands behind it; elsewhere before the town.
  const parts = state.trim() === '' ? [postalCode, city] : [city, state, postalCode];
  const town = parts.map((part) => part.trim()).filter((part) => part !== '').join(' ');
  return [street.trim(), town, country === '' ? '' : countryName(country)].filter((part) => part !== '').join(', ');
}

function accountText({ accountNumber }: RecipientFields): string {
  const bare = accountNumber.replace(/\s/g, '').toUpperCase();
  return looksLikeIban(bare) ? (bare.match(/.{1,4}/g)?.join(' ') ?? bare) : bare;
}

function routeOf({ rail, routingNumber, bic, accountType, intermediaryRouting }: RecipientFields): string {
  const type = accountType === '' ? '' : accountType === 'savings' ? t('savings account') : t('checking account');
  const parts = rail === 'wire'
    ? [routingNumber === '' ? '' : t('Routing number {number}', { number: routingNumber }), type]
    : [bic === '' ? '' : t('SWIFT code {bic}', { bic: bic.toUpperCase() }), intermediaryRouting === '' ? '' : t('through {number}', { number: intermediaryRouting })];
  return parts.filter((part) => part !== '').join(', ');
}
