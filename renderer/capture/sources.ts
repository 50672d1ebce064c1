/** A file that was read: a name for people and the bytes as they came. */
export type Capture = { readonly name: string; readonly bytes: Uint8Array };

/** The part of a browser's File that is read. */
export type FileLike = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** The files in what is dropped or pasted; none when it is text, also text that carries its own picture along. */
export function filesIn(transfer: Pick<DataTransfer, 'files' | 'types'> | null, typing = false): readonly File[] {
  if (!transfer || (typing && transfer.types.includes('text/plain'))) return [];
  return [...transfer.files];
}
