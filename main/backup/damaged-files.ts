import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Blobs } from '../store/blobs.ts';
import { BlobDamaged, damaged } from '../store/sealed-file.ts';
import type { BackupDeps } from './ports.ts';

/** Goes through every stored file before it is copied, and gives how many were found damaged: they are kept aside by that, and so left out of the backup.
 *  What can't be read for another reason is not counted; copying it says why. */
export async function damagedFiles({ folder, store }: Pick<BackupDeps, 'folder' | 'store'>): Promise<number> {
  const open = store();
  if (open === null) return 0;
  let found = 0;
  for (const name of await readdir(path.join(folder, 'files')).catch(() => [])) {
    if (/^[0-9a-f]{64}$/.test(name) && await open.blobs.inTurn(() => isDamaged(open.blobs, name))) found += 1;
  }
  return found;
}

async function isDamaged(blobs: Blobs, hash: string): Promise<boolean> {
  const opened = await blobs.open(hash);
  if (!opened.ok) return opened.error === damaged;
  const pieces = opened.value[Symbol.asyncIterator]();
  try {
    // Each piece is compared as it comes.
    while (!(await pieces.next()).done);
    return false;
  } catch (error) {
    if (error instanceof BlobDamaged) return true;
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}
