import { payoutDocumentLimits } from '../../../preload/contract/deposit.ts';
import { sniffDocument } from '../../../preload/contract/documents.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { nameForeignFile } from '../../../preload/contract/file-kinds.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Openers } from '../../capture/open-file.ts';
import { damagedFile, emptyFile, unreadableFile } from '../../capture/refusals.ts';
import type { Capture, FileLike } from '../../capture/sources.ts';
import { t } from '../../text.ts';

/** The error of a batch that holds more files than still fit; null when all of them do. */
export function tooMany(coming: number, kept: number, taker: string): AppError | null {
  const { count } = payoutDocumentLimits;
  if (coming + kept <= count) return null;
  return appError('validation', t('{taker} takes at most {count} files with a payout.', { taker, count }), { fix: t('Remove one first, or put the papers into one PDF.') });
}

/** Reads a file and looks whether it is taken and whether it opens, before it is kept: by its bytes, never its name. `taker` is who takes it. */
export async function readPaper(file: FileLike, openers: Openers, taker: string): Promise<Result<Capture, AppError>> {
  const { name, size } = file;
  if (size > payoutDocumentLimits.bytes) return fail(tooLarge(name, size, taker));
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
  if (bytes === null) return fail(unreadableFile(name));
  if (bytes.length === 0) return fail(emptyFile(name));
  const mime = sniffDocument(bytes);
  if (mime === null) return fail(foreignPaper(name, bytes, taker));
  if (mime !== 'application/pdf') return await openers.decodeImage(bytes, mime) ? ok({ name, bytes }) : fail(damagedFile(name));
  const pages = await openers.countPages(bytes);
  if (!pages.ok && pages.error === 'encrypted') return fail(lockedPaper(name, taker));
  return !pages.ok && pages.error === 'damaged' ? fail(damagedFile(name)) : ok({ name, bytes });
}

function tooLarge(name: string, size: number, taker: string): AppError {
  const mega = 1024 * 1024;
  const values = { name, taker, size: (Math.ceil((size / mega) * 10) / 10).toFixed(1), most: payoutDocumentLimits.bytes / mega };
  return appError('file-size', t('{name} has {size} MB, and {taker} takes at most {most} MB a file.', values), { fix: t('Scan it at 150 dpi, or save it smaller.') });
}

function foreignPaper(name: string, bytes: Uint8Array, taker: string): AppError {
  const { kind, fix } = nameForeignFile(bytes);
  return appError('file-type', t('{name} is {kind}. {taker} takes PDF, PNG and JPEG.', { name, kind, taker }), { fix });
}

function lockedPaper(name: string, taker: string): AppError {
  return appError('file-damaged', t('{name} is protected by a password, so {taker} could not open it.', { name, taker }), {
    fix: t('Open it with the password, print it to a new PDF, and add that.'),
  });
}
