import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BackupFile } from '../../preload/contract/backup.ts';
import { withFile } from './disk.ts';
import { readHeader, type BackupHeader } from './header.ts';

/** A backup in a folder: what it says about itself, and its full path. */
export type Shelved = { readonly file: string; readonly name: string; readonly bytes: number; readonly header: BackupHeader };

const extension = '.bursarbackup';
const namePattern = /^bursar-\d{4}-\d{2}-\d{2}-\d{6}-(daily|asked)(-\d+)?\.bursarbackup$/;
const maxListed = 100;

/** The name of a new backup made at `at` (epoch ms, told in UTC): `bursar-2026-05-04-093000-daily.bursarbackup`; a number follows where one is taken. */
export function backupName(at: number, kind: BackupFile['kind'], taken: readonly string[]): string {
  const [day, time] = new Date(at).toISOString().split('T');
  const stem = `bursar-${day}-${(time ?? '').slice(0, 8).replaceAll(':', '')}-${kind}`;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
    if (!taken.includes(name)) return name;
  }
}

/** The backups of ours in a folder, the newest first; a file that doesn't say that it is one is left out. No folder is an empty one. */
export async function shelvedBackups(folder: string): Promise<readonly Shelved[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => namePattern.test(name)).toSorted().toReversed();
  const found: Shelved[] = [];
  for (const name of names.slice(0, maxListed)) {
    const one = await shelved(path.join(folder, name));
    if (one) found.push(one);
  }
  return found.toSorted((one, other) => other.header.madeAt - one.header.madeAt);
}

/** One backup file, null when it isn't one or can't be read. Links and pipes aren't opened: one may lead anywhere, the other never ends. */
export async function shelved(file: string): Promise<Shelved | null> {
  try {
    const found = await lstat(file);
    if (!found.isFile()) return null;
    const read = await withFile(file, 'r', readHeader);
    return read.ok ? { file, name: path.basename(file), bytes: found.size, header: read.value.header } : null;
  } catch {
    return null;
  }
}

/** A backup as the screen shows it. */
export function toBackupFile({ name, bytes, header }: Shelved): BackupFile {
  return { name, bytes, madeAt: header.madeAt, kind: header.kind, opensWith: header.wrapped === null ? 'this-computer' : 'passphrase' };
}

/** Removes the oldest daily backups over `keep`, and what an unfinished one left. Only files of this vault's key go, never `made`, which was just made and
 *  read back (what the others say of their time is not proven, and the clock may have been set back), never one that somebody asked for. What can't be
 *  removed stays. */
export async function rotate(folder: string, mark: string, keep: number, made: string): Promise<void> {
  const others = (await shelvedBackups(folder)).filter(({ header, name }) => header.kind === 'daily' && header.mark === mark && name !== made);
  for (const { file } of others.slice(Math.max(1, keep) - 1)) await rm(file, { force: true }).catch(() => undefined);
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith('.bursar-') && name.endsWith(`${extension}.tmp`)) await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}
