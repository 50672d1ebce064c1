import { z } from 'zod';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { ProviderPayout, Reply } from '../provider.ts';
import { orNull } from '../read-reply.ts';
import { providerWords } from '../words.ts';
import { shownMoney } from './amounts.ts';
import type { Api, Endpoint } from './api.ts';
import { pageReply, transactionReply, type TransactionReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const one: Endpoint = {
  method: 'GET', route: '/api/external/transaction/{key}', kind: 'read', act: { failed: 'The payout was not looked up', scope: 'transaction:read' },
};
// Listing is a POST at Blaaiz; it changes nothing, so it may be repeated like a read.
const list: Endpoint = {
  method: 'POST', route: '/api/external/transaction', kind: 'read', act: { failed: 'The payouts were not listed', scope: 'transaction:read' },
};

/** What to list; dates are YYYY-MM-DD. There is no filter for payouts that are still on their way (Blaaiz API reference: List transactions). */
export type TransactionFilter = {
  readonly startDate?: string; readonly endDate?: string; readonly walletId?: string; readonly customerId?: string; readonly merchantReference?: string;
};

/** One page of transactions. */
export type TransactionPage = { readonly rows: readonly ProviderPayout[]; readonly page: number; readonly lastPage: number };

/** Reads a transaction by the provider's id or reference, or by our merchant reference; null when Blaaiz says that it doesn't know it. */
export async function getTransaction(api: Api, key: string): Reply<ProviderPayout | null> {
  const found = await api.ask(one, { params: { key } }, (body) => pick(body, transactionReply, 'transaction'));
  return orNull(found.ok ? ok(payoutOf(found.value)) : found);
}

/** One page of transactions, newest first; the page goes in the body and the query, since either may be the one that counts. */
export function listTransactions(api: Api, filter: TransactionFilter, page: number): Reply<TransactionPage> {
  const body = { ...wireFilter(filter), page };
  return api.ask(list, { query: { page: String(page) }, body }, (reply) => {
    const rows = pick(reply, z.array(transactionReply));
    const lastPage = pick(reply, pageReply)?.meta.last_page ?? page;
    return rows && { rows: rows.map(payoutOf), page, lastPage };
  });
}

function wireFilter(filter: TransactionFilter): Record<string, string> {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['start_date', filter.startDate], ['end_date', filter.endDate], ['wallet_id', filter.walletId], ['customer_id', filter.customerId],
    ['merchant_reference', filter.merchantReference],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** Looks a payout up by our merchant reference. "Not known" is believed only when the direct look-up and the list both say so, because a
 *  payout that is wrongly taken for lost could be sent twice. */
export async function findByMerchantReference(api: Api, merchantReference: string): Reply<ProviderPayout | null> {
  const direct = await getTransaction(api, merchantReference);
  if (!direct.ok) return direct;
  if (direct.value) return isOurs(direct.value, merchantReference) ? direct : fail(otherPayout);
  const listed = await listTransactions(api, { merchantReference }, 1);
  if (!listed.ok) return listed;
  return ok(listed.value.rows.find((row) => row.merchantReference === merchantReference) ?? null);
}

const otherPayout = appError('provider-unreadable', 'The payout was not looked up: Blaaiz answered with another one.', { fix: 'Look again; if it stays so, write to Blaaiz support.' });

/** Older replies don't echo the reference; one that names another reference is about another payout. */
function isOurs(payout: ProviderPayout, merchantReference: string): boolean {
  return payout.merchantReference === null || payout.merchantReference === merchantReference;
}

const statuses: Readonly<Record<string, ProviderPayout['status']>> = {
  PENDING: 'pending', PROCESSING: 'processing', SUCCESSFUL: 'successful', COMPLETED: 'successful', FAILED: 'failed',
};

/** A transaction in our words. Statuses are read in any case, `completed` is an old word for successful, and one we don't know is 'other',
 *  which never counts as final. Amounts: sent and fee in the wallet's currency, received in the payee's. */
export function payoutOf(reply: TransactionReply): ProviderPayout {
  return {
    transactionId: reply.id, reference: reply.reference, merchantReference: reply.merchant_reference,
    status: statuses[(reply.status ?? '').toUpperCase()] ?? 'other', rawStatus: (reply.status ?? '').slice(0, 60),
    failureReason: providerWords(reply.failure_reason), sent: shownMoney(reply.amount, reply.currency), fee: shownMoney(reply.fee, reply.currency),
    received: shownMoney(reply.recipient?.amount ?? null, reply.recipient?.currency ?? null), rate: reply.rate,
    converted: shownMoney(reply.amount_without_fee, reply.currency),
  };
}
