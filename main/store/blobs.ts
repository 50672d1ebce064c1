import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { BlobDamaged, damaged, fileKey, readSalt, readSealed, saltBytes, writeSealed, type BlobRef } from './sealed-file.ts';

/** What the blob store needs: its folder, the loan of the 32-byte data key, and the time in milliseconds. */
export type BlobOptions = {
  readonly dir: string;
  readonly withKey: <T>(use: (dataKey: Uint8Array) => T | Promise<T>) => Promise<Result<T, AppError>>;
  readonly now: () => number;
  /** Hears that a stored file was found damaged. */
  readonly onDamaged?: () => void;
  readonly random?: (bytes: number) => Buffer;
};

/** Encrypted files, named by the hash of what is in them; document images and PDFs live here. Errors: storage (disk, or a damaged
 *  file, which is moved aside), not-found, validation (no such hash can be), and what `withKey` says (locked). */
export type Blobs = {
  /** Stores bytes whole or as they come; the same content is stored once. A source that throws stores nothing and throws on. */
  readonly put: (content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<Result<BlobRef, AppError>>;
  /** Writes content beside the store, sealed, without its being part of it: slow sources are read before anybody's turn is taken. */
  readonly stage: (content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<Result<StagedBlob, AppError>>;
  /** Streams the content in pieces of at most 64 KiB; each piece is verified before it is given out. A file found damaged on the way is
   *  moved aside and ends the stream with a {@link BlobDamaged}: what came before is genuine, but not all of it. */
  readonly open: (hash: string) => Promise<Result<AsyncIterable<Uint8Array>, AppError>>;
  /** Reads the whole content and compares its hash with its name. */
  readonly read: (hash: string) => Promise<Result<Buffer, AppError>>;
  readonly has: (hash: string) => Promise<boolean>;
  /** Removes a blob; removing what isn't there succeeds. */
  readonly remove: (hash: string) => Promise<Result<void, AppError>>;
  /** Runs steps one after the other: whoever stores a blob and writes down that it is needed, or removes one that nobody needs, does so in one step,
   *  so that a blob isn't removed while it is being added again. */
  readonly inTurn: <T>(step: () => Promise<T>) => Promise<T>;
};

/** Content that is written down and not yet stored: `keep` stores it, `drop` throws it away; the first of them counts. */
export type StagedBlob = { readonly ref: BlobRef; readonly keep: () => Promise<Result<BlobRef, AppError>>; readonly drop: () => Promise<void> };

const hashPattern = /^[0-9a-f]{64}$/;

const diskTrouble = appError('storage', 'The disk refused to read or write a document.', { fix: 'Check free space and permissions, then try again.' });

/** The disk's fault, as opposed to the source's: only errors of the system carry a code and a call. */
function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function isMissing(error: unknown): boolean {
  return isDiskError(error) && error.code === 'ENOENT';
}

async function withFile<T>(file: string, flags: 'r' | 'wx', work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** Makes a rename durable; Windows can't open a folder for this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', (handle) => handle.sync());
}

async function stage(options: BlobOptions, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Result<StagedBlob, AppError>> {
  const random = options.random ?? randomBytes;
  const salt = random(saltBytes);
  const key = await options.withKey((dataKey) => fileKey(dataKey, salt));
  if (!key.ok) return key;
  const temporary = path.join(options.dir, `${random(8).toString('hex')}.tmp`);
  const drop = () => rm(temporary, { force: true }).catch(() => undefined);
  return ofDisk(async () => {
    await mkdir(options.dir, { recursive: true, mode: 0o700 });
    const ref = await withFile(temporary, 'wx', (handle) => writeSealed(handle, key.value, salt, content));
    return ok({ ref, drop, keep: () => ofDisk(() => moveIn(options.dir, temporary, ref), drop) });
  }, drop).finally(() => { key.value.fill(0); });
}

/** Removes what an earlier run left half written when it was killed. The app runs once, so nobody is writing it. */
async function clearUnfinished(dir: string): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  for (const name of names) if (/^[0-9a-f]{16}\.tmp$/.test(name)) await rm(path.join(dir, name), { force: true }).catch(() => undefined);
}

async function moveIn(dir: string, temporary: string, ref: BlobRef): Promise<Result<BlobRef, AppError>> {
  await rename(temporary, path.join(dir, ref.hash));
  await syncFolder(dir);
  return ok(ref);
}

/** Makes what the disk refuses an error; whatever goes wrong, `drop` clears up. */
async function ofDisk<T>(work: () => Promise<Result<T, AppError>>, drop: () => Promise<void>): Promise<Result<T, AppError>> {
  try {
    return await work();
  } catch (error) {
    await drop();
    if (isDiskError(error)) return fail(diskTrouble);
    throw error;
  }
}

async function openKey(options: BlobOptions, hash: string): Promise<Result<Buffer, AppError>> {
  try {
    const salt = await withFile(path.join(options.dir, hash), 'r', readSalt);
    return await options.withKey((dataKey) => fileKey(dataKey, salt));
  } catch (error) {
    if (error instanceof BlobDamaged) return fail(await moveAside(options, hash));
    if (isMissing(error)) return fail(appError('not-found', 'This document is not stored here.', { fix: 'Add the document again.' }));
    if (isDiskError(error)) return fail(diskTrouble);
    throw error;
  }
}

/** Keeps a damaged file under another name, so that the next `put` of the same content isn't taken for stored already. */
async function moveAside(options: BlobOptions, hash: string): Promise<AppError> {
  const aside = `${hash}.broken-${new Date(options.now()).toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(path.join(options.dir, hash), path.join(options.dir, aside)).catch(() => undefined);
  options.onDamaged?.();
  return damaged;
}

/** Opens the file only when the first piece is asked for, so that a stream nobody reads holds nothing open. */
async function* stream(options: BlobOptions, hash: string, key: Buffer): AsyncGenerator<Uint8Array> {
  const handle = await open(path.join(options.dir, hash), 'r');
  try {
    yield* readSealed(handle, key, hash);
  } catch (error) {
    if (error instanceof BlobDamaged) await moveAside(options, hash);
    throw error;
  } finally {
    key.fill(0);
    await handle.close();
  }
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Result<Buffer, AppError>> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of content) parts.push(part);
    return ok(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof BlobDamaged) return fail(error.error);
    if (isDiskError(error)) return fail(diskTrouble);
    throw error;
  }
}

/** Creates the blob store of a folder; see {@link Blobs}. */
export function createBlobs(options: BlobOptions): Blobs {
  const badHash = fail(appError('validation', 'This is not the name of a stored document.'));
  let last: Promise<unknown> = Promise.resolve();
  let cleared: Promise<void> | null = null;
  const stageClear: Blobs['stage'] = async (content) => {
    cleared ??= clearUnfinished(options.dir);
    await cleared;
    return stage(options, content);
  };
  const openBlob: Blobs['open'] = async (hash) => {
    if (!hashPattern.test(hash)) return badHash;
    const key = await openKey(options, hash);
    return key.ok ? ok(stream(options, hash, key.value)) : key;
  };
  return {
    put: async (content) => {
      const staged = await stageClear(content);
      return staged.ok ? staged.value.keep() : staged;
    },
    stage: stageClear,
    open: openBlob,
    read: async (hash) => {
      const opened = await openBlob(hash);
      return opened.ok ? collect(opened.value) : opened;
    },
    has: async (hash) => {
      if (!hashPattern.test(hash)) return false;
      return access(path.join(options.dir, hash)).then(() => true, () => false);
    },
    remove: async (hash) => {
      if (!hashPattern.test(hash)) return badHash;
      return rm(path.join(options.dir, hash), { force: true }).then(() => ok(undefined), () => fail(diskTrouble));
    },
    inTurn: (step) => {
      const turn = last.then(step, step);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
