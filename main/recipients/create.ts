import { createHash } from 'node:crypto';
import type { AppError } from '../../preload/contract/errors.ts';
import { normalizeRecipient, recipientIssues } from '../../preload/contract/recipient-checks.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { KiraProvider } from '../providers/provider.ts';
import { guarded } from '../store/guarded.ts';
import type { RecipientAttempt, RecipientRecord } from '../store/recipients.ts';
import { change, find, type Context } from './context.ts';
import { incomplete, noConnection } from './errors.ts';
import { findOut } from './find-out.ts';
import { settle } from './settle.ts';
import { toRecipient } from './view.ts';

/** How long Kira keeps a key and gives the same recipient for it (Kira guide: Idempotency), less a while for clocks that differ; ms. */
export const replayFor = 24 * 3_600_000 - 10 * 60_000;

/** Makes a recipient at Kira, once: key and bytes are written down before the first byte leaves, and what is not known goes on with the same ones,
 *  later by looking it up. A second call while one runs waits for that one. What became of it is the recipient's state. Errors: not-found,
 *  validation with the fields, not-set-up, and those of a look-up. */
export async function create(context: Context, { id }: { readonly id: string }): Promise<Result<Recipient, AppError>> {
  const running = context.running.get(id);
  if (running !== undefined) return running;
  const found = find(context, id);
  if (!found.ok) return found;
  if (found.value.state === 'there') return ok(toRecipient(found.value));
  const provider = context.provider();
  if (provider === null) return fail(noConnection);
  const done = guarded(context.store, () => perform(context, provider, found.value)).finally(() => { context.running.delete(id); });
  context.running.set(id, done);
  return done;
}

async function perform(context: Context, provider: KiraProvider, record: RecipientRecord): Promise<Result<Recipient, AppError>> {
  const pending = record.state === 'sending' || record.state === 'unknown' ? record.attempt : null;
  if (pending !== null && !stillKept(context, pending)) return findOut(context, provider, record);
  if (pending !== null) return send(context, provider, change(context, record.id, { state: 'sending', problem: null }), pending, true);
  const refusal = notCreatable(context, record);
  if (refusal !== null) return fail(refusal);
  const begun = begin(context, provider, record);
  return send(context, provider, begun.record, begun.attempt, false);
}

/** A clock that was put back proves nothing about how old a key is. */
function stillKept(context: Context, { firstSentAt }: RecipientAttempt): boolean {
  const age = context.clock() - firstSentAt;
  return age >= 0 && age < replayFor;
}

function notCreatable(context: Context, { fields }: RecipientRecord): AppError | null {
  const issues = recipientIssues(fields).filter(({ level }) => level === 'error').map(({ path, message }) => ({ path: path as string, message }));
  const users = context.accounts.users();
  const stranger = fields.userId !== '' && users.length > 0 && !users.some(({ id }) => id === fields.userId);
  const all = stranger ? [{ path: 'userId', message: 'This business has no account any more. Choose another.' }, ...issues] : issues;
  return all.length === 0 ? null : incomplete(all);
}

function begin(context: Context, provider: KiraProvider, record: RecipientRecord): { readonly record: RecipientRecord; readonly attempt: RecipientAttempt } {
  const fields = normalizeRecipient(record.fields);
  const body = Buffer.from(provider.composeRecipient(fields), 'utf8');
  const attempt = { key: context.ids(), body, bodySha256: createHash('sha256').update(body).digest('hex'), firstSentAt: context.clock() };
  return { attempt, record: change(context, record.id, { state: 'sending', fields, attempt, problem: null }, 'recipient sent') };
}

async function send(context: Context, provider: KiraProvider, record: RecipientRecord, attempt: RecipientAttempt, again: boolean): Promise<Result<Recipient, AppError>> {
  const outcome = await provider.createRecipient(attempt.key, attempt.body.toString('utf8'));
  return ok(toRecipient(settle(context, record, outcome, again)));
}
