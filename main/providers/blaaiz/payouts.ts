import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { lostCause } from '../failure-words.ts';
import type { HttpReply } from '../http-types.ts';
import { isRecord, parseJson } from '../parse-json.ts';
import type { ProviderPayout, SendOutcome } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import type { Api, Endpoint } from './api.ts';
import { namesMerchantReference, replyError } from './errors.ts';
import { payoutFieldNames } from './field-names.ts';
import { transactionReply } from './schemas.ts';
import { pick } from './tolerant.ts';
import { payoutOf } from './transactions.ts';

const endpoint: Endpoint = {
  method: 'POST', route: '/api/external/payout', kind: 'money', act: { failed: 'Not sent', scope: 'payout:create', fields: payoutFieldNames },
};

/** The statuses that say for certain, with a readable body, that no payout was made (Blaaiz guide: Error handling). */
const definite: readonly number[] = [400, 401, 402, 403, 404, 422, 429];

/** Sends a composed payout once and says what became of it; everything that isn't proof either way is unknown. */
export async function sendPayout(api: Api, body: string, clock: () => number): Promise<SendOutcome> {
  const reply = await api.call(endpoint, { body });
  if (reply.ok) return classifyReply(reply.value, referenceIn(body), clock());
  // Without a token the payout itself never left.
  if (reply.error.at === 'token') return { kind: 'refused', error: reply.error.error };
  return { kind: 'unknown', cause: lostCause(reply.error.failure) };
}

/** Sorts the reply to a payout. `merchantReference` is the one that was sent, `now` epoch ms. */
export function classifyReply(reply: HttpReply, merchantReference: string | null, now: number): SendOutcome {
  if (isSuccess(reply.status)) {
    const payout = readAccepted(reply, merchantReference);
    return payout.ok ? { kind: 'accepted', payout: payout.value } : { kind: 'unknown', cause: payout.error };
  }
  if (!isDefiniteRefusal(reply)) return { kind: 'unknown', cause: unclearCause(reply) };
  if (namesMerchantReference(reply.json)) return { kind: 'unknown', cause: 'duplicate reference: it exists, look it up' };
  return { kind: 'refused', error: replyError(reply, endpoint.act, now) };
}

function readAccepted(reply: HttpReply, merchantReference: string | null): Result<ProviderPayout, string> {
  const transaction = reply.json === undefined ? null : pick(reply.json, transactionReply, 'transaction');
  if (!transaction) return fail('Blaaiz accepted something, but its answer can\u2019t be read');
  const payout = payoutOf(transaction);
  const same = payout.merchantReference === null || payout.merchantReference === merchantReference;
  return same ? ok(payout) : fail('the answer is about another payout');
}

function isDefiniteRefusal(reply: HttpReply): boolean {
  return definite.includes(reply.status) && isRecord(reply.json) && typeof reply.json['message'] === 'string' && reply.json['message'].trim() !== '';
}

function unclearCause(reply: HttpReply): string {
  if (reply.status >= 500 || reply.status === 408) return `Blaaiz answered with a fault of its own (${reply.status})`;
  return `the answer is not one that Blaaiz gives (${reply.status})`;
}

function referenceIn(body: string): string | null {
  const parsed = parseJson(body);
  const reference = isRecord(parsed) ? parsed['merchant_reference'] : null;
  return typeof reference === 'string' ? reference : null;
}
