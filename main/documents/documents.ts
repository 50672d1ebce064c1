import type { Reply, Request } from '../../preload/contract/api.ts';
import { slotLabel } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { change, type Context } from '../customers/context.ts';
import { toDocument } from '../customers/view.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { DocumentRecord } from '../store/documents.ts';
import { acceptFile, plainName, slotRefused } from './accept-file.ts';
import { changeable, editable, notHere, slotEditable } from './editable.ts';
import { pagesFor } from './place-pages.ts';
import { removeUnused } from './unused-blobs.ts';

type Placing = Request<'documents.place'>;

/** Makes pages the document of a slot, with the file that was made from them, sealed. The one before goes only when the new one is safely written; its
 *  pages go back to the tray, but a refused one stays with its pages, to stand beside the new one. Errors: those of the file, the slot and the pages,
 *  conflict, storage. */
export async function place(context: Context, request: Placing): Promise<Result<Reply<'documents.place'>, AppError>> {
  const before = placeable(context, request);
  if (!before.ok) return before;
  const mime = acceptFile({ name: request.name, bytes: request.bytes, pages: request.captureIds.length });
  if (!mime.ok) return mime;
  const staged = await context.blobs.stage(request.bytes);
  if (!staged.ok) return staged;
  let unused: readonly string[] = [];
  const kept = await context.inTurn(async (): Promise<Result<DocumentRecord, AppError>> => {
    const still = placeable(context, request);
    if (!still.ok) {
      await staged.value.drop();
      return still;
    }
    const blob = await staged.value.keep();
    if (!blob.ok) return blob;
    const document: DocumentRecord = {
      id: context.ids(), customerId: request.customerId, slot: request.slot, name: plainName(request.name), mime: mime.value, bytes: blob.value.size,
      pages: mime.value === 'application/pdf' ? request.captureIds.length : null, state: 'kept', sent: 0, problem: null, addedAt: context.clock(),
      blobHash: blob.value.hash, fileId: null, evidence: request.evidence, overrides: [], captureIds: request.captureIds, strike: null, setAside: false,
    };
    unused = [blob.value.hash, ...replace(context, still.value, document)];
    return ok(document);
  });
  await removeUnused(context, unused);
  if (kept.ok) context.notify('captures', null);
  return kept.ok ? ok(toDocument(context, kept.value)) : kept;
}

/** The customer, if these pages may become this slot's document now. */
function placeable(context: Context, request: Placing): Result<CustomerRecord, AppError> {
  const customer = editable(context, request.customerId);
  if (!customer.ok) return customer;
  const refusal = slotRefused(request.slot, customer.value.fields.idType) ?? slotEditable(context, customer.value, request.slot) ?? pagesFor(context, request);
  return refusal === null ? customer : fail(refusal);
}

/** Puts the document where others of its slot were, in one transaction; gives the hashes of those that went. */
function replace(context: Context, customer: CustomerRecord, document: DocumentRecord): readonly string[] {
  const old = context.documents.list(customer.id).filter((one) => one.slot === document.slot);
  const what = `${slotLabel(document.slot, customer.fields.idType)} ${old.length > 0 ? 'replaced' : 'added'}`;
  return context.store.transaction(() => {
    context.documents.put(document);
    context.captures.moveTo(document.id, document.captureIds);
    const gone = old.flatMap((one) => takeOut(context, one));
    change(context, customer.id, {}, [{ source: 'you', what }]);
    return gone;
  });
}

/** Takes a document out of its slot: a refused one is set aside with its pages, another goes and its pages return to the tray. Gives the hashes of
 *  what went. */
function takeOut(context: Context, document: DocumentRecord): readonly string[] {
  if (document.strike !== null) {
    context.documents.put({ ...document, setAside: true });
    return [];
  }
  context.captures.release(document.id);
  context.documents.remove(document.customerId, document.id);
  return [document.blobHash];
}

/** The kept bytes, also of a refused document that was replaced. Errors: not-found, storage when they are damaged. */
export async function read(context: Context, { customerId, documentId }: Request<'documents.read'>): Promise<Result<Reply<'documents.read'>, AppError>> {
  const document = context.documents.get(customerId, documentId);
  if (document === null) return fail(notHere);
  const bytes = await context.blobs.read(document.blobHash);
  return bytes.ok ? ok({ mime: document.mime, bytes: new Uint8Array(bytes.value) }) : bytes;
}

/** Takes a document that the provider isn't looking at out of its slot. Errors: not-found, conflict. */
export async function remove(context: Context, { customerId, documentId }: Request<'documents.remove'>): Promise<Result<null, AppError>> {
  const found = changeable(context, customerId, documentId);
  if (!found.ok) return found;
  const { customer, document } = found.value;
  const gone = context.store.transaction(() => {
    change(context, customerId, {}, [{ source: 'you', what: `${slotLabel(document.slot, customer.fields.idType)} removed` }]);
    return takeOut(context, document);
  });
  context.notify('captures', null);
  await removeUnused(context, gone);
  return ok(null);
}

