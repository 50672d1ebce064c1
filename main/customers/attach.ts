import type { DocumentSlot } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { DocumentRecord } from '../store/documents.ts';
import { changeDocument } from './context.ts';
import { documentsToSend, uploadMissing, type UploadJob } from './uploads.ts';

/** Uploads what is missing and attaches everything in one call, because the front of the identity document starts the verification.
 *  Files that an earlier session uploaded and that the provider no longer takes go up once more. */
export async function uploadAndAttach(job: UploadJob): Promise<Result<void, AppError>> {
  const uploaded = await uploadMissing(job);
  if (!uploaded.ok) return uploaded;
  const attached = await attach(job);
  if (attached.ok || !isAboutFiles(attached.error)) return attached;
  const refused = refusedDocuments(job, attached.error);
  for (const document of refused) changeDocument(job.context, document, { state: 'cut', sent: 0, fileId: null, problem: messageFor(attached.error, document.slot) });
  if (refused.some((document) => uploaded.value.has(document.id))) return attached;
  const again = await uploadMissing(job);
  return again.ok ? attach(job) : again;
}

async function attach({ context, provider, run, customerId, remoteId, idType }: UploadJob): Promise<Result<void, AppError>> {
  if (run.stopped !== null) return fail(run.stopped);
  const documents = documentsToSend(context.documents.list(customerId), idType);
  const files: Partial<Record<DocumentSlot, string>> = Object.fromEntries(documents.map(({ slot, fileId }) => [slot, fileId]));
  const attached = await provider.attach(remoteId, files);
  return attached.ok ? ok(undefined) : attached;
}

function isAboutFiles(error: AppError): boolean {
  return error.code === 'validation' || error.code === 'upload-refused' || error.code === 'upload-expired';
}

/** The documents a refusal names; all of them when it names none. */
function refusedDocuments({ context, customerId, idType }: UploadJob, error: AppError): readonly DocumentRecord[] {
  const documents = documentsToSend(context.documents.list(customerId), idType);
  const named = documents.filter(({ slot }) => error.fields?.some(({ path }) => path === slot));
  return named.length > 0 ? named : documents;
}

function messageFor(error: AppError, slot: DocumentSlot): string {
  return error.fields?.find(({ path }) => path === slot)?.message ?? error.message;
}
