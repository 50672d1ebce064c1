import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { copyFile, rm, stat } from 'node:fs/promises';

/** Copies an open store of one file to another, with all that is committed now, while work goes on: everything is brought into the store's file, and until
 *  that is copied what comes stays in the side file. VACUUM INTO does it instead, and lets nothing else have its turn, where somebody else holds the side file
 *  or wrote to the store's. False when the store was closed meanwhile: the copy is of no use then. */
export async function copyStore(sqlite: Sqlite, file: string): Promise<boolean> {
  const before = sqlite.pragma('wal_autocheckpoint', { simple: true });
  sqlite.pragma('wal_autocheckpoint = 0');
  try {
    if (await copyAtRest(sqlite, file)) return sqlite.open;
    if (!sqlite.open) return false;
    await rm(file, { force: true });
    sqlite.prepare('VACUUM INTO ?').run(file);
    return true;
  } finally {
    if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${String(before)}`);
  }
}

/** Whether the file was copied while nobody wrote to it. */
async function copyAtRest(sqlite: Sqlite, file: string): Promise<boolean> {
  const [moved] = sqlite.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[];
  if (moved?.busy !== 0 || moved.log !== moved.checkpointed) return false;
  const before = await stat(sqlite.name, { bigint: true });
  await copyFile(sqlite.name, file);
  const after = await stat(sqlite.name, { bigint: true });
  return before.mtimeNs === after.mtimeNs && before.size === after.size;
}
