import { appError } from '../../../preload/contract/errors.ts';
import { lostCause } from '../failure-words.ts';
import type { HttpReply } from '../http-types.ts';
import type { KiraSending, SendOutcome } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { referenced } from '../reply-words.ts';
import type { Api, Endpoint } from './api.ts';
import { asksForCode, codeError, isAboutCodes, isBlocked } from './code-errors.ts';
import { echoProblem, sentFacts } from './echo.ts';
import { replyError } from './errors.ts';
import { payoutFieldNames } from './field-names.ts';
import { createdPayout } from './payout-view.ts';
import { readProblem, type KiraProblem } from './problem.ts';
import { doubtAbout } from './refusal.ts';
import { createdReply } from './schemas.ts';

const endpoint: Endpoint = {
  method: 'POST', route: '/v1/virtual-accounts/{id}/payout', kind: 'money', act: { failed: 'Not sent', fields: payoutFieldNames },
};

/** Sends a composed payout once under its key and says what became of it (Kira guide: Payouts); everything that isn't proof either way is
 *  unknown. The one repeat is after the door's own refusal of the token, behind which nothing was processed. */
export async function sendPayout(api: Api, sending: KiraSending, clock: () => number): Promise<SendOutcome> {
  const { accountId, key, body, code } = sending;
  // A code that can't be a header would break the call in a way that leaves a doubt.
  if (code !== null && !/^[\x21-\x7e]{1,64}$/.test(code)) return { kind: 'code-refused', error: noCode, needed: false, attemptsLeft: null, blocked: false };
  const reply = await api.call(endpoint, {
    params: { id: accountId }, body, headers: { 'idempotency-key': key, ...(code === null ? {} : { 'x-validation-header': code }) },
  });
  if (reply.ok) return classifyReply(reply.value, sending, clock());
  // Without a token the payout itself never left.
  if (reply.error.at === 'token') return { kind: 'refused', error: reply.error.error };
  return { kind: 'unknown', cause: lostCause(reply.error.failure) };
}

/** Sorts the reply to a payout. `now` is epoch ms. */
export function classifyReply(reply: HttpReply, sending: Pick<KiraSending, 'accountId' | 'body'>, now: number): SendOutcome {
  if (isSuccess(reply.status)) return readAccepted(reply, sending, now);
  const problem = readProblem(reply);
  if (isAboutCodes(problem)) return codeRefused(problem);
  if (problem.code === 'otp_verification_error') return { kind: 'unknown', cause: 'Kira could not check the code' };
  const doubt = doubtAbout(reply);
  return doubt === null ? { kind: 'refused', error: replyError(reply, endpoint.act, now) } : { kind: 'unknown', cause: doubt };
}

function readAccepted(reply: HttpReply, sending: Pick<KiraSending, 'accountId' | 'body'>, now: number): SendOutcome {
  const made = createdReply.safeParse(reply.json).data;
  const sent = sentFacts(sending);
  if (made === undefined || sent === null) return { kind: 'unknown', cause: 'Kira accepted something, but its answer can\u2019t be read' };
  const wrong = echoProblem(made, sent);
  return wrong === null ? { kind: 'accepted', payout: createdPayout(made, reply.headers, sent.forDeposit, now) } : { kind: 'unknown', cause: wrong };
}

function codeRefused(problem: KiraProblem): SendOutcome {
  return {
    kind: 'code-refused', error: referenced(codeError(problem), problem.requestId), needed: asksForCode(problem) && !isBlocked(problem),
    attemptsLeft: problem.attemptsRemaining, blocked: isBlocked(problem),
  };
}

const noCode = appError('code-wrong', 'Not sent: this can\u2019t be a code of Kira\u2019s.', { fix: 'Enter the six digits of the mail.' });
