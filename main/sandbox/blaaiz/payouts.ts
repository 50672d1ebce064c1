import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { type FieldErrors, ok, type Reply, ruleBroken } from '../errors.ts';
import { amount, id } from '../fields.ts';
import { post } from '../ledger.ts';
import type { Customer, Rate, Transaction, Wallet } from '../model.ts';
import { type Body, complaints, mergeErrors, parse, said } from '../validate.ts';
import { resolveCurrency } from './currency.ts';
import { findCustomer } from './customers.ts';
import { fixedSide, oneAmount } from './fees.ts';
import { destinationSchema, feeMethodOf, type PayoutMethod, payoutMethods } from './payout-fields.ts';
import { doom, newInteracAnswer, startPayout } from './payout-life.ts';
import { findRate, type Price, price } from './price.ts';
import { recipientOf } from './recipient.ts';
import { transactionView } from './transaction-view.ts';

const common = z.object({
  wallet_id: id, customer_id: id, method: z.enum(payoutMethods), from_currency_id: id, to_currency_id: id,
  from_amount: amount.optional(), to_amount: amount.optional(), note: z.string().max(255).optional(),
  phone_number: z.string().optional(), country_id: id.optional(), merchant_reference: z.string().max(255).optional(),
});
type Asked = z.infer<typeof common>;

/** Payouts (Blaaiz guide: Create payout). Checks first, then one uninterrupted step that debits and records. */
export const payoutEndpoints: readonly Endpoint[] = [endpoint('POST', '/payout', 'payout:create', createPayout)];

function createPayout(call: Call): Reply {
  const to = destination(call.body);
  const asked = parse(common, call.body, oneAmount(call.body), bodyComplaints(call, to));
  const from = resolveCurrency(asked.from_currency_id)?.code ?? '';
  const order = checkRules(call, asked, from, to ?? '');
  const transaction = record(call, asked, order, from, to ?? '');
  return ok({ message: 'Payout Initiated Successfully.', transaction: transactionView(transaction, 'created') });
}

// Tokens are pegged to the dollar, and older samples name the token where newer ones say USD.
function destination(body: Body): string | undefined {
  const named = said(body, 'to_currency_id') ?? '';
  if (body['method'] === 'crypto' && (named === 'USDT' || named === 'USDC')) return 'USD';
  return resolveCurrency(named, said(body, 'country_id'))?.code;
}

function bodyComplaints(call: Call, to: string | undefined): FieldErrors {
  const { body } = call;
  const [customer, from, reference] = [said(body, 'customer_id'), said(body, 'from_currency_id'), said(body, 'merchant_reference')];
  const method = payoutMethods.find((one) => one === body['method']);
  const extra = to !== undefined && method ? destinationSchema(to, method) : undefined;
  return mergeErrors(
    customer === undefined || findCustomer(call, customer) ? {} : unknown('customer_id'),
    from === undefined || resolveCurrency(from) ? {} : unknown('from_currency_id'),
    toCurrencyComplaints(body, to),
    reference !== undefined && findByReference(call, reference)
      ? { merchant_reference: ['The merchant reference has already been taken.'] } : {},
    extra ? complaints(extra, body) : {},
  );
}

function unknown(field: string): FieldErrors {
  return { [field]: [`The selected ${field.replaceAll('_', ' ')} is invalid.`] };
}

// Several countries share a code such as XOF, so mobile money wants the id, or the country beside the code.
function toCurrencyComplaints(body: Body, to: string | undefined): FieldErrors {
  const named = said(body, 'to_currency_id');
  if (named === undefined) return {};
  if (body['method'] === 'mobile_money' && body['country_id'] === undefined && /^[A-Z]{3}$/.test(named)) {
    return { to_currency_id: ['The to currency id field must be the id of a currency for mobile money.'] };
  }
  return to === undefined ? unknown('to_currency_id') : {};
}

function findByReference(call: Call, reference: string): Transaction | undefined {
  return call.world.state.transactions.find((one) => one.business_id === call.business.id && one.merchant_reference === reference);
}

interface Order {
  readonly wallet: Wallet;
  readonly customer: Customer;
  readonly rate: Rate;
  readonly price: Price;
}

function checkRules(call: Call, asked: Asked, from: string, to: string): Order {
  const customer = findCustomer(call, asked.customer_id);
  const wallet = call.world.state.wallets.find((one) => one.id === asked.wallet_id && one.business_id === call.business.id);
  const rate = findRate(call.world.state.rates, from, to);
  if (call.business.edd) throw ruleBroken('Your business is under enhanced due diligence.');
  if (customer?.status !== 'VERIFIED') throw ruleBroken('Customer is not verified.');
  if (customer.edd) throw ruleBroken('Customer is under enhanced due diligence.');
  if (!wallet) throw ruleBroken('Wallet not found.');
  if (wallet.currency !== from) throw ruleBroken('The wallet does not hold the source currency.');
  if (!rate?.is_active || !rate.send_enabled) throw ruleBroken('This currency pair is not available for payouts.');
  if (!destinationSchema(to, asked.method)) throw ruleBroken('This payout method is not available for the destination currency.');
  const priced = price(rate, from, feeMethodOf(asked.method), fixedSide(asked));
  if (priced.totalToSend <= 0) throw ruleBroken('The amount must be greater than the total fees.');
  if (wallet.balance < priced.youSend) throw ruleBroken('Insufficient funds.');
  return { wallet, customer, rate, price: priced };
}

function record(call: Call, asked: Asked, order: Order, from: string, to: string): Transaction {
  const { world, body } = call;
  const method: PayoutMethod = asked.method;
  const transaction: Transaction = {
    id: world.ids.uuid(), business_id: call.business.id, business_customer_id: order.customer.id,
    business_wallet_id: order.wallet.id, type: 'payout', status: 'PROCESSING', reference: world.ids.uuid(),
    merchant_reference: asked.merchant_reference ?? null, currency: from, amount: order.price.youSend,
    fee: order.price.totalFees, rate: order.rate.value, date_ms: world.clock.now(),
    recipient: recipientOf(world, method, body, to, order.price.recipientGets),
    interac: method === 'interac' ? newInteracAnswer(world) : null, swap: null, collection_email: null,
    doomed: doom(body), failure_reason: null, refunded: false,
  };
  post(world.state, world.clock.now(), 'payout', order.wallet, -transaction.amount, transaction);
  world.state.transactions.push(transaction);
  startPayout(world, transaction);
  return transaction;
}
