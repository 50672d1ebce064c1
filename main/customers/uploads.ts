import { slotLabel, slotsFor, type DocumentSlot, type IdType } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CustomerProvider, UploadBody } from '../providers/provider.ts';
import type { Blobs } from '../store/blobs.ts';
import type { DocumentRecord } from '../store/documents.ts';
import { BlobDamaged } from '../store/sealed-file.ts';
import { changeDocument, type Context, type Run } from './context.ts';

/** Most addresses asked for while one file goes up: they live shortly, and a slow line may outlive one. */
const maxAddresses = 3;
/** The screen hears of progress this often, in bytes or hundredths, whichever is more. */
const progressStep = 64 * 1024;

/** The documents that go to the provider for an identity document type, the front last because it starts the verification. */
export function documentsToSend(documents: readonly DocumentRecord[], idType: IdType): readonly DocumentRecord[] {
  const slots = slotsFor(idType).map((one) => one.slot);
  const wanted = documents.filter((document) => slots.includes(document.slot));
  return [...wanted.filter(({ slot }) => slot !== 'identity'), ...wanted.filter(({ slot }) => slot === 'identity')];
}

/** What one submission uploads for, and with what. */
export type UploadJob = { readonly context: Context; readonly provider: CustomerProvider; readonly run: Run; readonly customerId: string; readonly remoteId: string; readonly idType: IdType };

/** Uploads what hasn't arrived yet, one file after the other; gives the ids of the documents that went up now. A file whose slot was
 *  stopped is left out and ends in `cancelled` after the others; the first other failure ends it. */
export async function uploadMissing(job: UploadJob): Promise<Result<ReadonlySet<string>, AppError>> {
  const { context, run, customerId, idType } = job;
  const uploaded = new Set<string>();
  for (const document of documentsToSend(context.documents.list(customerId), idType)) {
    if (run.stopped !== null) return fail(run.stopped);
    if (document.state === 'uploaded' && document.fileId !== null) continue;
    const done = run.stoppedSlots.has(document.slot) ? stopDocument(context, document, stoppedByPerson) : await uploadOne(job, document);
    if (done.ok) uploaded.add(document.id);
    else if (run.stopped !== null) return fail(run.stopped);
    else if (!run.stoppedSlots.has(document.slot)) return done;
  }
  if (run.stoppedSlots.size === 0) return ok(uploaded);
  const slots = [...run.stoppedSlots];
  return fail(appError('cancelled', `You stopped the upload of ${slots.map((slot) => slotLabel(slot, idType).toLowerCase()).join(', ')}.`, {
    fix: 'The file is safe here. Press Continue when you are ready.', fields: slots.map((path) => ({ path, message: 'Stopped by you.' })),
  }));
}

/** The error of an upload that a person stopped. */
export const stoppedByPerson = appError('cancelled', 'Stopped by you.', { fix: 'The file is safe here. Press Continue when you are ready.' });

async function uploadOne(job: UploadJob, document: DocumentRecord): Promise<Result<void, AppError>> {
  const { context, provider, run, remoteId, idType } = job;
  const current = changeDocument(context, document, { state: 'uploading', sent: 0, fileId: null, problem: null });
  context.notify('customers', job.customerId);
  const stopped = () => run.stopped ?? (run.stoppedSlots.has(document.slot) ? stoppedByPerson : null);
  for (let addresses = 1; ; addresses += 1) {
    const target = await provider.presign(remoteId, document.slot);
    const stop = stopped();
    if (stop !== null) return stopDocument(context, current, stop);
    if (!target.ok) return stopDocument(context, current, target.error, named(target.error, document.slot, idType));
    const put = await putBytes(job, current, (body, onSent, signal) => provider.upload(target.value, body, onSent, signal));
    if (put.ok) {
      changeDocument(context, current, { state: 'uploaded', sent: document.bytes, fileId: target.value.fileId });
      context.notify('customers', job.customerId);
      return put;
    }
    if (put.error.code !== 'upload-expired' || addresses === maxAddresses || stopped() !== null) {
      const why = stopped();
      return why === null ? stopDocument(context, current, put.error, named(put.error, document.slot, idType)) : stopDocument(context, current, why);
    }
  }
}

type Put = (body: UploadBody, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<Result<void, AppError>>;

/** Streams the file once, with progress, until it is there, fails, or is cut by the run. */
async function putBytes({ context, run, customerId }: UploadJob, document: DocumentRecord, put: Put): Promise<Result<void, AppError>> {
  if (!await context.blobs.has(document.blobHash)) return fail(gone(document.name));
  const abort = new AbortController();
  run.cut = () => { abort.abort(); };
  run.currentSlot = document.slot;
  const step = Math.max(progressStep, document.bytes / 100);
  let reported = -step;
  const onSent = (sent: number) => {
    context.sent.set(document.id, sent);
    if (sent - reported < step && sent < document.bytes) return;
    reported = sent;
    context.progress({ customerId, documentId: document.id, sent, total: document.bytes });
  };
  try {
    const body = { size: document.bytes, mime: document.mime, open: () => bytesOf(context.blobs, document) };
    return await put(body, onSent, abort.signal);
  } catch (error) {
    if (error instanceof BlobDamaged) return fail(error.error);
    throw error;
  } finally {
    run.cut = null;
    run.currentSlot = null;
  }
}

async function* bytesOf(blobs: Blobs, document: DocumentRecord): AsyncGenerator<Uint8Array> {
  const opened = await blobs.open(document.blobHash);
  if (!opened.ok) throw new BlobDamaged();
  yield* opened.value;
}

const gone = (name: string) => appError('storage', `The file ${name} is not on this computer any more.`, { fix: 'Add it again.' });

/** Marks a document whose upload stopped, with how far it came; `told` is the error for the whole submission. */
function stopDocument(context: Context, document: DocumentRecord, error: AppError, told = error): Result<never, AppError> {
  const sent = context.sent.get(document.id) ?? 0;
  context.sent.delete(document.id);
  if (context.store.isOpen) changeDocument(context, document, { state: 'cut', sent, fileId: null, problem: stoppedAt(error, sent, document.bytes) });
  return fail(told);
}

function stoppedAt(error: AppError, sent: number, bytes: number): string {
  return sent > 0 && sent < bytes ? `Stopped at ${Math.floor((sent / bytes) * 100)}%. ${error.message}` : error.message;
}

/** The error with the slot it is about, so that the screen can point at it. */
function named(error: AppError, slot: DocumentSlot, idType: IdType): AppError {
  return { ...error, message: `${slotLabel(slot, idType)}: ${error.message}`, fields: [...(error.fields ?? []), { path: slot, message: error.message }] };
}
