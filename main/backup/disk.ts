import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { isStoreFailure } from '../store/database.ts';
import { BlobDamaged } from '../store/sealed-file.ts';
import { damagedBackup } from './header.ts';

/** Runs work on files and makes what the disk refuses an error in words; `what` names the work: "The backup was not made". Other exceptions are bugs. */
export async function ofDisk<T>(what: string, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BlobDamaged) return fail(damagedBackup);
    const code = isStoreFailure(error) ? error.code : systemCode(error);
    if (code === null) throw error;
    return fail(diskError(what, code));
  }
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : null;
}

function diskError(what: string, code: string): AppError {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') {
    return appError('storage', `${what}: the disk is full.`, { fix: 'Free some space, or choose a folder on another disk, then try again.' });
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_READONLY') {
    return appError('storage', `${what}: the folder may not be written to.`, { fix: 'Choose another folder, or ask whoever keeps this computer for the right to write there.' });
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') return appError('storage', `${what}: the folder or file is not there.`, { fix: 'Connect the disk it is on, or choose another folder.' });
  return appError('storage', `${what}: the disk refused to read or write.`, { fix: 'Check the disk, then try again.' });
}

/** Opens a file for `work` and closes it whatever happens; new files are the user's alone. */
export async function withFile<T>(file: string, flags: 'r' | 'wx', work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** Makes renames in a folder durable; Windows can't open a folder for this. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await withFile(folder, 'r', (handle) => handle.sync());
}

/** Makes a folder of our own, empty: what an earlier run left there goes. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** A file in pieces of at most 64 KiB. */
export async function* filePieces(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    yield* handlePieces(handle);
  } finally {
    await handle.close();
  }
}

async function* handlePieces(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Where in the data folder backups and restores do their work; nothing there is kept. */
export const workFolders = { backup: 'backup-work', restore: 'restore-work' } as const;

/** The full path of a working folder in the data folder. */
export function workFolder(dataFolder: string, name: keyof typeof workFolders): string {
  return path.join(dataFolder, workFolders[name]);
}
