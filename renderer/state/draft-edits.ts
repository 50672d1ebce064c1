import type { Wallet } from '../../preload/contract/app.ts';
import type { CurrencyCode } from '../../preload/contract/currency.ts';
import { formatAmount, type Money, type MoneyProblem } from '../../preload/contract/money.ts';
import { parseMoneyInput } from '../../preload/contract/money-input.ts';
import { methodsFor, payeeFieldsFor, type PayeeFieldKey, type PayoutMethod } from '../../preload/contract/payee-fields.ts';
import type { Payee, PayoutDraft, Price } from '../../preload/contract/payouts.ts';

/** One change to a draft: pure, so that it can be tested and repeated. */
export type DraftEdit = (draft: PayoutDraft) => PayoutDraft;

/** The currency that the amount is typed in. */
export function amountCurrency(draft: PayoutDraft): CurrencyCode | null {
  return draft.side === 'send' ? draft.fromCurrency : draft.toCurrency;
}

/** What is wrong with the amount as typed; null when it can be read, is empty or has no currency yet. Zero and less is `not-a-number`. */
export function amountProblem(draft: PayoutDraft, locale: string): MoneyProblem | 'not-positive' | null {
  const currency = amountCurrency(draft);
  if (currency === null || draft.amountText.trim() === '') return null;
  const read = parseMoneyInput(draft.amountText, currency, locale);
  if (!read.ok) return read.error === 'empty' ? null : read.error;
  return read.value.minor > 0 ? null : 'not-positive';
}

function readAmount(draft: PayoutDraft, locale: string): PayoutDraft {
  const currency = amountCurrency(draft);
  const read = currency === null ? null : parseMoneyInput(draft.amountText, currency, locale);
  return { ...draft, amountMinor: read?.ok && read.value.minor > 0 ? read.value.minor : null };
}

/** Keeps what is typed as the amount, and reads it. */
export const typeAmount = (text: string, locale: string): DraftEdit => (draft) => readAmount({ ...draft, amountText: text.slice(0, 60) }, locale);

/** Turns the amount around: the other side's figure of the price becomes what is asked for; without one the field is empty. */
export const chooseSide = (side: PayoutDraft['side'], price: Price | null, locale: string): DraftEdit => (draft) => {
  if (side === draft.side) return draft;
  const other: Money | null = price ? (side === 'send' ? price.send : price.receive) : null;
  const fits = other !== null && other.currency === (side === 'send' ? draft.fromCurrency : draft.toCurrency);
  return { ...draft, side, amountText: fits ? formatAmount(other, locale) : '', amountMinor: fits ? other.minor : null };
};

/** Chooses who sends. */
export const chooseCustomer = (customerId: string | null): DraftEdit => (draft) => ({ ...draft, customerId });

/** Chooses the wallet and with it the currency that leaves; the amount is read again in it. */
export const chooseWallet = (wallet: Wallet, locale: string): DraftEdit => (draft) =>
  readAmount({ ...draft, walletId: wallet.id, fromCurrency: wallet.currency }, locale);

/** Takes everything known of a payee over. Whether the holder's name fits is decided anew for every payout. */
export const choosePayee = (payee: Payee, locale: string): DraftEdit => (draft) =>
  readAmount({
    ...draft, payeeId: payee.id, payeeName: payee.name, toCurrency: payee.currency, method: payee.method,
    details: payee.details, holderName: payee.holderName, holderAccepted: false,
  }, locale);

/** Names a payee who is not in the book; a chosen one is let go of, its account stays in the form. */
export const namePayee = (name: string): DraftEdit => (draft) =>
  (name === draft.payeeName ? draft : { ...draft, payeeId: null, payeeName: name.slice(0, 140), holderAccepted: false });

/** Chooses what arrives; the first method of the currency comes with it, and only details that it asks for too are kept. */
export const chooseCurrency = (currency: CurrencyCode, locale: string): DraftEdit => (draft) => {
  if (currency === draft.toCurrency) return draft;
  const methods = methodsFor(currency);
  const method = methods.find((one) => one === draft.method) ?? methods[0] ?? null;
  // With mobile money the country is the one of the phone, elsewhere the one of the address.
  const country: readonly PayeeFieldKey[] = method === 'mobile_money' || draft.method === 'mobile_money' ? ['country'] : [];
  return readAmount(withForm({ ...draft, toCurrency: currency, method, payeeId: null }, ['bankId', 'accountNumber', 'operatorId', 'phoneNumber', ...country]), locale);
};

/** Chooses how it travels; details that the method asks for too are kept. */
export const chooseMethod = (method: PayoutMethod): DraftEdit => (draft) =>
  (method === draft.method ? draft : withForm({ ...draft, method, payeeId: null }, []));

/** Keeps the details that the form still asks for, without those that mean something else elsewhere. */
function withForm(draft: PayoutDraft, drop: readonly PayeeFieldKey[]): PayoutDraft {
  const asked = draft.toCurrency && draft.method ? payeeFieldsFor(draft.toCurrency, draft.method) : [];
  const kept = asked.flatMap(({ key }) => (drop.includes(key) || draft.details[key] === undefined ? [] : [[key, draft.details[key]]]));
  return { ...draft, details: Object.fromEntries(kept) as PayoutDraft['details'], holderName: null, holderAccepted: false };
}

const accountKeys: ReadonlySet<PayeeFieldKey> = new Set(['bankId', 'accountNumber', 'iban', 'sortCode', 'routingNumber', 'walletAddress', 'phoneNumber', 'operatorId', 'email']);

/** Fills one payee detail; another account is no longer the chosen payee's, and its holder is not known. */
export const typeDetail = (key: PayeeFieldKey, value: string): DraftEdit => (draft) => {
  const details = { ...draft.details, [key]: value.slice(0, 200) };
  // Another country has other operators.
  if (key === 'country' && draft.method === 'mobile_money' && value !== draft.details.country) delete details.operatorId;
  if (!accountKeys.has(key) || bare(value) === bare(draft.details[key] ?? '')) return { ...draft, details };
  return { ...draft, details, payeeId: null, holderName: null, holderAccepted: false };
};

const bare = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();

/** Keeps whose account the bank says it is. Another name than before asks for the decision again. */
export const keepHolder = (holderName: string): DraftEdit => (draft) =>
  (holderName === draft.holderName ? draft : { ...draft, holderName: holderName.slice(0, 200), holderAccepted: false });

/** Keeps the person's decision about a holder whose name differs. */
export const acceptHolder = (holderAccepted: boolean): DraftEdit => (draft) => ({ ...draft, holderAccepted });

/** Fills the reference. */
export const typeReference = (reference: string): DraftEdit => (draft) => ({ ...draft, reference: reference.slice(0, 140) });

/** Chooses the purpose. */
export const choosePurpose = (purpose: string): DraftEdit => (draft) => ({ ...draft, purpose });

/** Which account a look-up would be about: `bank 10-digits`, or null when there is none to ask about. */
export function lookupQuestion(draft: PayoutDraft): { readonly bankId: string; readonly accountNumber: string } | null {
  if (draft.toCurrency !== 'NGN' || draft.method !== 'bank_transfer') return null;
  const accountNumber = bare(draft.details.accountNumber ?? '');
  const bankId = draft.details.bankId ?? '';
  return bankId !== '' && /^\d{10}$/.test(accountNumber) ? { bankId, accountNumber } : null;
}
