import type { Result } from '../../preload/contract/result.ts';
import { retryAfter } from './budget.ts';
import type { HttpFailure } from './failure.ts';
import type { HttpReply, RequestKind } from './http-types.ts';

/** The most tries of one read or token call, the first included. */
export const maxTries = 3;
/** After this long (ms) no new try begins, so that a slow provider doesn't keep a person waiting for three timeouts. */
const patienceMs = 30_000;
/** The longest wait (ms) a provider can ask for before we give its answer to the person instead. */
const longestWaitMs = 60_000;

/** Where one request stands: which try this was, when the first began, what came of this one. */
export type Attempt = {
  readonly kind: RequestKind;
  readonly number: number;
  readonly elapsedMs: number;
  readonly outcome: Result<HttpReply, HttpFailure>;
};

/** How long (ms) to wait before trying again, or null when there is no next try: only reads and token calls have one, and only after
 *  an overload, a server's own failure or a line that broke. */
export function nextTryIn(attempt: Attempt, now: number, random: () => number): number | null {
  if (attempt.kind !== 'read' && attempt.kind !== 'token') return null;
  if (attempt.number >= maxTries || attempt.elapsedMs > patienceMs || !mayPass(attempt.outcome)) return null;
  const asked = attempt.outcome.ok ? retryAfter(attempt.outcome.value.headers, now) : null;
  if (asked !== null) return asked <= longestWaitMs ? asked : null;
  return 300 * 2 ** (attempt.number - 1) * (0.5 + random());
}

function mayPass(outcome: Result<HttpReply, HttpFailure>): boolean {
  if (!outcome.ok) return ['offline', 'timeout', 'reset'].includes(outcome.error.kind);
  const { status } = outcome.value;
  return status === 408 || status === 429 || status >= 500;
}
