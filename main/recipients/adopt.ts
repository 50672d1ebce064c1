import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { RemoteRecipient } from '../providers/provider.ts';
import type { RecipientRecord } from '../store/recipients.ts';
import { noteDown, type Context } from './context.ts';
import { noConnection } from './errors.ts';
import { heldAs, sameRecipient } from './same-recipient.ts';

/** Takes the recipients of all users over from Kira. One that is known stays as it is, hidden if it is; one whose making was left unknown here
 *  is it. Errors: those of the provider. */
export async function takeOver(context: Context): Promise<Result<null, AppError>> {
  const provider = context.provider();
  if (provider === null) return fail(noConnection);
  const users = context.accounts.users().map(({ id }) => id);
  if (users.length === 0) return ok(null);
  const there = await provider.recipients(users);
  if (!there.ok) return there;
  const changed = context.store.transaction(() => there.value.filter((remote) => adopt(context, remote)).length);
  if (changed > 0) context.notify('recipients', null);
  return ok(null);
}

/** False when nothing had to be written. */
function adopt(context: Context, remote: RemoteRecipient): boolean {
  const known = context.rows.byRemoteId(remote.remoteId);
  if (known !== null) return complete(context, known, remote);
  const waiting = context.rows.inStates(['sending', 'unknown']).find(({ fields }) => sameRecipient(fields, remote.fields));
  // One that is being made right now hears of it by itself.
  if (waiting !== undefined && context.running.has(waiting.id)) return false;
  if (waiting === undefined) write(context, fresh(context, remote), 'recipient taken over');
  else write(context, { ...waiting, remoteId: remote.remoteId, state: 'there', problem: null, fields: heldAs(remote.fields, waiting.fields) }, 'recipient found');
  return true;
}

/** Fills what an answer left out when the recipient was made. */
function complete(context: Context, known: RecipientRecord, remote: RemoteRecipient): boolean {
  const fields = heldAs(remote.fields, known.fields);
  if (JSON.stringify(fields) === JSON.stringify(known.fields)) return false;
  context.rows.put({ ...known, fields });
  return true;
}

function fresh(context: Context, { remoteId, fields }: RemoteRecipient): RecipientRecord {
  const now = context.clock();
  return { id: context.ids(), remoteId, state: 'there', fields, attempt: null, problem: null, hiddenAt: null, lastPaidAt: null, createdAt: now, updatedAt: now };
}

function write(context: Context, record: RecipientRecord, what: string): void {
  const next = { ...record, updatedAt: context.clock() };
  context.rows.put(next);
  noteDown(context, next, what);
}
