import type { Reply } from '../../preload/contract/api.ts';
import { checkCustomer, problemsBeforeSubmit } from '../../preload/contract/customer-checks.ts';
import { dayOf } from '../../preload/contract/calendar.ts';
import type { DocumentSlot } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { documentsStopped } from '../documents/verdict.ts';
import type { CustomerProvider } from '../providers/provider.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { uploadAndAttach } from './attach.ts';
import { change, changeDocument, find, guarded, noteDown, type Context, type Run } from './context.ts';
import { noProvider } from './errors.ts';
import { normalizeFields } from './normalize.ts';
import { applyRemote, nextLook } from './outcome.ts';
import { ensureRemote, isDecided } from './remote-record.ts';
import { stoppedByPerson } from './uploads.ts';
import { editableStates, toCustomer } from './view.ts';

type Outcome = Result<Reply<'customers.submit'>, AppError>;

/** Sends a customer for verification: create, upload, attach, each step kept before the next, so that it goes on where it stopped.
 *  A second call while one runs waits for that one. Errors: validation with the fields and slots, document-stopped
 *  with the slots, conflict, and those of the provider. */
export async function submit(context: Context, { id }: { readonly id: string }): Promise<Outcome> {
  const running = context.runs.get(id);
  if (running !== undefined) return running.done as Promise<Outcome>;
  const found = find(context, id);
  if (!found.ok) return found;
  const problem = notSubmittable(context, found.value);
  if (problem !== null) return fail(problem);
  const provider = context.provider();
  if (provider === null) return fail(noProvider);
  const run: Run = { stoppedSlots: new Set(), stopped: null, cut: null, currentSlot: null };
  const done = perform(context, provider, run, id);
  // The same object, so that what asks it to stop and what runs see one another.
  const entry = Object.assign(run, { done });
  context.runs.set(id, entry);
  return done;
}

function notSubmittable(context: Context, record: CustomerRecord): AppError | null {
  // A submission that the disk or a bug ended has no run any more and can go on.
  if (!editableStates.includes(record.state) && record.state !== 'submitting') return appError('conflict', 'Blaaiz has this customer already.', { fix: 'Look at its state instead.' });
  const fields = [...checkCustomer(normalizeFields(record.fields), dayOf(context.clock())), ...problemsBeforeSubmit(record.fields, context.documents.list(record.id))];
  if (fields.length === 0) return documentsStopped(context, record);
  return appError('validation', fields.length === 1 ? 'One thing is missing or wrong.' : `${fields.length} things are missing or wrong.`, {
    fix: 'Put right what is marked. Nothing was sent.', fields,
  });
}

async function perform(context: Context, provider: CustomerProvider, run: Run, id: string): Promise<Outcome> {
  try {
    return await guarded(context, async () => {
      const record = begin(context, id);
      const result = await steps(context, provider, run, record);
      if (!context.store.isOpen) return fail(result.ok ? stoppedByLock : result.error);
      return result.ok ? ok(toCustomer(context, result.value)) : stopHere(context, run, id, result.error);
    });
  } catch (error) {
    if (context.store.isOpen) change(context, id, { state: 'cut', problem: ownFault }, [{ source: 'bursar', what: 'Stopped', detail: ownFault.message, state: 'cut' }]);
    throw error;
  } finally {
    context.runs.delete(id);
    forgetProgress(context, id);
  }
}

const ownFault = appError('internal', 'Bursar made a mistake, so the submission stopped.', { fix: 'Nothing is lost. Press Continue to go on.' });

function forgetProgress(context: Context, id: string): void {
  if (context.store.isOpen) for (const document of context.documents.list(id)) context.sent.delete(document.id);
}

function begin(context: Context, id: string): CustomerRecord {
  return context.store.transaction(() => {
    const record = context.customers.get(id);
    const fields = normalizeFields((record as CustomerRecord).fields);
    const what = record?.state === 'draft' ? 'Submitted for verification' : 'Submission continued';
    noteDown(context, id, 'customer submitted');
    return change(context, id, { state: 'submitting', problem: null, fields }, [{ source: 'you', what, state: 'submitting' }]);
  });
}

