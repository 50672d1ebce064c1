import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { vaultError, type VaultError } from './vault-error.ts';

/** Makes a rename durable. Windows can't open a folder for this and needs it less: its renames go through the journal of NTFS. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeTemporary(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file in one step (temporary file, fsync, read back, rename, fsync of the folder): after a crash there is the old
 *  content or the new, never a mixture. Error: storage, with the old content untouched. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<Result<void, VaultError>> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeTemporary(temporary, bytes);
    const back = await readFile(temporary);
    if (!back.equals(bytes)) throw new Error('read back differs');
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
    return ok(undefined);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail(vaultError('storage'));
  }
}

/** Reads a whole file; `null` if there is none. Error: storage, if it is there and can't be read. */
export async function readIfPresent(file: string): Promise<Result<Buffer | null, VaultError>> {
  try {
    return ok(await readFile(file));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing ? ok(null) : fail(vaultError('storage'));
  }
}

/** Moves a damaged file aside as `<file>.broken-<time>` and hands back the new name; nothing is deleted. `now` is in milliseconds. */
export async function setAside(file: string, now: number): Promise<Result<string, VaultError>> {
  const aside = `${file}.broken-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    await rename(file, aside);
    return ok(aside);
  } catch {
    return fail(vaultError('storage'));
  }
}
