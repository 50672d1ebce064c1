import type { Reply } from '../../preload/contract/api.ts';
import { emptyCustomerFields } from '../../preload/contract/customers.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { RemoteCustomer } from '../providers/provider.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { noteDown, tell, type Context } from './context.ts';
import { noProvider, unknownThere } from './errors.ts';
import { nextLook } from './outcome.ts';
import { countRefusal } from './refusal.ts';
import { toCustomer } from './view.ts';

/** Takes a customer that exists only at the provider into the app; one that is here already is given as it is. Errors: not-found there,
 *  and those of the provider. */
export async function adopt(context: Context, { remoteId }: { readonly remoteId: string }): Promise<Result<Reply<'customers.adopt'>, AppError>> {
  const known = context.customers.byRemoteId(remoteId);
  if (known !== null) return ok(toCustomer(context, known));
  const provider = context.provider();
  if (provider === null) return fail(noProvider);
  const remote = await provider.get(remoteId);
  if (!remote.ok) return remote;
  if (remote.value === null) return fail(unknownThere);
  const meanwhile = context.customers.byRemoteId(remoteId);
  return ok(toCustomer(context, meanwhile ?? keep(context, remote.value)));
}

function keep(context: Context, remote: RemoteCustomer): CustomerRecord {
  const now = context.clock();
  const record: CustomerRecord = {
    id: context.ids(), remoteId: remote.remoteId, fields: { ...emptyCustomerFields, ...remote.fields }, extraChecks: remote.extraChecks, comment: remote.comment,
    verifiedAt: null, pendingSince: null, checkedAt: now, nextCheckAt: null, checkCount: 0, createdAt: now, updatedAt: now, ...standingOf(remote, now),
  };
  context.store.transaction(() => {
    context.customers.put(record);
    if (record.state === 'rejected') countRefusal(context, record, remote.comment);
    noteDown(context, record.id, 'customer adopted', { remoteId: remote.remoteId });
    tell(context, record.id, { source: 'you', what: 'Taken over from Blaaiz', detail: remote.remoteId, state: record.state });
  });
  context.notify('customers', record.id);
  return record;
}

type Standing = Pick<CustomerRecord, 'state' | 'problem'> & Partial<Pick<CustomerRecord, 'verifiedAt' | 'pendingSince' | 'nextCheckAt'>>;

/** Blaaiz doesn't tell whether a waiting customer has its documents (Blaaiz API reference: Get customer lists no files), so that is left to a person. */
function standingOf(remote: RemoteCustomer, now: number): Standing {
  if (remote.status === 'VERIFIED') return { state: 'verified', problem: null, verifiedAt: now };
  if (remote.status === 'PROCESSING') return { state: 'pending', problem: null, pendingSince: now, nextCheckAt: nextLook(now, 0) };
  if (remote.status === 'REJECTED') return { state: 'rejected', problem: appError('provider-refused', 'Blaaiz rejected this customer before it came here.', { fix: 'Add its documents and submit it again.' }) };
  return {
    state: 'cut', problem: appError('customer-not-verified', 'Blaaiz has not verified this customer, and doesn\u2019t tell whether it has its documents.', {
      fix: 'Check again later if they were sent elsewhere. Else add them here and press Continue.',
    }),
  };
}
