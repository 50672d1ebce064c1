import { maxDocumentBytes, maxDocumentPages, slotLabel, slotsFor, sniffDocument, type DocumentMime, type DocumentSlot, type IdType } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { nameForeignFile } from '../../preload/contract/file-kinds.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** A file somebody wants to keep; `pages` is null when it was not counted. */
export type OfferedFile = { readonly name: string; readonly bytes: Uint8Array; readonly pages: number | null };

/** What a file is called here: the last part of its path, never empty. */
export function plainName(name: string): string {
  return name.split(/[\\/]/).at(-1)?.trim() || 'document';
}

/** Decides by the bytes, never by the name, whether a file can go to the provider. Errors, each by the file's name: file-empty, file-size,
 *  file-type, file-pages. */
export function acceptFile({ name, bytes, pages }: OfferedFile): Result<DocumentMime, AppError> {
  const file = plainName(name);
  if (bytes.length === 0) return fail(appError('file-empty', `${file} is empty: it has no bytes.`, { fix: 'Copy it again from where it came, or scan it anew.' }));
  if (bytes.length > maxDocumentBytes) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    return fail(appError('file-size', `${file} has ${megabytes} MB, Blaaiz takes at most ${maxDocumentBytes / 1024 / 1024} MB.`, { fix: 'Scan it at 300 dpi, or save it smaller.' }));
  }
  const mime = sniffDocument(bytes);
  if (mime === null) {
    const { kind, fix } = nameForeignFile(bytes);
    return fail(appError('file-type', `${file} is ${kind}, whatever its name says. Blaaiz takes PDF, JPEG and PNG.`, { fix }));
  }
  if (mime === 'application/pdf' && pages !== null && pages > maxDocumentPages) {
    return fail(appError('file-pages', `${file} has ${pages} pages, a document here has at most ${maxDocumentPages}.`, { fix: 'Keep only the pages that show the document.' }));
  }
  return ok(mime);
}

/** The error when a document type has no such slot; null when it has. */
export function slotRefused(slot: DocumentSlot, idType: IdType): AppError | null {
  if (slotsFor(idType).some((one) => one.slot === slot)) return null;
  const why = slot === 'identity_back' ? 'A passport has one page to show and no back.' : `${slotLabel(slot, idType)} is not asked for.`;
  return appError('validation', why, { fix: 'Use the front, or choose another document type.', fields: [{ path: slot, message: why }] });
}
