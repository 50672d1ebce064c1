import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { RemoteCustomer } from '../providers/provider.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { change, changeDocument, noteDown, type Context, type Told } from './context.ts';
import { countRefusal, refusalProblem, refusalWords } from './refusal.ts';

const second = 1000;
const minute = 60 * second;
/** Waits between look-ups of a pending customer, in ms; the last one repeats (Blaaiz asks not to poll, and webhooks don't reach a desk). */
export const lookUpWaits: readonly number[] = [15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute];

/** When a pending customer is looked at next (epoch ms), after so many look-ups. */
export function nextLook(now: number, lookUps: number): number {
  return now + (lookUpWaits[Math.min(lookUps, lookUpWaits.length - 1)] ?? minute);
}

/** Takes over what the provider says of a customer: a verdict, extra checks, or nothing new. */
export function applyRemote(context: Context, id: string, remote: RemoteCustomer): CustomerRecord {
  return context.store.transaction(() => {
    const record = context.customers.get(id);
    if (record === null) throw new Error('The customer went away while it was looked at');
    const seen: Partial<CustomerRecord> = { checkedAt: context.clock(), extraChecks: remote.extraChecks };
    const told = extraChecksTold(record, remote);
    if (remote.status === 'VERIFIED') return verified(context, record, remote, seen, told);
    if (remote.status === 'REJECTED') return rejected(context, record, remote, seen, told);
    return waiting(context, record, remote, seen, told);
  });
}

function extraChecksTold(record: CustomerRecord, remote: RemoteCustomer): readonly Told[] {
  if (record.extraChecks === remote.extraChecks) return [];
  return remote.extraChecks
    ? [{ source: 'blaaiz', what: 'Extra checks began', detail: 'Payouts for this customer wait until Blaaiz ends them.' }]
    : [{ source: 'blaaiz', what: 'Extra checks ended' }];
}

function verified(context: Context, record: CustomerRecord, remote: RemoteCustomer, seen: Partial<CustomerRecord>, told: readonly Told[]): CustomerRecord {
  const fields = merged(record.fields, remote.fields);
  if (record.state === 'verified') return change(context, record.id, { ...seen, fields }, told, told.length === 0);
  noteDown(context, record.id, 'customer verified', {}, 'Blaaiz');
  for (const document of context.documents.list(record.id)) {
    if (document.fileId !== null) changeDocument(context, document, { state: 'attached', problem: null });
  }
  return change(context, record.id, {
    ...seen, fields, state: 'verified', verifiedAt: context.clock(), nextCheckAt: null, checkCount: 0, comment: remote.comment, problem: null,
  }, [...told, { source: 'blaaiz', what: 'Verified', state: 'verified' }]);
}

/** What the provider holds is what was verified; where it says nothing, what is kept here stays. */
function merged(here: CustomerFields, there: Partial<CustomerFields>): CustomerFields {
  return { ...here, ...Object.fromEntries(Object.entries(there).filter(([, value]) => value.trim() !== '')) };
}

function rejected(context: Context, record: CustomerRecord, remote: RemoteCustomer, seen: Partial<CustomerRecord>, told: readonly Told[]): CustomerRecord {
  // A correction that stopped on its way still finds the old verdict at the provider.
  if (record.state === 'cut' || record.state === 'rejected') return change(context, record.id, seen, told, told.length === 0);
  // Every file goes up again with the correction (Blaaiz guide: Payout process); the old ids stay for what support asks.
  for (const document of context.documents.list(record.id)) changeDocument(context, document, { state: 'kept', sent: 0 });
  const { number } = countRefusal(context, record, remote.comment);
  noteDown(context, record.id, 'customer rejected', { refusal: number }, 'Blaaiz');
  return change(context, record.id, {
    ...seen, state: 'rejected', nextCheckAt: null, checkCount: 0, pendingSince: null, verifiedAt: null, comment: remote.comment, problem: refusalProblem(remote.comment, number),
  }, [...told, { source: 'blaaiz', what: refusalWords(number), detail: remote.comment, state: 'rejected' }]);
}

function waiting(context: Context, record: CustomerRecord, remote: RemoteCustomer, seen: Partial<CustomerRecord>, told: readonly Told[]): CustomerRecord {
  const now = context.clock();
  if (record.state === 'pending') {
    const look: Told = { source: 'bursar', what: 'Looked: not decided yet', folds: true };
    const patch = { ...seen, checkCount: record.checkCount + 1, nextCheckAt: nextLook(now, record.checkCount + 1) };
    return change(context, record.id, patch, [look, ...told], told.length === 0);
  }
  if (record.state !== 'verified' || remote.status === 'OTHER') return change(context, record.id, seen, told, told.length === 0);
  return change(context, record.id, { ...seen, state: 'pending', pendingSince: now, checkCount: 0, nextCheckAt: nextLook(now, 0) },
    [...told, { source: 'blaaiz', what: 'Being verified again', state: 'pending' }]);
}
