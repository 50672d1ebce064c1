import type { AppError } from '../../preload/contract/errors.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { KiraProvider } from '../providers/provider.ts';
import type { RecipientRecord } from '../store/recipients.ts';
import { change, type Context } from './context.ts';
import { neverMade } from './errors.ts';
import { sameRecipient } from './same-recipient.ts';
import { become } from './settle.ts';
import { toRecipient } from './view.ts';

/** Finds out, once Kira no longer knows the key, whether a recipient was made: Kira lists all that a user has. What isn't there is for a person to
 *  make anew. Errors: those of the provider; nothing is changed then. */
export async function findOut(context: Context, provider: KiraProvider, record: RecipientRecord): Promise<Result<Recipient, AppError>> {
  const there = await provider.recipients([record.fields.userId]);
  if (!there.ok) return there;
  const alike = there.value.filter(({ remoteId, fields }) => sameRecipient(fields, record.fields) && mayBe(context, remoteId, record));
  const found = alike.find(({ remoteId }) => context.rows.byRemoteId(remoteId) === null) ?? alike[0];
  return ok(toRecipient(found === undefined ? change(context, record.id, { state: 'refused', problem: neverMade }, 'recipient never made') : become(context, record, found)));
}

/** Whether one that the book holds under this id can be the record: lists may mask numbers that the book knows whole. */
function mayBe({ rows }: Context, remoteId: string, record: RecipientRecord): boolean {
  const known = rows.byRemoteId(remoteId);
  return known === null || sameRecipient(known.fields, record.fields);
}
