import { captureLimits } from '../../preload/contract/captures.ts';
import { maxDocumentBytes, maxDocumentPages } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { nameForeignFile } from '../../preload/contract/file-kinds.ts';
import { t } from '../text.ts';

const megabyte = 1024 * 1024;

/** More than one file, or a folder, which comes as none. */
export function notOneFile(count: number): AppError {
  return count === 0
    ? appError('file-type', t('That is no file.'), { fix: t('Drop one PDF, JPEG or PNG file.') })
    : appError('file-type', t('{count} files came at once, and each place takes one.', { count }), { fix: t('Choose the place, then add its file; then the next.') });
}

/** No bytes. */
export function emptyFile(name: string): AppError {
  return appError('file-empty', t('{name} is empty.', { name }), { fix: t('Copy it again from where it came, or scan it anew.') });
}

/** More than the provider takes; `size` in bytes. */
export function tooLarge(name: string, size: number): AppError {
  const values = { name, size: Math.ceil(size / megabyte), most: maxDocumentBytes / megabyte };
  return appError('file-size', t('{name} has {size} MB, and Blaaiz takes at most {most} MB.', values), { fix: t('Scan it at 300 dpi, or save it smaller.') });
}

/** None of the three kinds, by its bytes. */
export function foreignFile(name: string, bytes: Uint8Array): AppError {
  const { kind, fix } = nameForeignFile(bytes);
  return appError('file-type', t('{name} is {kind}. Blaaiz takes PDF, JPEG and PNG.', { name, kind }), { fix });
}

/** More pages than an identity document or a proof of address ever has. */
export function tooManyPages(name: string, pages: number): AppError {
  return appError('file-pages', t('{name} has {pages} pages; at most {most} are kept.', { name, pages, most: maxDocumentPages }), {
    fix: t('Save only the pages that show the document.'),
  });
}

/** A PDF that asks for a password. */
export function encryptedPdf(name: string): AppError {
  return appError('file-damaged', t('{name} is protected by a password, so Blaaiz could not open it.', { name }), {
    fix: t('Open it with the password, print it to a new PDF, and add that.'),
  });
}

/** A picture or PDF whose beginning is right and whose rest doesn’t open. */
export function damagedFile(name: string): AppError {
  return appError('file-damaged', t('{name} is damaged: it does not open.', { name }), { fix: t('Copy it again from where it came, or scan it anew.') });
}

/** The system did not let us read it: moved, deleted, a folder, or no right to. */
export function unreadableFile(name: string): AppError {
  return appError('file-damaged', t('{name} could not be read from this computer.', { name }), { fix: t('See that it is a file, is still there, and that you may open it.') });
}

/** The viewer itself did not come up. */
export function noViewer(name: string): AppError {
  return appError('internal', t('{name} could not be looked at, so it was not kept.', { name }), { fix: t('Close the app, open it again and add the file once more.') });
}

/** More bytes than an original may have; `size` in bytes. */
export function bulkyFile(name: string, size: number): AppError {
  const values = { name, size: Math.ceil(size / megabyte), most: captureLimits.bytes / megabyte };
  return appError('file-size', t('{name} has {size} MB; at most {most} MB are opened here.', values), { fix: t('Scan it at 300 dpi, or save it smaller.') });
}
