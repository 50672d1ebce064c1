import { Big } from 'big.js';
import { z } from 'zod';
import { isoMicros } from '../clock.ts';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { ok, type Reply, ruleBroken } from '../errors.ts';
import { amount, id } from '../fields.ts';
import { post } from '../ledger.ts';
import type { Rate, Transaction, Wallet } from '../model.ts';
import { fromMinor, toMinor, wireAmount } from '../money.ts';
import { currencies } from '../seed/currencies.ts';
import { parse } from '../validate.ts';
import { findRate } from './price.ts';

const order = z.object({
  from_business_wallet_id: id, to_business_wallet_id: id,
  amount: amount.refine((value) => new Big(value).gte('0.1'), { message: 'The :attribute field must be at least 0.1.' }),
  amount_type: z.enum(['from', 'to']).default('from'),
});

/** Exchange between two wallets of the business, done at once (Blaaiz guide: Swap). */
export const swapEndpoints: readonly Endpoint[] = [endpoint('POST', '/swap', 'swap:create', swap)];

interface Sums {
  readonly from: number;
  readonly fee: number;
  readonly to: number;
}

function swap(call: Call): Reply {
  const asked = parse(order, call.body);
  const from = ownWallet(call, asked.from_business_wallet_id);
  const to = ownWallet(call, asked.to_business_wallet_id);
  const rate = findRate(call.world.state.rates, from.currency, to.currency);
  if (!rate?.is_active || !rate.swap_enabled) throw ruleBroken('This currency pair is not available for swaps.');
  const sums = work(rate, new Big(asked.amount), asked.amount_type);
  if (sums.from <= sums.fee) throw ruleBroken('The amount must be greater than the total fees.');
  if (from.balance < sums.from) throw ruleBroken('Insufficient funds.');
  const transaction = record(call, from, to, rate, sums);
  return ok({ message: 'Money swap successful!', business_swap_transaction: view(transaction, sums, asked.amount_type) });
}

function ownWallet(call: Call, walletId: string): Wallet {
  const wallet = call.world.state.wallets.find((one) => one.id === walletId && one.business_id === call.business.id);
  if (!wallet) throw ruleBroken('Wallet not found.');
  return wallet;
}

function work(rate: Rate, given: Big, side: 'from' | 'to'): Sums {
  const share = new Big(rate.fee_percent).div(100);
  if (side === 'from') {
    const fee = toMinor(given.times(share).plus(rate.fee_amount));
    return { from: toMinor(given), fee, to: toMinor(fromMinor(toMinor(given) - fee).times(rate.value)) };
  }
  const net = toMinor(given.div(rate.value));
  const gross = toMinor(fromMinor(net).plus(rate.fee_amount).div(new Big(1).minus(share)));
  return { from: gross, fee: gross - net, to: toMinor(given) };
}

function record(call: Call, from: Wallet, to: Wallet, rate: Rate, sums: Sums): Transaction {
  const { world } = call;
  const now = world.clock.now();
  const transaction: Transaction = {
    id: world.ids.uuid(), business_id: call.business.id, business_customer_id: null, business_wallet_id: from.id,
    type: 'swap', status: 'SUCCESSFUL', reference: world.ids.uuid(), merchant_reference: null, currency: from.currency,
    amount: sums.from, fee: sums.fee, rate: rate.value, date_ms: now, recipient: null, interac: null,
    swap: { to_currency: to.currency, to_amount: sums.to, to_wallet_id: to.id }, collection_email: null, doomed: null,
    failure_reason: null, refunded: false,
  };
  world.state.transactions.push(transaction);
  post(world.state, now, 'swap', from, -sums.from, transaction);
  post(world.state, now, 'swap', to, sums.to, transaction);
  return transaction;
}

function view(transaction: Transaction, sums: Sums, side: 'from' | 'to'): object {
  const currencyId = (code: string | undefined): string | null => currencies.find((one) => one.code === code)?.id ?? null;
  const at = isoMicros(transaction.date_ms);
  return {
    id: transaction.id, business_id: transaction.business_id, business_user_id: null,
    business_transaction_id: transaction.id, from_business_wallet_id: transaction.business_wallet_id,
    from_currency: transaction.currency, from_currency_id: currencyId(transaction.currency),
    from_amount: wireAmount(sums.from), from_amount_minus_fees: wireAmount(sums.from - sums.fee),
    to_currency: transaction.swap?.to_currency ?? null, to_currency_id: currencyId(transaction.swap?.to_currency),
    to_amount: wireAmount(sums.to), from_exchange_rate: transaction.rate, custom_exchange_rate: null,
    to_business_wallet_id: transaction.swap?.to_wallet_id ?? null, reference: transaction.reference, comments: null,
    status: transaction.status, amount_type: side, created_at: at, updated_at: at,
  };
}
