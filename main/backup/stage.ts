import { existsSync } from 'node:fs';
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { migrations } from '../store/migrations.ts';
import { openDatabase, type Database } from '../store/database.ts';
import { BlobDamaged, openStream } from '../store/sealed-file.ts';
import { emptyFolder, ofDisk, syncFolder, withFile, workFolder } from './disk.ts';
import { nowhere, unpackEntries, type EntrySink } from './entries.ts';
import { damagedBackup, readHeader, streamKey, type HeaderInFile } from './header.ts';
import type { Credentials } from './credentials.ts';
import { isOurSchema } from './schema-check.ts';
import { tooNew } from './words.ts';

const newestSchema = migrations.at(-1)?.version ?? 0;
const maxProfilesBytes = 16 * 1024 * 1024;
const profilesSchema = z.strictObject({ profiles: z.unknown(), credentials: z.record(z.string(), z.record(z.string(), z.string())) });

/** What a backup held beside the store and the files. */
export type StagedProfiles = { readonly profiles: unknown; readonly credentials: Credentials };

type StoreWork<T> = { readonly now: () => number; readonly work: (database: Database, profileIds: readonly string[]) => T };

/** Reads the start of a backup file. Errors: file-damaged, storage. */
export function readBackupHeader(file: string): Promise<Result<HeaderInFile, AppError>> {
  return ofDisk('read', async () => ((await stat(file)).isFile() ? withFile(file, 'r', readHeader) : fail(damagedBackup)));
}

/** Unpacks a whole backup into the working folder, which is emptied first; everything is compared on the way, and the store is opened and gone through.
 *  `store.work` is done on the opened store, with the ids of the profiles whose credentials the backup holds, before it is closed again. Errors: file-damaged, conflict (made by a newer app), storage. */
export async function stageBackup<T>(
  folder: string, file: string, found: HeaderInFile, dataKey: Buffer, store: StoreWork<T>,
): Promise<Result<{ readonly profiles: StagedProfiles; readonly used: T }, AppError>> {
  if (found.header.schema > newestSchema) return fail(tooNew);
  return ofDisk('restore', async () => {
    const staging = workFolder(folder, 'restore');
    await emptyFolder(staging);
    await mkdir(path.join(staging, 'files'), { mode: 0o700 });
    const profiles = await unpack(file, found, dataKey, (name) => fileSink(path.join(staging, name)));
    if (profiles === null || !existsSync(path.join(staging, 'bursar.db'))) return fail(damagedBackup);
    const used = workOn(path.join(staging, 'bursar.db'), dataKey, Object.keys(profiles.credentials), store);
    if (!used.ok) return used;
    await writeFile(path.join(staging, 'profiles.json'), JSON.stringify(profiles.profiles), { flag: 'wx', mode: 0o600, flush: true });
    await syncFolder(path.join(staging, 'files'));
    return ok({ profiles, used: used.value });
  });
}

/** Goes through a whole backup, compares everything and gives its profiles; nothing is written. Errors: file-damaged, conflict (made by a newer app), storage. */
export async function readBackupProfiles(file: string, found: HeaderInFile, dataKey: Buffer): Promise<Result<unknown, AppError>> {
  if (found.header.schema > newestSchema) return fail(tooNew);
  return ofDisk('read', async () => {
    const held = await unpack(file, found, dataKey, async () => nowhere);
    return held === null ? fail(damagedBackup) : ok(held.profiles);
  });
}

/** Unpacks everything but the profiles, which are given back: their credentials don't touch the disk. Null when there are none. */
async function unpack(file: string, found: HeaderInFile, dataKey: Buffer, sinkOf: (name: string) => Promise<EntrySink>): Promise<StagedProfiles | null> {
  const key = streamKey(dataKey, found.bytes);
  const profiles: Buffer[] = [];
  try {
    await withFile(file, 'r', (handle) => unpackEntries(openStream(handle, key, found.end), async (name) => (name === 'profiles.json' ? memorySink(profiles) : sinkOf(name))));
    return profilesSchema.safeParse(parsed(Buffer.concat(profiles).toString('utf8'))).data ?? null;
  } finally {
    key.fill(0);
  }
}

function memorySink(parts: Buffer[]): EntrySink {
  let bytes = 0;
  return {
    write: async (piece) => {
      bytes += piece.length;
      if (bytes > maxProfilesBytes) throw new BlobDamaged();
      parts.push(Buffer.from(piece));
    },
    end: async () => undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function fileSink(file: string): Promise<EntrySink> {
  const handle = await open(file, 'wx', 0o600);
  return {
    write: (piece) => handle.writeFile(piece),
    end: async () => {
      await handle.sync();
      await handle.close();
    },
  };
}

function workOn<T>(file: string, key: Buffer, profileIds: readonly string[], { now, work }: StoreWork<T>): Result<T, AppError> {
  const opened = openDatabase({ file, key, clock: now });
  if (!opened.ok) return opened.error.code === 'key-mismatch' ? fail(damagedBackup) : opened;
  try {
    return isOurSchema(opened.value, now) && opened.value.sound() ? ok(work(opened.value, profileIds)) : fail(damagedBackup);
  } finally {
    opened.value.close();
  }
}
