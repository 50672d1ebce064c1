import type { Reply, Request } from '../../preload/contract/api.ts';
import { slotLabel } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { change, find, type Context } from '../customers/context.ts';
import { underWay } from '../customers/errors.ts';
import { editableStates, toDocument } from '../customers/view.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { DocumentRecord } from '../store/documents.ts';
import { acceptFile, plainName, slotRefused } from './accept-file.ts';
import { removeUnused } from './unused-blobs.ts';

const withBlaaiz = appError('conflict', 'Blaaiz has these documents, so they can\u2019t be changed now.', { fix: 'Wait for the verification. Rejected documents can be replaced.' });

/** The customer, if its documents may be changed now. Errors: not-found; conflict while submitting, pending or verified. */
function editable(context: Context, customerId: string): Result<CustomerRecord, AppError> {
  const found = find(context, customerId);
  if (!found.ok) return found;
  if (context.runs.has(customerId) || found.value.state === 'submitting') return fail(underWay);
  return editableStates.includes(found.value.state) ? found : fail(withBlaaiz);
}

/** Keeps a file for a slot, sealed and as it came. The one before goes only when the new one is safely written. Errors: those of the
 *  file and the slot, conflict, storage. */
export async function add(context: Context, request: Request<'documents.add'>): Promise<Result<Reply<'documents.add'>, AppError>> {
  const before = editable(context, request.customerId);
  if (!before.ok) return before;
  const refusal = slotRefused(request.slot, before.value.fields.idType);
  if (refusal !== null) return fail(refusal);
  const mime = acceptFile(request);
  if (!mime.ok) return mime;
  let replaced: readonly string[] = [];
  const kept = await context.inTurn(async (): Promise<Result<DocumentRecord, AppError>> => {
    const blob = await context.blobs.put(request.bytes);
    if (!blob.ok) return blob;
    replaced = [blob.value.hash];
    const still = editable(context, request.customerId);
    if (!still.ok) return still;
    const document: DocumentRecord = {
      id: context.ids(), customerId: request.customerId, slot: request.slot, name: plainName(request.name), mime: mime.value, bytes: blob.value.size,
      pages: mime.value === 'application/pdf' ? request.pages : null, state: 'kept', sent: 0, problem: null, addedAt: context.clock(), blobHash: blob.value.hash, fileId: null,
    };
    replaced = replace(context, still.value, document);
    return ok(document);
  });
  await removeUnused(context, replaced);
  return kept.ok ? ok(toDocument(context, kept.value)) : kept;
}

/** Puts the document where others of its slot were, in one transaction; gives the hashes of those. */
function replace(context: Context, customer: CustomerRecord, document: DocumentRecord): readonly string[] {
  const old = context.documents.list(customer.id).filter((one) => one.slot === document.slot);
  const what = `${slotLabel(document.slot, customer.fields.idType)} ${old.length > 0 ? 'replaced' : 'added'}`;
  context.store.transaction(() => {
    context.documents.put(document);
    for (const one of old) context.documents.remove(customer.id, one.id);
    change(context, customer.id, {}, [{ source: 'you', what }]);
  });
  return old.map((one) => one.blobHash);
}

/** The kept bytes. Errors: not-found, storage when they are damaged. */
export async function read(context: Context, { customerId, documentId }: Request<'documents.read'>): Promise<Result<Reply<'documents.read'>, AppError>> {
  const document = context.documents.get(customerId, documentId);
  if (document === null) return fail(notHere);
  const bytes = await context.blobs.read(document.blobHash);
  return bytes.ok ? ok({ mime: document.mime, bytes: new Uint8Array(bytes.value) }) : bytes;
}

/** Removes a document that the provider isn't looking at. Errors: not-found, conflict. */
export async function remove(context: Context, { customerId, documentId }: Request<'documents.remove'>): Promise<Result<null, AppError>> {
  const customer = editable(context, customerId);
  if (!customer.ok) return customer;
  const document = context.documents.get(customerId, documentId);
  if (document === null) return fail(notHere);
  context.store.transaction(() => {
    context.documents.remove(customerId, documentId);
    change(context, customerId, {}, [{ source: 'you', what: `${slotLabel(document.slot, customer.value.fields.idType)} removed` }]);
  });
  await removeUnused(context, [document.blobHash]);
  return ok(null);
}

const notHere = appError('not-found', 'This document is not on this computer any more.');
