import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { retryAfter } from '../budget.ts';
import type { HttpReply } from '../http-types.ts';
import { isRecord } from '../parse-json.ts';
import type { Reply } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { referenced } from '../reply-words.ts';
import { callError } from '../signed-calls.ts';
import type { Api, Endpoint } from './api.ts';
import { blockedError, isBlocked } from './code-errors.ts';
import { errors, replyError, unreadable } from './errors.ts';
import { readProblem } from './problem.ts';
import { codeReply } from './schemas.ts';
import { onOurClock, parseTime } from './server-time.ts';

// The one path without a version. A new code replaces the last, so this is never repeated.
const endpoint: Endpoint = { method: 'POST', route: '/verification/send', kind: 'write', act: { failed: 'The code was not sent' } };

/** How long (ms) a code lives when the answer doesn't tell (Kira guide: Payouts). */
const assumedLifeMs = 300_000;
const longestLifeMs = 3_600_000;
const shortWaitMs = 60_000;

/** Has Kira mail a one-time code to the address it has on file for the account (Kira guide: Payouts). `expiresAt` is on this computer's clock. */
export async function sendCode(api: Api, clientId: string, clock: () => number): Reply<{ readonly expiresAt: number }> {
  const reply = await api.call(endpoint, { body: JSON.stringify({ client_uuid: clientId }) });
  if (!reply.ok) return fail(callError(errors, reply.error, endpoint));
  return isSuccess(reply.value.status) ? readSent(reply.value, clock()) : fail(refusal(reply.value, clock()));
}

function readSent(reply: HttpReply, now: number): Result<{ readonly expiresAt: number }, AppError> {
  if (!isRecord(reply.json)) return fail(unreadable(reply.status, endpoint.act));
  const said = codeReply.parse(reply.json);
  if (said.success === false) return fail(appError('provider-refused', 'Kira sent no code.', { fix: 'Ask again in a minute. If it stays so, write to Kira support.' }));
  const at = parseTime(said.expiresAt);
  const lifeMs = at === null ? assumedLifeMs : onOurClock(at, reply.headers, now) - now;
  return ok({ expiresAt: now + (lifeMs > 0 && lifeMs <= longestLifeMs ? lifeMs : assumedLifeMs) });
}

/** Too many requests here means too many codes, and Kira sends none for a while; one that is over within a minute was about requests alone. */
function refusal(reply: HttpReply, now: number): AppError {
  const problem = readProblem(reply);
  const wait = retryAfter(reply.headers, now);
  const isShort = wait !== null && wait < shortWaitMs;
  if (!isBlocked(problem) && (problem.http !== 429 || isShort)) return replyError(reply, endpoint.act, now);
  return referenced(blockedError(wait === null ? null : `Try again in ${Math.max(1, Math.ceil(wait / 60_000))} min.`), problem.requestId);
}
