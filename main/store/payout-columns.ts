import { createHash } from 'node:crypto';
import { toDecimal, type Money } from '../../preload/contract/money.ts';
import { accountTail } from '../../preload/contract/payee-fields.ts';
import type { PayoutDraft } from '../../preload/contract/payouts.ts';
import { accountKey } from './account-key.ts';
import { alikeKeys } from './alike-keys.ts';
import type { SqlValue } from './database.ts';
import { receiveOf, sendOf, type PayoutRecord } from './payout-record.ts';
import { foldText } from './search-text.ts';

/** A payout's row: every column that is written. */
export type PayoutColumns = Record<(typeof payoutColumns)[number], SqlValue>;

/** The written columns of the payouts table, in one order for every statement. */
export const payoutColumns = [
  'id', 'profile_id', 'state', 'revision', 'draft', 'customer_id', 'customer_name', 'wallet_id', 'payee_name', 'account_tail', 'reference',
  'from_currency', 'to_currency', 'method', 'send_minor', 'send_currency', 'receive_minor', 'receive_currency', 'fingerprint', 'price',
  'final_price', 'transaction_id', 'provider_reference', 'provider_status', 'cloned_from', 'cloned_to', 'leaves_at', 'checked_at',
  'next_check_at', 'check_count', 'watched_until', 'problem', 'unknown_since', 'unknown_cause', 'wallet_now_minor', 'wallet_now_currency',
  'wallet_now_at', 'deposit', 'uetr', 'created_at', 'updated_at', 'search', 'released_at', 'restored_at',
  'account_key', 'payee_key', 'invoice_key', 'reference_key',
] as const;

/** Writes a payout as its row: the record itself, and what lists, searches and the same-payout check need beside it. */
export function toColumns(record: PayoutRecord, profileId: string): PayoutColumns {
  const { draft } = record;
  const send = sendOf(record);
  const receive = receiveOf(record);
  const keys = alikeKeys(draft);
  return {
    id: record.id, profile_id: profileId, state: record.state, revision: record.revision, draft: JSON.stringify(draft),
    customer_id: draft.customerId, customer_name: record.customerName, wallet_id: draft.walletId, payee_name: draft.payeeName,
    account_tail: accountTail(draft.details), reference: draft.reference, from_currency: draft.fromCurrency, to_currency: draft.toCurrency,
    method: draft.method, send_minor: send?.minor ?? null, send_currency: send?.currency ?? null, receive_minor: receive?.minor ?? null,
    receive_currency: receive?.currency ?? null, fingerprint: inFlight.has(record.state) ? fingerprintOf(draft) : null,
    price: json(record.price), final_price: json(record.finalPrice), transaction_id: record.transactionId,
    provider_reference: record.providerReference, provider_status: record.providerStatus, cloned_from: record.clonedFrom,
    cloned_to: record.clonedTo, leaves_at: record.leavesAt, checked_at: record.checkedAt, next_check_at: record.nextCheckAt,
    check_count: record.checkCount, watched_until: record.watchedUntil, problem: json(record.problem), unknown_since: record.unknownSince,
    unknown_cause: record.unknownCause, wallet_now_minor: record.walletNow?.minor ?? null,
    wallet_now_currency: record.walletNow?.currency ?? null, wallet_now_at: record.walletNowAt, deposit: json(record.deposit),
    uetr: record.uetr, created_at: record.createdAt, updated_at: record.updatedAt, search: searchText(record, send, receive),
    released_at: record.releasedAt, restored_at: record.restoredAt, account_key: accountKey(draft.details) || null,
    payee_key: keys.payee, invoice_key: keys.invoice, reference_key: keys.reference,
  };
}

const inFlight: ReadonlySet<string> = new Set(['queued', 'sending', 'unknown']);

/** What makes two payouts the same payout, as SHA-256 in hex: who sends, the payee's account, and the amount in the currency it was given in; at Kira
 *  the virtual account, the recipient and the mode as well. The method is not part of it, nor which side was fixed: the same money to the same account
 *  is the same payout. Null while one of them isn't there. */
export function fingerprintOf(draft: PayoutDraft): string | null {
  const { customerId, walletId, payeeId, kira, amountMinor } = draft;
  const currency = draft.side === 'send' ? draft.fromCurrency : draft.toCurrency;
  const account = accountKey(draft.details);
  const parties = kira === null ? [customerId, account || null] : [walletId, payeeId, kira.mode];
  if (amountMinor === null || currency === null || parties.includes(null)) return null;
  return createHash('sha256').update(JSON.stringify([...parties, account, amountMinor, currency])).digest('hex');
}

function searchText(record: PayoutRecord, send: Money | null, receive: Money | null): string {
  const { details } = record.draft;
  const accounts = [details.accountNumber, details.iban, details.phoneNumber, details.walletAddress].map((text) => text?.replace(/[\s-]/g, ''));
  const amounts = [send, receive].map((amount) => (amount === null ? '' : `${toDecimal(amount)} ${amount.currency}`));
  const parts = [record.draft.payeeName, record.draft.reference, record.customerName, ...amounts, ...accounts, details.email, record.transactionId, record.uetr];
  return parts.filter((part) => Boolean(part)).map((part) => foldText(part ?? '')).join('\n');
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
