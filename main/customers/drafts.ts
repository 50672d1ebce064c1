import type { Reply, Request } from '../../preload/contract/api.ts';
import { customerFieldLabels } from '../../preload/contract/customer-checks.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { forgetOutdatedReasons } from '../documents/override.ts';
import { removeUnused } from '../documents/unused-blobs.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { change, find, noteDown, tell, type Context } from './context.ts';
import { openAttempt } from './create-attempt.ts';
import { underWay } from './errors.ts';
import { normalizeFields } from './normalize.ts';
import { lastRefusal } from './rejection.ts';
import { editableStates, lockedFields, toCustomer, toRow } from './view.ts';

/** A page of customers, newest change first. */
export function list(context: Context, request: Request<'customers.list'>): Result<Reply<'customers.list'>, AppError> {
  const { rows, next, total } = context.customers.page(request);
  return ok({ rows: rows.map(toRow), next, total });
}

/** One customer whole. Error: not-found. */
export function get(context: Context, { id }: { readonly id: string }): Result<Reply<'customers.get'>, AppError> {
  const found = find(context, id);
  return found.ok ? ok(toCustomer(context, found.value)) : found;
}

/** Saves the form as typed, without checking it. Errors: not-found; conflict while Blaaiz looks at it; customer-locked once verified, and
 *  after a refusal for what it wasn't about. */
export function save(context: Context, { id, fields }: Request<'customers.save'>): Result<Reply<'customers.save'>, AppError> {
  if (id === null) return ok(toCustomer(context, start(context, fields)));
  const found = find(context, id);
  if (!found.ok) return found;
  const refusal = savingRefused(context, found.value, fields);
  if (refusal !== null) return fail(refusal);
  return ok(toCustomer(context, context.store.transaction(() => {
    forgetOutdatedReasons(context, id, normalizeFields(found.value.fields), normalizeFields(fields));
    return change(context, id, { fields });
  })));
}

function start(context: Context, fields: CustomerFields): CustomerRecord {
  const now = context.clock();
  const record: CustomerRecord = {
    id: context.ids(), state: 'draft', remoteId: null, fields, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null,
    nextCheckAt: null, checkCount: 0, comment: null, problem: null, createdAt: now, updatedAt: now,
  };
  context.store.transaction(() => {
    context.customers.put(record);
    tell(context, record.id, { source: 'you', what: 'Started', state: 'draft' });
  });
  context.notify('customers', record.id);
  return record;
}

function savingRefused(context: Context, record: CustomerRecord, fields: CustomerFields): AppError | null {
  if (context.runs.has(record.id) || record.state === 'submitting') return underWay;
  if (record.state === 'verified') return lockedChange(record, fields) ?? sendInstead;
  return editableStates.includes(record.state) ? refusedOtherwise(context, record, fields) : sendInstead;
}

const sendInstead = appError('conflict', 'Blaaiz has this customer already, so changes are sent there and not only saved here.', { fix: 'Send the change.' });

/** The error when a change touches fields that verification locked, naming each; null when it doesn't. */
export function lockedChange(record: CustomerRecord, fields: CustomerFields): AppError | null {
  const [before, after] = [normalizeFields(record.fields), normalizeFields(fields)];
  const touched = lockedFields(record).filter((key) => before[key] !== after[key]);
  if (touched.length === 0) return null;
  return appError('customer-locked', `Blaaiz locked ${touched.map((key) => customerFieldLabels[key].toLowerCase()).join(', ')} when it verified this customer.`, {
    fix: 'Only empty fields can still be filled. For a correction write to Blaaiz support with proof.',
    fields: touched.map((path) => ({ path, message: 'Locked since the verification.' })),
  });
}

/** The error when a change after a refusal touches fields that the refusal wasn't about, naming each; null when it doesn't. */
export function refusedOtherwise(context: Context, record: CustomerRecord, fields: CustomerFields): AppError | null {
  const refusal = lastRefusal(context, record);
  if (refusal === null || !editableStates.includes(record.state)) return null;
  const [before, after] = [normalizeFields(record.fields), normalizeFields(fields)];
  const touched = (Object.keys(after) as (keyof CustomerFields)[]).filter((key) => before[key] !== after[key] && !refusal.fields.includes(key));
  if (touched.length === 0) return null;
  return appError('customer-locked', `The refusal isn\u2019t about ${touched.map((key) => customerFieldLabels[key].toLowerCase()).join(', ')}, so this stays as Blaaiz has it.`, {
    fix: 'Change what was refused. If something else is wrong too, write to Blaaiz support.', fields: touched.map((path) => ({ path, message: 'Not refused, so it stays.' })),
  });
}

/** Throws away a customer that the provider can't have, with its documents. Errors: not-found; conflict once it was or may have been sent. */
export async function discard(context: Context, { id }: { readonly id: string }): Promise<Result<null, AppError>> {
  const found = find(context, id);
  if (!found.ok) return found;
  if (context.runs.has(id)) return fail(underWay);
  if (!neverSent(context, found.value)) {
    return fail(appError('conflict', 'Blaaiz has this customer, or may have it, so it stays here.', { fix: 'Continue the submission, or leave it as it is.' }));
  }
  const hashes = [...context.documents.all(id).map(({ blobHash }) => blobHash), ...context.captures.ofCustomer(id).map(({ originalHash }) => originalHash)];
  context.store.transaction(() => {
    noteDown(context, id, 'customer discarded');
    context.customers.remove(id);
  });
  context.notify('customers', null);
  await removeUnused(context, hashes);
  return ok(null);
}

/** Not known to Blaaiz, and no attempt to create it that may have arrived. */
function neverSent(context: Context, { id, state, remoteId }: CustomerRecord): boolean {
  return remoteId === null && (state === 'draft' || state === 'cut') && openAttempt(context, id) === null;
}
