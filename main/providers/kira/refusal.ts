import type { HttpReply } from '../http-types.ts';
import { readProblem, unreadableCode, type KiraProblem } from './problem.ts';

/** Statuses that say for certain, with a readable body, that nothing was made (Kira guide: Errors). */
const definite: readonly number[] = [400, 401, 402, 403, 404, 405, 413, 415, 422];
/** A conflict is definite only when it is about the payout itself. Every other may mean that something exists under the key. */
const definiteConflicts: readonly string[] = [
  'fees_exceed_amount', 'quote_invalid_state', 'quote_not_found', 'quote_expired', 'invalid_calculated_amount', 'currency_pair_not_enabled', 'invalid_bank_code',
  'insufficient_balance', 'insufficient_funds', 'recipient_account_type_mismatch', 'payout_access_denied',
];
/** Requests are counted before they are processed, so this refusal is definite when it says that it is about their number. */
const limitCodes: readonly string[] = ['rate_limit_exceeded', 'rate_limited', 'too_many_requests', 'limit_exceeded', 'throttled'];

/** Why an answer that isn't a success leaves open what became of a write with an idempotency key, in words; null when it says for certain that
 *  nothing was made. */
export function doubtAbout(reply: HttpReply): string | null {
  const problem = readProblem(reply);
  const { http, code } = problem;
  if (http >= 500 || http === 408) return `Kira answered with a fault of its own (${http})`;
  // The door never answers 404, so a bare message with it is somebody else's.
  if (code === unreadableCode || (http === 404 && problem.gateway)) return `the answer is not one that Kira gives (${http})`;
  if (http === 409 ? !definiteConflicts.includes(code) : namesKey(problem)) return 'Kira says that something exists already under this key: look it up';
  const isDefinite = http === 409 || definite.includes(http) || (http === 429 && limitCodes.includes(code));
  return isDefinite ? null : `the answer is not one that Kira gives (${http})`;
}

/** Some versions answer a key that was used for other bytes with 400 and only words (Kira guide: Idempotency). */
function namesKey({ code, message, fields }: KiraProblem): boolean {
  return [code, message, ...fields.flatMap((field) => [field.path ?? '', field.message])].some((one) => /idempoten/i.test(one));
}