async function steps(context: Context, provider: CustomerProvider, run: Run, record: CustomerRecord): Promise<Result<CustomerRecord, AppError>> {
  const remote = await ensureRemote(context, provider, record);
  if (!remote.ok) return remote;
  if (run.stopped !== null) return fail(run.stopped);
  const { remoteId } = remote.value;
  if (isDecided(remote.value)) return ok(settle(context, record.id, remote.value.status === 'VERIFIED', () => applyRemote(context, record.id, remote.value)));
  const job = { context, provider, run, customerId: record.id, remoteId, idType: record.fields.idType };
  const attached = await uploadAndAttach(job);
  if (attached.ok) return ok(nowPending(context, record.id));
  return decidedMeanwhile(context, provider, record.id, remoteId, attached.error);
}

/** Attaching may have arrived unheard, and be decided by now; then that is the outcome and not the error. */
async function decidedMeanwhile(context: Context, provider: CustomerProvider, id: string, remoteId: string, error: AppError): Promise<Result<CustomerRecord, AppError>> {
  const asks = error.code === 'customer-locked' || error.code === 'outcome-unknown' || error.code === 'provider-down';
  const remote = asks && context.store.isOpen ? await provider.get(remoteId) : null;
  if (remote === null || !remote.ok || remote.value === null || !isDecided(remote.value)) return fail(error);
  const found = remote.value;
  return ok(settle(context, id, found.status === 'VERIFIED', () => applyRemote(context, id, found)));
}

/** A customer that is verified, or being looked at already, needs no documents from here. */
function settle(context: Context, id: string, isVerified: boolean, verified: () => CustomerRecord): CustomerRecord {
  return isVerified ? verified() : nowPending(context, id);
}

function nowPending(context: Context, id: string): CustomerRecord {
  const now = context.clock();
  return context.store.transaction(() => {
    for (const document of context.documents.list(id)) {
      if (document.fileId !== null) changeDocument(context, document, { state: 'attached', problem: null });
    }
    noteDown(context, id, 'documents attached');
    return change(context, id, { state: 'pending', pendingSince: now, problem: null, comment: null, checkCount: 0, nextCheckAt: nextLook(now, 0) },
      [{ source: 'bursar', what: 'Documents attached; Blaaiz is verifying', state: 'pending' }]);
  });
}

/** Stops with the problem kept; a stop that the person asked for is no error to them. */
function stopHere(context: Context, run: Run, id: string, error: AppError): Outcome {
  const record = change(context, id, { state: 'cut', problem: error }, [{ source: 'bursar', what: 'Stopped', detail: error.message, state: 'cut' }]);
  context.log({ event: 'customer-submission-stopped', customer: id, code: error.code });
  const asked = error.code === 'cancelled' && (run.stopped === stoppedByPerson || run.stoppedSlots.size > 0);
  return asked ? ok(toCustomer(context, record)) : fail(error);
}

/** The problem of a submission that locking stopped. */
export const stoppedByLock = appError('cancelled', 'Stopped when Bursar was locked.', { fix: 'Nothing is lost. Press Continue to go on.' });

/** Stops one upload, or with slot null everything that can still be stopped. Nothing to stop is no error. */
export function cancelUpload(context: Context, { id, slot }: { readonly id: string; readonly slot: DocumentSlot | null }): Result<null, AppError> {
  const run = context.runs.get(id);
  if (run === undefined) return ok(null);
  if (slot === null) run.stopped = stoppedByPerson;
  else run.stoppedSlots.add(slot);
  if (slot === null || run.currentSlot === slot) run.cut?.();
  return ok(null);
}

/** Asks every submission to stop, and waits until each has written down where it is. */
export async function stopAll(context: Context, why: AppError): Promise<void> {
  const runs = [...context.runs.values()];
  for (const run of runs) {
    run.stopped ??= why;
    run.cut?.();
  }
  await Promise.allSettled(runs.map((run) => run.done));
}
