import type { Request } from '../../preload/contract/api.ts';
import type { DocumentSlot } from '../../preload/contract/documents.ts';
import { sniffDocument } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { Context } from '../customers/context.ts';

/** Slots that show one thing, and so take one page. */
const onePageSlots: readonly DocumentSlot[] = ['identity', 'identity_back', 'liveness_check'];

/** The error when these pages can't become this slot's document; null when they can. They come from the tray, or from a document of the same customer
 *  and slot, which is made anew. Errors: not-found, validation, conflict, file-pages. */
export function pagesFor(context: Context, { customerId, slot, captureIds, evidence, bytes }: Request<'documents.place'>): AppError | null {
  if (new Set(captureIds).size < captureIds.length) return appError('validation', 'A page is named twice.', { fix: 'Choose each page once.' });
  if (evidence.length !== captureIds.length) return appError('validation', 'A page of this document wasn\u2019t looked at.', { fix: 'Open it once more, so that Bursar can look at every page.' });
  if (onePageSlots.includes(slot) && captureIds.length > 1) {
    return appError('file-pages', `${captureIds.length} pages were chosen, and this slot shows one.`, { fix: 'Choose the page that shows the document.', fields: [{ path: slot, message: 'One page only.' }] });
  }
  if (captureIds.length > 1 && sniffDocument(bytes) !== 'application/pdf') return appError('file-type', 'Only a PDF can hold several pages.', { fix: 'Choose one page, or make a PDF of them.' });
  const own = context.documents.all(customerId).filter((document) => document.slot === slot).map(({ id }) => id);
  for (const id of captureIds) {
    const page = context.captures.get(id);
    if (page === null) return appError('not-found', 'A page is not on this computer any more.', { fix: 'Choose it anew in the tray.' });
    if (page.state !== 'ready') return page.state === 'new' ? notOpened : unusable(page.problem);
    if (page.documentId !== null && !own.includes(page.documentId)) return elsewhere;
  }
  return null;
}

const notOpened = appError('conflict', 'This file has not been opened yet.', { fix: 'Wait until its pages are in the tray.' });
const elsewhere = appError('conflict', 'This page belongs to another document.', { fix: 'Take it out of its slot there first.' });
const unusable = (problem: string | null) => appError('conflict', problem ?? 'This file can\u2019t be used.', { fix: 'Choose another file, or scan it anew.' });
