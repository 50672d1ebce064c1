import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { invalid, notFound, ok, type Reply, ruleBroken } from '../errors.ts';
import { id } from '../fields.ts';
import type { WebhookRecord } from '../model.ts';
import { parse } from '../validate.ts';
import { isLoopback } from '../webhooks.ts';
import { announceCollection, announcePayout } from './events.ts';
import { findTransaction } from './transactions.ts';

const address = z.string().max(2048).refine((value) => URL.canParse(value), {
  message: 'The :attribute field must be a valid URL.', abort: true,
}).refine(isAllowed, { message: 'The :attribute field must be an https address.' });
const registration = z.object({ collection_url: address, payout_url: address, kyc_url: address.optional() });

/** Webhook configuration (Blaaiz guide: Webhooks), with the two paths that an older client uses. */
export const webhookEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/webhook', 'webhook:write', register),
  endpoint('GET', '/webhook', 'webhook:read', (call) => ok({
    message: 'Webhook record retrieved successfully', data: view(ownRecord(call)),
  })),
  endpoint('PUT', '/webhook', 'webhook:write', (call) => update(call, ownRecord(call))),
  endpoint('PUT', '/webhook/:webhook', 'webhook:write', (call) => {
    const record = ownRecord(call);
    if (record.id !== call.param('webhook')) throw notFound('No webhook URLs configured');
    return update(call, record);
  }),
  endpoint('POST', '/webhook-replay', 'webhook:replay', replay),
  endpoint('POST', '/webhook/replay', 'webhook:replay', replay),
];

// Plain http is for receivers on this machine only.
function isAllowed(value: string): boolean {
  const { protocol } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(value));
}

function ownRecord(call: Call): WebhookRecord {
  const record = call.world.state.webhooks.find((one) => one.business_id === call.business.id);
  if (!record) throw notFound('No webhook URLs configured');
  return record;
}

function register(call: Call): Reply {
  const given = parse(registration, call.body);
  const others = call.world.state.webhooks.filter((one) => one.business_id !== call.business.id);
  const record: WebhookRecord = {
    id: call.world.ids.uuid(), business_id: call.business.id, collection_url: given.collection_url,
    payout_url: given.payout_url, kyc_url: given.kyc_url ?? null, signing_secret: call.world.ids.secret(32),
  };
  call.world.state.webhooks = [...others, record];
  return ok({ message: 'Webhook record created successfully', data: { id: record.id, signing_secret: record.signing_secret } });
}

function update(call: Call, record: WebhookRecord): Reply {
  Object.assign(record, parse(registration.partial(), call.body));
  return ok({ message: 'Webhook record updated successfully' });
}

function view(record: WebhookRecord): object {
  return {
    id: record.id, collection_url: record.collection_url, payout_url: record.payout_url, kyc_url: record.kyc_url,
  };
}

function replay(call: Call): Reply {
  const { transaction_id: key } = parse(z.object({ transaction_id: id }), call.body);
  const transaction = findTransaction(call, key);
  if (!transaction) throw notFound('Transaction not found');
  ownRecord(call);
  if (transaction.status !== 'SUCCESSFUL') throw ruleBroken('Only successful transactions can be replayed.');
  if (transaction.type === 'swap') throw invalid({ transaction_id: ['The selected transaction id is invalid.'] });
  if (transaction.type === 'payout') announcePayout(call.world, transaction, 'final');
  else announceCollection(call.world, transaction);
  return ok({ message: 'Webhook replayed successfully' });
}
