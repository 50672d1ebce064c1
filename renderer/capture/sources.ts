import { maxDocumentBytes } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { notOneFile, tooLarge, unreadableFile } from './refusals.ts';

/** What every capture source yields: a name for people and the bytes as they came. */
export type Capture = { readonly name: string; readonly bytes: Uint8Array };

/** Where captures come from. Files are the first; whatever else takes a picture plugs in here and yields the same. */
export type CaptureSource<From> = (from: From) => Promise<Result<Capture, AppError>>;

/** The part of a browser's File that is read. */
export type FileLike = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** A file chosen, dropped or pasted. One at a time, because each slot takes one; too large a file is refused before it is read. */
export const fromFiles: CaptureSource<readonly FileLike[]> = async (files) => {
  const [file, ...more] = files;
  if (!file || more.length > 0) return fail(notOneFile(files.length));
  if (file.size > maxDocumentBytes) return fail(tooLarge(file.name, file.size));
  try {
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return fail(unreadableFile(file.name));
  }
};

/** The files in what is dropped or pasted; none when it is text, also text that carries its own picture along. */
export function filesIn(transfer: Pick<DataTransfer, 'files' | 'types'> | null, typing = false): readonly File[] {
  if (!transfer || (typing && transfer.types.includes('text/plain'))) return [];
  return [...transfer.files];
}
