import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { isStoreFailure } from '../store/database.ts';
import { BlobDamaged } from '../store/sealed-file.ts';
import { damagedBackup } from './header.ts';

/** What is done with the disk, for the words when it refuses. */
export type DiskTask = 'make' | 'read' | 'restore' | 'place' | 'anew';

type TaskWords = { readonly what: string; readonly full: string; readonly denied: readonly [why: string, fix: string]; readonly gone: readonly [why: string, fix: string] };
const nowhere: TaskWords['gone'] = ['the folder or file is not there', 'Connect the disk it is on, or choose another folder.'];
const mayWriteOwn = 'Give Bursar the right to write to its data folder, then try again.';
const tasks: Readonly<Record<DiskTask, TaskWords>> = {
  make: {
    what: 'The backup was not made', full: 'Free some space, or choose a folder on another disk, then try again.',
    denied: ['the folder may not be written to', 'Choose another folder, or ask whoever keeps this computer for the right to write there.'], gone: nowhere,
  },
  read: {
    what: 'The backup could not be read', full: 'Free some space, then try again.',
    denied: ['Bursar may not read that file', 'Copy it to a folder of your own and choose it there, or ask whoever keeps this computer for the right to read it.'],
    gone: ['the file is not there', 'Connect the disk it is on, then choose it again.'],
  },
  restore: {
    what: 'The backup was not restored', full: 'Free some space on the disk of Bursar\u2019s data, then try again. Nothing was changed.',
    denied: ['the backup may not be read, or Bursar\u2019s data folder not be written to', `Copy the backup to a folder of your own. ${mayWriteOwn} Nothing was changed.`],
    gone: ['the backup is not there any more', 'Connect the disk it is on, then choose it again. Nothing was changed.'],
  },
  place: {
    what: 'The backup is not in place yet', full: 'Free some space, then start Bursar again: it ends what was begun.', denied: ['Bursar\u2019s data folder may not be written to', mayWriteOwn],
    gone: ['a part of it is not there', 'Start Bursar again.'],
  },
  anew: {
    what: 'Nothing was begun', full: 'Free some space, then try again.', denied: ['Bursar\u2019s data folder may not be written to', mayWriteOwn],
    gone: ['a file went away meanwhile', 'Start Bursar again.'],
  },
};

/** Runs work on files and makes what the disk refuses an error in words. Other exceptions are bugs. */
export async function ofDisk<T>(task: DiskTask, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BlobDamaged) return fail(damagedBackup);
    const code = isStoreFailure(error) ? error.code : systemCode(error);
    if (code === null) throw error;
    return fail(diskError(tasks[task], code));
  }
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : null;
}

function diskError({ what, full, denied, gone }: TaskWords, code: string): AppError {
  const told = ([why, fix]: readonly [string, string]) => appError('storage', `${what}: ${why}.`, { fix });
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return told(['the disk is full', full]);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_READONLY') return told(denied);
  return told(code === 'ENOENT' || code === 'ENOTDIR' ? gone : ['the disk refused to read or write', 'Check the disk, then try again.']);
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
