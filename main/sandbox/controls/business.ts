import { z } from 'zod';
import { finishPayout } from '../blaaiz/payout-life.ts';
import { rateView } from '../blaaiz/rates.ts';
import { decide } from '../blaaiz/review.ts';
import { openAccount } from '../blaaiz/virtual-accounts.ts';
import { type Control, control, done } from './control.ts';
import { notFound, ok } from '../errors.ts';
import { post } from '../ledger.ts';
import type { Customer, Transaction } from '../model.ts';
import { parseDecimal, toMinor } from '../money.ts';
import { businessOf, type World } from '../world.ts';

const decimal = z.union([z.string(), z.number()]).transform((value, context) => {
  const parsed = parseDecimal(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not a decimal' });
  return z.NEVER;
});
const text = z.string().nullable().default(null);
const decision = z.strictObject({ status: z.enum(['PENDING', 'PROCESSING', 'VERIFIED', 'REJECTED']), comment: text });
const rowDecision = z.strictObject({
  status: z.enum(['PENDING', 'PROCESSING', 'APPROVED', 'REJECTED']), comments: z.array(z.string()).nullable().default(null),
});
const money = z.strictObject({ top_up: decimal.optional(), balance: decimal.optional() });
const figures = z.strictObject({ fee: decimal.optional(), amount_without_fee: decimal.optional(), received: decimal.optional() });
const rate = z.strictObject({
  pair: z.string(), value: decimal.optional(), fee_percent: decimal.optional(), fee_amount: decimal.optional(),
  send_enabled: z.boolean().optional(), swap_enabled: z.boolean().optional(), is_active: z.boolean().optional(),
});

/** Controls over what the provider decides: reviews, due diligence, balances, rates, the end of a payout. */
export const businessControls: readonly Control[] = [
  control('POST', 'customers/:customer/decision', decision, ({ world }, given, param) => {
    decide(world, customerOf(world, param('customer')), given.status, given.comment);
    return done;
  }),
  control('POST', 'customers/:customer/owners/:owner/decision', rowDecision, ({ world }, given, param) => {
    const owner = customerOf(world, param('customer')).owners.find((one) => one.id === param('owner'));
    if (!owner) throw notFound('Owner not found');
    Object.assign(owner, { status: given.status, admin_comments: given.comments });
    return done;
  }),
  control('POST', 'customers/:customer/documents/:document/decision', rowDecision, ({ world }, given, param) => {
    const document = customerOf(world, param('customer')).documents.find((one) => one.id === param('document'));
    if (!document) throw notFound('Document not found');
    Object.assign(document, { status: given.status, admin_comments: given.comments });
    return done;
  }),
  control('POST', 'customers/:customer/edd', z.strictObject({ enabled: z.boolean() }), ({ world }, given, param) => {
    customerOf(world, param('customer')).edd = given.enabled;
    return done;
  }),
  control('POST', 'business/edd', z.strictObject({ enabled: z.boolean(), business_id: z.string().optional() }), ({ world }, given) => {
    const id = given.business_id ?? world.state.businesses[0]?.id ?? '';
    businessOf(world, id).edd = given.enabled;
    return done;
  }),
  control('POST', 'wallets/:wallet', money, ({ world }, given, param) => {
    const wallet = world.state.wallets.find((one) => one.id === param('wallet'));
    if (!wallet) throw notFound('Wallet not found');
    const target = given.balance === undefined ? wallet.balance : toMinor(given.balance);
    const change = target - wallet.balance + (given.top_up === undefined ? 0 : toMinor(given.top_up));
    post(world.state, world.clock.now(), 'topup', wallet, change, null);
    return ok({ balance: wallet.balance });
  }),
  control('POST', 'rates', rate, ({ world }, { pair, value, fee_percent: percent, fee_amount: fee, ...flags }) => {
    const row = world.state.rates.find((one) => one.pair === pair);
    if (!row) throw notFound('Rate not found');
    row.value = value?.toFixed() ?? row.value;
    row.fee_percent = percent?.toFixed(2) ?? row.fee_percent;
    row.fee_amount = fee?.toFixed(2) ?? row.fee_amount;
    Object.assign(row, flags, { updated_ms: world.clock.now() });
    return ok(rateView(row));
  }),
  control('POST', 'payouts/:payout/finish', z.strictObject({ status: z.string(), reason: text }), ({ world }, given, param) => {
    finishPayout(world, payoutOf(world, param('payout')), given.status, given.reason);
    return done;
  }),
  control('POST', 'payouts/:payout/figures', figures, ({ world }, { fee, amount_without_fee: rest, received }, param) => {
    payoutOf(world, param('payout')).told = {
      ...(fee === undefined ? {} : { fee: toMinor(fee) }), ...(rest === undefined ? {} : { amount_without_fee: toMinor(rest) }), ...(received === undefined ? {} : { received: toMinor(received) }),
    };
    return done;
  }),
  control('POST', 'virtual-accounts/:account/open', z.object({}), ({ world }, _given, param) => {
    openAccount(world, param('account'));
    return done;
  }),
];

function payoutOf(world: World, key: string): Transaction {
  const found = world.state.transactions.find((one) => one.type === 'payout' && [one.id, one.reference, one.merchant_reference].includes(key));
  if (!found) throw notFound('Transaction not found');
  return found;
}

function customerOf(world: World, id: string): Customer {
  const found = world.state.customers.find((one) => one.id === id);
  if (!found) throw notFound('Customer not found');
  return found;
}
