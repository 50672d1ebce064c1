import type { ErrorCode } from '../../preload/contract/errors.ts';
import type { RecipientOutcome, RemoteRecipient } from '../providers/provider.ts';
import type { RecipientRecord } from '../store/recipients.ts';
import { change, noteDown, type Context } from './context.ts';
import { perhapsMade } from './errors.ts';
import { contradicts, heldAs } from './same-recipient.ts';

/** Refusals of the body itself. Kira answers a key that it knows before it looks at the body (Kira guide: Idempotency), so these prove that nothing was
 *  made under the key before. */
const aboutTheBody: readonly ErrorCode[] = ['validation', 'not-found'];

/** Writes down what became of making a recipient; `again` when the same key and bytes had left before. */
export function settle(context: Context, record: RecipientRecord, outcome: RecipientOutcome, again: boolean): RecipientRecord {
  if (outcome.kind === 'made') return made(context, record, outcome.recipient);
  if (outcome.kind === 'unknown') return change(context, record.id, { state: 'unknown', problem: perhapsMade(outcome.cause) });
  if (again && !aboutTheBody.includes(outcome.error.code)) return change(context, record.id, { state: 'unknown', problem: outcome.error });
  return change(context, record.id, { state: 'refused', problem: outcome.error }, 'recipient refused');
}

/** An answer about another account is no answer to what was sent. */
function made(context: Context, record: RecipientRecord, remote: RemoteRecipient): RecipientRecord {
  if (contradicts(remote.fields, record.fields)) {
    return change(context, record.id, { state: 'unknown', problem: perhapsMade('its answer was about another account') });
  }
  return become(context, record, remote);
}

/** Makes a recipient the one that Kira has; one that is in the book already is taken instead, so that it stands there once. */
export function become(context: Context, record: RecipientRecord, { remoteId, fields }: RemoteRecipient): RecipientRecord {
  const known = context.rows.byRemoteId(remoteId);
  if (known === null || known.id === record.id) {
    return change(context, record.id, { state: 'there', remoteId, problem: null, fields: heldAs(fields, record.fields) }, 'recipient made');
  }
  return context.store.transaction(() => {
    context.rows.put({ ...record, state: 'refused' });
    context.rows.remove(record.id);
    noteDown(context, { id: record.id, remoteId }, 'recipient was there already');
    return change(context, known.id, { hiddenAt: null });
  });
}
