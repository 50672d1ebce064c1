import { sniffDocument, type DocumentInfo } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { editCustomer, notFound } from './customer-handlers.ts';
import type { Handlers } from './handlers.ts';
import { changed, freshId, type World } from './world.ts';

const foreign: AppError = { code: 'file-type', message: 'This is not a PDF, JPEG or PNG.', fix: 'Save it as a PDF.' };

/** Lets pages belong to a document, or to the tray with null. */
function belong(world: World, pages: (id: string, documentId: string | null) => boolean, documentId: string | null): void {
  world.captures = world.captures.map((one) => (pages(one.id, one.documentId) ? { ...one, documentId } : one));
}

/** documents.* over a {@link World}. */
export function documentHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `documents.${string}`>> {
  const find = (customerId: string, documentId: string) => {
    const customer = world.customers.find((one) => one.id === customerId);
    return [...(customer?.documents ?? []), ...(customer?.rejection?.before ?? [])].find((one) => one.id === documentId);
  };
  const put = (customerId: string, change: (documents: readonly DocumentInfo[]) => DocumentInfo[]) => {
    const kept = editCustomer(world, customerId, (one) => ({ documents: change(one.documents) }));
    changed(world, ['captures']);
    return kept;
  };
  return {
    'documents.place': ({ customerId, slot, captureIds, name, bytes, evidence }) => {
      const mime = sniffDocument(bytes);
      if (!mime) return fail(foreign);
      const id = freshId(world, 'doc');
      const pages = mime === 'application/pdf' ? captureIds.length : null;
      const made: DocumentInfo = { id, slot, name, mime, bytes: bytes.byteLength, pages, state: 'kept', sent: 0, problem: null, addedAt: world.now(), evidence, overrides: [], captureIds };
      world.files.set(id, bytes);
      const gone = world.customers.find((one) => one.id === customerId)?.documents.find((one) => one.slot === slot);
      belong(world, (_page, documentId) => gone !== undefined && documentId === gone.id, null);
      belong(world, (page) => captureIds.includes(page), id);
      const kept = put(customerId, (documents) => [...documents.filter((one) => one.slot !== slot), made]);
      return kept.ok ? ok(made) : kept;
    },
    'documents.override': ({ customerId, documentId, ids, reason }) => {
      const known = find(customerId, documentId);
      if (!known) return fail(notFound);
      const next = { ...known, overrides: [...known.overrides, ...ids.map((id) => ({ id, reason, at: world.now(), actor: world.state.preferences.userName }))] };
      put(customerId, (documents) => documents.map((one) => (one.id === documentId ? next : one)));
      return ok(next);
    },
    'documents.read': ({ customerId, documentId }) => {
      const known = find(customerId, documentId);
      const bytes = world.files.get(documentId);
      return known && bytes ? ok({ mime: known.mime, bytes: new Uint8Array(bytes) }) : fail(notFound);
    },
    'documents.remove': ({ customerId, documentId }) => {
      belong(world, (_page, of) => of === documentId, null);
      const done = put(customerId, (documents) => documents.filter((one) => one.id !== documentId));
      return done.ok ? ok(null) : done;
    },
  };
}
