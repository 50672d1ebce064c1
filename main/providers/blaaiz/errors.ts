import { appError, type AppError, type ErrorCode, type FieldIssue } from '../../../preload/contract/errors.ts';
import type { Act as AnyAct } from '../act.ts';
import type { HttpFailure } from '../failure.ts';
import { explainFailure } from '../failure-words.ts';
import type { FieldNames } from '../field-names.ts';
import type { HttpReply, RequestKind } from '../http-types.ts';
import { isRecord } from '../parse-json.ts';
import { downError, fieldsError, limitedError, referenced, unreadableError } from '../reply-words.ts';
import type { CallErrors } from '../signed-calls.ts';
import { providerWords } from '../words.ts';
import { ourFieldName } from './field-names.ts';
import { quoted, supportReference } from './words.ts';

/** What was being done at Blaaiz; `scope` is the permission it needs. */
export type Act = AnyAct & { readonly scope: string };

const name = 'Blaaiz';

/** What to do when Blaaiz doesn't take the keys (Blaaiz guides: Authentication, IP whitelisting). */
export const signedOutFix = 'Test the profile in Settings: the keys may belong to the other environment or be replaced, or Blaaiz does not have this computer\u2019s address on its list.';

/** An error for a reply that isn't a success (Blaaiz guide: Error handling). `now` is epoch ms. */
export function replyError(reply: HttpReply, act: Act, now: number): AppError {
  const words = isRecord(reply.json) ? providerWords(reply.json['message'] ?? reply.json['error_description'] ?? reply.json['error']) : null;
  const reference = supportReference(reply.headers, reply.json);
  return referenced(isRecord(reply.json) ? byStatus(reply, words, act, now) : unreadable(reply.status, act), reference);
}

/** An error for a success whose body can't be read, or any body that isn't JSON. */
export function unreadable(status: number, act: Act): AppError {
  if (status === 429) return appError('rate-limited', `${act.failed}: too many requests in a minute.`, { fix: 'Wait a minute, then try again.' });
  return unreadableError(name, status, act);
}

/** An error for a request that got no reply. A write that broke off may have arrived, and its error says so. */
export function failureError(failure: HttpFailure, act: Act, kind: RequestKind = 'read'): AppError {
  return explainFailure({ name, lookFirst: 'Look at Blaaiz before trying again.' }, failure, act, kind);
}

/** What calls that don't bring what was asked for are explained with. */
export const errors: CallErrors<Act> = { replyError, unreadable, failureError };

/** What helps against a refusal that only its words tell apart. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'insufficient-funds': 'Top the wallet up or lower the amount.',
  'extra-checks': 'Wait until Blaaiz ends its checks, or write to its support.',
};

type Explain = (reply: HttpReply, words: string | null, act: Act, now: number) => AppError;
const refused = (code: ErrorCode, words: string | null, act: Act, fix: string) => appError(code, `${act.failed}. ${quoted(words)}`, { fix });

/** Every status that has an explanation of its own (Blaaiz guide: Error handling). */
const explained: Readonly<Record<number, Explain>> = {
  401: (_reply, _words, act) => appError('signed-out', `${act.failed}: Blaaiz does not accept the keys of this profile.`, { fix: signedOutFix }),
  402: (_reply, words, act) => refused('insufficient-funds', words, act, 'Top the wallet up or lower the amount.'),
  403: (_reply, words, act) => forbidden(words, act),
  404: (_reply, words, act) => unknownThere(words, act),
  408: (_reply, _words, act) => failureError({ kind: 'timeout', code: 'HTTP_408' }, act),
  409: (_reply, words, act) => refused('conflict', words, act, 'Look at what is there before trying again.'),
  422: (reply, words, act) => invalid(reply, words, act),
  429: (reply, _words, act, now) => limitedError(reply.headers, act, now, { within: 'a minute', assumedMs: 60_000 }),
};

function byStatus(reply: HttpReply, words: string | null, act: Act, now: number): AppError {
  const explain = explained[reply.status];
  if (explain) return explain(reply, words, act, now);
  if (reply.status >= 500) return downError(name, act);
  if (reply.status < 400) return unreadable(reply.status, act);
  const code = labelOf(words ?? '');
  return refused(code, words, act, remedies[code] ?? act.fix ?? 'Correct what it names, then try again.');
}

/** A wrong base address answers 404 as well; that must never pass for "this payout does not exist". */
function unknownThere(words: string | null, act: Act): AppError {
  if (words === null || /\broute\b/i.test(words)) return unreadable(404, act);
  return refused('not-found', words, act, act.fix ?? 'Check that this profile is the one it was made with.');
}

/** A label for a refusal by its words; nothing is decided by it, it only picks the remedy that is shown. */
function labelOf(words: string): ErrorCode {
  if (/insufficient/i.test(words)) return 'insufficient-funds';
  if (/due diligence/i.test(words)) return 'extra-checks';
  if (/verified customer|already verified/i.test(words)) return 'customer-locked';
  if (/not (been )?verified|must be verified/i.test(words)) return 'customer-not-verified';
  return 'provider-refused';
}

function forbidden(words: string | null, act: Act): AppError {
  if (/scope/i.test(words ?? '')) {
    return appError('scope-missing', `${act.failed}: the keys lack the permission ${act.scope}.`, {
      fix: `Give the credential ${act.scope} in the Blaaiz dashboard, then test the profile.`,
    });
  }
  return appError('signed-out', `${act.failed}: Blaaiz does not let this computer in. ${quoted(words)}`, { fix: signedOutFix });
}

function invalid(reply: HttpReply, words: string | null, act: Act): AppError {
  const fields = fieldIssues(reply.json, act.fields ?? {});
  if (namesMerchantReference(reply.json)) {
    return appError('duplicate-reference', `${act.failed}: Blaaiz already has a payout with this reference.`, { fix: 'Look it up; do not send it again.' });
  }
  const twin = fields.find((field) => /already|exists|duplicate|taken/i.test(field.message));
  if (twin) return appError('conflict', `${act.failed}. ${quoted(twin.message)}`, { fix: 'Look for the customer at Blaaiz and use that one.', fields: [...fields] });
  if (fields.length === 0) return appError('validation', `${act.failed}. ${quoted(words)}`, { fix: act.fix ?? 'Correct it, then try again.' });
  return fieldsError(name, act, fields);
}

/** The fields a 422 complains about, by our names, with the provider's first sentence for each. */
export function fieldIssues(body: unknown, names: FieldNames): readonly FieldIssue[] {
  const errors = isRecord(body) && isRecord(body['errors']) ? body['errors'] : {};
  return Object.entries(errors).map(([path, value]) => ({
    path: ourFieldName(path, names), message: providerWords(Array.isArray(value) ? value[0] : value) ?? 'Blaaiz refused this.',
  }));
}

/** Tells whether a refusal is about our merchant reference, which means a payout with it may exist (Blaaiz API reference: Create payout). */
export function namesMerchantReference(body: unknown): boolean {
  if (!isRecord(body)) return false;
  const paths = isRecord(body['errors']) ? Object.keys(body['errors']) : [];
  return [...paths, body['message']].some((one) => typeof one === 'string' && /merchant[ _.-]?reference/i.test(one));
}
