import { captureLimits } from '../../preload/contract/captures.ts';
import { maxDocumentPages } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { t } from '../text.ts';

const megabyte = 1024 * 1024;

/** No bytes. */
export function emptyFile(name: string): AppError {
  return appError('file-empty', t('{name} is empty.', { name }), { fix: t('Copy it again from where it came, or scan it anew.') });
}

/** More pages than an identity document or a proof of address ever has. */
export function tooManyPages(name: string, pages: number): AppError {
  return appError('file-pages', t('{name} has {pages} pages; at most {most} are kept.', { name, pages, most: maxDocumentPages }), {
    fix: t('Save only the pages that show the document.'),
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

/** More bytes than an original may have; `size` in bytes. */
export function bulkyFile(name: string, size: number): AppError {
  const values = { name, size: Math.ceil(size / megabyte), most: captureLimits.bytes / megabyte };
  return appError('file-size', t('{name} has {size} MB; at most {most} MB are opened here.', values), { fix: t('Scan it at 300 dpi, or save it smaller.') });
}
