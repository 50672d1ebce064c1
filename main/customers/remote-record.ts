import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CustomerProvider, RemoteCustomer } from '../providers/provider.ts';
import { customerName, type CustomerRecord } from '../store/customers.ts';
import { change, noteDown, type Context } from './context.ts';
import { closeAttempt, noteAttempt, openAttempt } from './create-attempt.ts';
import { mayHaveArrived, unknownThere } from './errors.ts';
import { differences } from './normalize.ts';
import { findOwn } from './same-person.ts';

/** The customer at the provider, sure to exist there exactly once and to hold what the form holds, unless it is decided already. */
export async function ensureRemote(context: Context, provider: CustomerProvider, record: CustomerRecord): Promise<Result<RemoteCustomer, AppError>> {
  const { remoteId } = record;
  if (remoteId !== null) return upToDate(context, provider, record, remoteId);
  const found = await findEarlier(context, provider, record);
  if (!found.ok) return found;
  if (found.value !== null) return takeOver(context, provider, record, found.value, 'Found at Blaaiz; not created again');
  return create(context, provider, record);
}

/** Verified or being looked at: nothing is sent to such a customer any more. */
export function isDecided(remote: RemoteCustomer): boolean {
  return remote.status === 'VERIFIED' || remote.status === 'PROCESSING';
}

/** Looks before creating, since an earlier attempt may have arrived unheard, also under what the form held then. */
async function findEarlier(context: Context, provider: CustomerProvider, record: CustomerRecord): Promise<Result<RemoteCustomer | null, AppError>> {
  const attempt = openAttempt(context, record.id);
  const earlier = attempt === null ? null : await findOwn(provider, { ...record.fields, ...attempt });
  if (earlier?.ok && earlier.value !== null) return earlier;
  // Without an answer about the earlier attempt nothing may be created; somebody else under its values is an answer.
  if (earlier?.ok === false && earlier.error.code !== 'conflict') return earlier;
  return findOwn(provider, record.fields);
}

/** Creates once. When the answer doesn't tell, looks again; what can't be told now is told when the person continues. */
async function create(context: Context, provider: CustomerProvider, record: CustomerRecord): Promise<Result<RemoteCustomer, AppError>> {
  noteAttempt(context, record);
  const created = await provider.create(record.fields);
  if (created.ok) return claim(context, record, created.value, 'Created at Blaaiz');
  const unsure = mayHaveArrived(created.error);
  if (!unsure && created.error.code !== 'conflict') {
    closeAttempt(context, record.id);
    return created;
  }
  const after = await findOwn(provider, record.fields);
  if (after.ok && after.value !== null) return takeOver(context, provider, record, after.value, 'Created at Blaaiz, though its answer was lost');
  if (!after.ok && after.error.code === 'conflict') return after;
  return fail(unsure ? { ...created.error, fix: 'Press Continue. Bursar looks at Blaaiz first, so the customer is not created twice.' } : created.error);
}

/** Lists show only part of a customer, so one that was found is read whole. */
async function takeOver(context: Context, provider: CustomerProvider, record: CustomerRecord, found: RemoteCustomer, what: string): Promise<Result<RemoteCustomer, AppError>> {
  const claimed = claim(context, record, found, what);
  return claimed.ok ? upToDate(context, provider, record, found.remoteId) : claimed;
}

/** Keeps the provider's id before anything else is asked of the provider. */
function claim(context: Context, record: CustomerRecord, remote: RemoteCustomer, what: string): Result<RemoteCustomer, AppError> {
  const holder = context.customers.byRemoteId(remote.remoteId);
  if (holder !== null && holder.id !== record.id) {
    return fail(appError('conflict', `This person is here already as ${customerName(holder.fields)}, known to Blaaiz.`, {
      fix: 'Use that customer and discard this one.', fields: [{ path: 'email', message: 'Another customer here has this e-mail at Blaaiz.' }],
    }));
  }
  context.store.transaction(() => {
    noteDown(context, record.id, 'customer known at provider', { remoteId: remote.remoteId });
    change(context, record.id, { remoteId: remote.remoteId }, [{ source: 'blaaiz', what, detail: remote.remoteId }]);
    closeAttempt(context, record.id);
  });
  return ok(remote);
}

/** Sends what the form holds and the provider doesn't; repeating it changes nothing, so a lost answer needs no care. */
async function upToDate(context: Context, provider: CustomerProvider, record: CustomerRecord, remoteId: string): Promise<Result<RemoteCustomer, AppError>> {
  const remote = await provider.get(remoteId);
  if (!remote.ok) return remote;
  if (remote.value === null) return fail(unknownThere);
  const changed = differences(record.fields, remote.value.fields);
  if (isDecided(remote.value) || Object.keys(changed).length === 0) return ok(remote.value);
  const updated = await provider.update(remoteId, changed);
  if (updated.ok) change(context, record.id, {}, [{ source: 'you', what: 'Changes sent to Blaaiz' }]);
  return updated;
}
