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
  const alike = there.value.filter(({ fields }) => sameRecipient(fields, record.fields));
  const found = alike.find(({ remoteId }) => context.rows.byRemoteId(remoteId) === null) ?? alike[0];
  return ok(toRecipient(found === undefined ? change(context, record.id, { state: 'refused', problem: neverMade }, 'recipient never made') : become(context, record, found)));
}
