import { appError, type AppError, type ErrorCode, type FieldIssue } from '../../../preload/contract/errors.ts';
import type { Act as AnyAct } from '../act.ts';
import type { HttpFailure } from '../failure.ts';
import { explainFailure } from '../failure-words.ts';
import type { FieldNames } from '../field-names.ts';
import type { HttpReply, RequestKind } from '../http-types.ts';
import { downError, fieldsError, limitedError, referenced, unreadableError } from '../reply-words.ts';
import type { CallErrors } from '../signed-calls.ts';
import { providerWords } from '../words.ts';
import { codeError, isAboutCodes } from './code-errors.ts';
import { ourFieldName } from './field-names.ts';
import { readProblem, unreadableCode, type KiraProblem } from './problem.ts';
import { quoted } from './words.ts';

/** What was being done at Kira; `doorFix` is what else to do when Kira's door doesn't know the call. */
export type Act = AnyAct & { readonly doorFix?: string };

const name = 'Kira';

/** What to do when the door refuses: keys are bound to one address, with or without /sandbox (Kira guide: Quickstart). */
export const wrongDoorFix = 'Test the profile in Settings: keys work only at the address they were made for, with or without /sandbox.';

/** An error for a reply that isn't a success (Kira guide: Errors). `now` is epoch ms. */
export function replyError(reply: HttpReply, act: Act, now: number): AppError {
  const problem = readProblem(reply);
  return referenced(errorOf(problem, reply, act, now), problem.requestId);
}

function errorOf(problem: KiraProblem, reply: HttpReply, act: Act, now: number): AppError {
  if (isAboutCodes(problem)) return codeError(problem);
  if (problem.http === 429) return limitedError(reply.headers, act, now, { within: 'a short time', assumedMs: 10_000 });
  if (problem.http >= 500) return downError(name, act);
  if (problem.http === 408) return failureError({ kind: 'timeout', code: 'HTTP_408' }, act);
  if (problem.code === unreadableCode || problem.http < 400) return unreadable(problem.http, act);
  return known(problem, act) ?? byStatus(problem, act);
}

/** An error for a success whose body can't be read, or any body that isn't JSON. */
export function unreadable(status: number, act: Act): AppError {
  return unreadableError(name, status, act);
}

/** An error for a request that got no reply. A write that broke off may have arrived, and its error says so. */
export function failureError(failure: HttpFailure, act: Act, kind: RequestKind = 'read'): AppError {
  return explainFailure({ name, lookFirst: 'Look before trying again.' }, failure, act, kind);
}

/** What calls that don't bring what was asked for are explained with. */
export const errors: CallErrors<Act> = { replyError, unreadable, failureError };

type Words = { readonly code: ErrorCode; readonly fix: string };
const noFunds: Words = { code: 'insufficient-funds', fix: 'Pay money into the virtual account or lower the amount.' };
const feesTooHigh: Words = { code: 'provider-refused', fix: 'Raise the amount or lower the mark-up: the fees take all of it.' };
const quoteOver: Words = { code: 'provider-refused', fix: 'Read the price again, then send.' };
const otherRail: Words = { code: 'provider-refused', fix: 'Choose a recipient with a wire or SWIFT account.' };
const foreign: Words = { code: 'provider-refused', fix: 'Choose the profile that it was made with.' };
const keyUsed: Words = { code: 'conflict', fix: 'Look at what is there before trying again.' };

/** Codes with a remedy of their own (Kira guide: Errors). */
const knownCodes: Readonly<Record<string, Words>> = {
  insufficient_balance: noFunds, insufficient_funds: noFunds, fees_exceed_amount: feesTooHigh,
  quote_not_found: quoteOver, quote_invalid_state: quoteOver, quote_expired: quoteOver, recipient_account_type_mismatch: otherRail,
  payout_access_denied: foreign, idempotency_conflict: keyUsed, idempotency_key_reused: keyUsed, resource_conflict: keyUsed,
};

/** Remedies by the words of a refusal whose code says nothing; nothing is decided by them, they only pick what is shown. */
const knownWords: readonly (readonly [RegExp, Words])[] = [
  [/insufficient/i, noFunds], [/fees? (exceed|rates?)/i, feesTooHigh], [/\bquote\b/i, quoteOver],
  [/fiat mode/i, { code: 'provider-refused', fix: 'This account pays from its balance: choose no network and no token, or choose a stablecoin account.' }],
  [/crypto mode/i, { code: 'provider-refused', fix: 'This account is funded by stablecoin: choose a network and a token, or choose an account with a balance.' }],
  [/account.type|\brail\b|only (wire|swift)/i, otherRail],
  [/not (yet )?active|inactive|frozen|deactivated/i, { code: 'provider-refused', fix: 'Look at the virtual account; it can\u2019t pay out now.' }],
];

function known(problem: KiraProblem, act: Act): AppError | null {
  const byWords = problem.fields.length === 0 && problem.http !== 404 && !problem.gateway ? knownWords.find(([pattern]) => pattern.test(problem.message))?.[1] : undefined;
  const words = (Object.hasOwn(knownCodes, problem.code) ? knownCodes[problem.code] : undefined) ?? byWords;
  return words === undefined ? null : appError(words.code, `${act.failed}. ${quoted(problem.message)}`, { fix: words.fix });
}

function byStatus(problem: KiraProblem, act: Act): AppError {
  const { http, message, gateway } = problem;
  const says = `${act.failed}. ${quoted(message)}`;
  if (http === 401) return appError('signed-out', `${act.failed}: Kira does not accept the keys of this profile.`, { fix: wrongDoorFix });
  if (http === 403) return gateway ? closedDoor(act) : appError('provider-refused', says, { fix: foreign.fix });
  // The door never answers 404, so a bare message is somebody else's.
  if (http === 404) return gateway ? unreadable(http, act) : appError('not-found', says, { fix: act.fix ?? foreign.fix });
  if (http === 409) return appError('conflict', says, { fix: keyUsed.fix });
  return invalid(problem, act);
}

/** 403 means a wrong address, a wrong stage or unknown keys far more often than a missing permission (Kira guide: Errors). */
function closedDoor(act: Act): AppError {
  const also = act.doorFix === undefined ? '' : `${act.doorFix} `;
  return appError('signed-out', `${act.failed}: Kira\u2019s door does not know these keys or this call at the profile\u2019s address.`, { fix: `${also}${wrongDoorFix}` });
}

function invalid(problem: KiraProblem, act: Act): AppError {
  const fields = fieldIssues(problem, act.fields ?? {});
  if (fields.length > 0) return fieldsError(name, act, fields);
  const first = problem.fields[0]?.message;
  const code = problem.code === 'validation_error' ? 'validation' : 'provider-refused';
  return appError(code, `${act.failed}. ${quoted(first ?? problem.message)}`, { fix: act.fix ?? 'Correct what it names, then try again.' });
}

/** The fields an error complains about, by our names, with Kira's words for each. */
export function fieldIssues(problem: KiraProblem, names: FieldNames): readonly FieldIssue[] {
  return problem.fields.flatMap(({ path, message }) => (path === null ? [] : [{
    path: ourFieldName(path, names), message: providerWords(message) ?? 'Kira refused this.',
  }]));
}
