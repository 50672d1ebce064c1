import { constants, watch } from 'node:fs';
import { lstat, open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A file that lies in a folder: full path, size in bytes, time of its last change in whole epoch ms. */
export type FoundFile = { readonly path: string; readonly size: number; readonly modifiedAt: number };

/** What looking into a folder gives: its files, or why it can't be looked into. */
export type Listed = { readonly files: readonly FoundFile[] } | { readonly trouble: 'gone' | 'no-folder' | 'refused' | 'too-many' };

/** Most files a watched folder may hold: one for scans holds few, and looking through more again and again isn't gentle. */
export const maxFolderFiles = 2000;

/** Thrown by {@link readFound} when a file can't be read now, or isn't any more what was found. */
export class FileUnready extends Error {}

/** The plain files right in a folder, oldest change first. Links, folders, hidden and half-written files are left out. */
export async function listFolder(folder: string): Promise<Listed> {
  try {
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && !isPassing(entry.name)).map(({ name }) => name);
    if (names.length > maxFolderFiles) return { trouble: 'too-many' };
    const files: FoundFile[] = [];
    for (const name of names) files.push(...await found(path.join(folder, name)));
    return { files: files.toSorted((a, b) => a.modifiedAt - b.modifiedAt || (a.path < b.path ? -1 : 1)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return { trouble: code === 'ENOENT' ? 'gone' : code === 'ENOTDIR' ? 'no-folder' : 'refused' };
  }
}

/** Names that programs give to what they hide or haven't finished writing. */
function isPassing(name: string): boolean {
  return /^(\.|~|_tmp)|~$|\.(tmp|temp|part|partial|crdownload|download|filepart|swp|lock)$/i.test(name) || /^(desktop\.ini|thumbs\.db)$/i.test(name);
}

/** The file as it lies there, by itself and not by what a link leads to; none when it is gone by now. */
async function found(file: string): Promise<readonly FoundFile[]> {
  const stat = await lstat(file).catch(() => null);
  return stat?.isFile() ? [{ path: file, size: stat.size, modifiedAt: Math.floor(stat.mtimeMs) }] : [];
}

/** Streams a file in pieces of 64 KiB, if it still is what was found, before and after; else throws {@link FileUnready}. Follows no link, waits for no pipe. */
export async function* readFound(file: FoundFile, stopped: () => boolean): AsyncGenerator<Uint8Array> {
  // Neither flag exists on Windows, where links need rights of their own and pipes lie elsewhere.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(file.path, flags).catch(() => { throw new FileUnready(); });
  try {
    await same(handle, file);
    for (;;) {
      if (stopped()) throw new FileUnready();
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes).catch(() => { throw new FileUnready(); });
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
    }
    await same(handle, file);
  } finally {
    await handle.close();
  }
}

const pieceBytes = 64 * 1024;

async function same(handle: FileHandle, { size, modifiedAt }: FoundFile): Promise<void> {
  const stat = await handle.stat().catch(() => null);
  if (!stat?.isFile() || stat.size !== size || Math.floor(stat.mtimeMs) !== modifiedAt) throw new FileUnready();
}

/** Hears that something in a folder changed, where the system tells; gives the function that ends it. A folder that can't be watched is looked through
 *  now and then all the same. */
export function watchFolder(folder: string, changed: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, changed);
    watcher.on('error', () => { watcher.close(); });
    return () => { watcher.close(); };
  } catch {
    return () => undefined;
  }
}
