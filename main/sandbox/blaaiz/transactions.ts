import { z } from 'zod';
import { isoDay } from '../clock.ts';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { notFound, ok, type Reply } from '../errors.ts';
import { day, id } from '../fields.ts';
import type { Transaction } from '../model.ts';
import { pageNumber, paginate } from '../pages.ts';
import { parse } from '../validate.ts';
import { transactionView } from './transaction-view.ts';

const PAGE = 10;
// The words of the filter differ from those of the replies.
const typeWords = { SEND_MONEY: 'payout', FUND_WALLET: 'collection', SWAP: 'swap' } as const;
const filter = z.object({
  start_date: day.optional(), end_date: day.optional(), wallet_id: id.optional(), customer_id: id.optional(),
  type: z.enum(['SEND_MONEY', 'FUND_WALLET', 'SWAP']).optional(),
  status: z.enum(['FAILED', 'SUCCESSFUL', 'EXPIRED']).optional(), merchant_reference: z.string().optional(),
});

/** Transaction calls (Blaaiz guide: Transactions); the list is a POST. */
export const transactionEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/transaction', 'transaction:read', list),
  endpoint('GET', '/transaction/:key', 'transaction:read', (call) => {
    const transaction = findTransaction(call, call.param('key'));
    if (!transaction || isHidden(call, transaction)) throw notFound('Transaction not found');
    return ok({ message: 'Transaction retrieved successfully', data: transactionView(transaction, 'read') });
  }),
];

/** Finds one of the business's transactions by id, then by reference, then by merchant reference. */
export function findTransaction(call: Pick<Call, 'world' | 'business'>, key: string): Transaction | undefined {
  const own = call.world.state.transactions.filter((one) => one.business_id === call.business.id);
  return own.find((one) => one.id === key) ?? own.find((one) => one.reference === key)
    ?? own.find((one) => one.merchant_reference === key);
}

function isHidden({ world }: Pick<Call, 'world'>, { type }: Transaction): boolean {
  return type === 'payout' && world.state.settings.hide_payouts === true;
}

function list(call: Call): Reply {
  const asked = parse(filter, call.body);
  const rows = call.world.state.transactions.filter((one) => one.business_id === call.business.id && matches(one, asked) && !isHidden(call, one))
    .toReversed().map((one) => transactionView(one, 'read'));
  const page = pageNumber(call.body['page'] ?? call.query('page'), 1, Number.MAX_SAFE_INTEGER);
  const size = pageNumber(call.body['limit'] ?? call.query('limit'), PAGE, 100);
  const path = call.world.address.api + call.path;
  return ok({ message: 'Transactions retrieved successfully', ...paginate(rows, page, size, path) });
}

function matches(one: Transaction, asked: z.infer<typeof filter>): boolean {
  const date = isoDay(one.date_ms);
  return (asked.type === undefined || one.type === typeWords[asked.type])
    && (asked.status === undefined || one.status === asked.status)
    && (asked.wallet_id === undefined || one.business_wallet_id === asked.wallet_id)
    && (asked.customer_id === undefined || one.business_customer_id === asked.customer_id)
    && (asked.merchant_reference === undefined || one.merchant_reference === asked.merchant_reference)
    && (asked.start_date === undefined || date >= asked.start_date)
    && (asked.end_date === undefined || date <= asked.end_date);
}
