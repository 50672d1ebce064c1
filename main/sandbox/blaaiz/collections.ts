import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { notFound, ok, type Reply, ruleBroken } from '../errors.ts';
import { amount, id, text } from '../fields.ts';
import { Big } from 'big.js';
import { post } from '../ledger.ts';
import type { Transaction } from '../model.ts';
import { toMinor } from '../money.ts';
import { parse } from '../validate.ts';
import { findCustomer } from './customers.ts';
import { announceCollection } from './events.ts';
import { findTransaction } from './transactions.ts';

const networks = [
  ['Ethereum Mainnet', 'ETHEREUM_MAINNET'], ['BNB Smart Chain', 'BSC_MAINNET'],
  ['Tron Mainnet', 'TRON_MAINNET'], ['Polygon Mainnet', 'MATIC_MAINNET'],
] as const;

/** The parts of money in that a payout client may meet (Blaaiz guide: Collections); card and crypto collections are left out. */
export const collectionEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/collection/crypto/networks', 'collection:crypto:create', () => ok({
    message: 'Networks retrieved successfully.', data: { success: true, message: 'ok', status: 200, data: networks.map(networkView) },
  })),
  endpoint('POST', '/collection/attach-customer', 'collection:create', attachCustomer),
  endpoint('POST', '/collection/accept-interac-money-request', 'collection:interac:accept', acceptInterac),
  endpoint('POST', '/accept-interac-money-request', 'collection:interac:accept', acceptInterac),
  endpoint('POST', '/mock/simulate-webhook/interac', 'collection:create', simulateInterac),
];

function networkView([name, identifier]: (typeof networks)[number], index: number): object {
  const token = (symbol: string, at: number): object => ({ id: index * 2 + at + 1, name: symbol, symbol, address: null });
  return { id: index + 1, name, identifier, tokens: ['USDT', 'USDC'].map(token) };
}

function attachCustomer(call: Call): Reply {
  const asked = parse(z.object({ customer_id: id, transaction_id: id }), call.body);
  const transaction = findTransaction(call, asked.transaction_id);
  if (!transaction) throw notFound('Transaction not found');
  const customer = findCustomer(call, asked.customer_id);
  if (customer?.status !== 'VERIFIED') throw ruleBroken('Customer is not verified.');
  if (transaction.type !== 'collection') throw ruleBroken('Only collections can be attached to a customer.');
  transaction.business_customer_id = customer.id;
  return ok({ message: 'Transaction updated successfully.' });
}

function acceptInterac(call: Call): Reply {
  parse(z.object({ reference_number: text, security_answer: text.optional(), email: z.email().optional() }), call.body);
  return ok({ message: 'Interac money request accepted successfully.' });
}

/** Lets Canadian dollars arrive as if somebody had paid the auto-deposit address. */
function simulateInterac(call: Call): Reply {
  const asked = parse(z.object({ interac_email: z.email(), amount: amount.optional() }), call.body);
  const { world, business } = call;
  const wallet = world.state.wallets.find((one) => one.business_id === business.id && one.currency === 'CAD');
  if (!wallet) throw ruleBroken('Wallet not found.');
  const transaction: Transaction = {
    id: world.ids.uuid(), business_id: business.id, business_customer_id: null, business_wallet_id: wallet.id,
    type: 'collection', status: 'SUCCESSFUL', reference: world.ids.uuid(), merchant_reference: null, currency: 'CAD',
    amount: toMinor(new Big(asked.amount ?? 100)), fee: 0, rate: null, date_ms: world.clock.now(), recipient: null,
    interac: null, swap: null, collection_email: asked.interac_email, doomed: null, failure_reason: null, refunded: false,
  };
  world.state.transactions.push(transaction);
  post(world.state, world.clock.now(), 'topup', wallet, transaction.amount, transaction);
  announceCollection(world, transaction);
  return ok({ message: 'Webhook simulated successfully.' });
}
