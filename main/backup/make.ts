import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { BackupFile } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { WrappedKey } from '../vault/passphrase.ts';
import type { Book, BookKeeper } from './book.ts';
import { damagedFiles } from './damaged-files.ts';
import type { BackupDeps } from './ports.ts';
import { backupName, rotate } from './shelf.ts';
import { damagedWords, nothingKept, nothingOpen } from './words.ts';
import { writeBackup } from './write.ts';

/** A day, in ms: a daily backup is due when the last good one is older. */
export const dayMs = 24 * 60 * 60_000;
/** How long to wait after a daily backup that failed, in ms. */
export const retryMs = 60 * 60_000;

/** The folder backups go to. */
export function folderOf({ folder }: Pick<BackupDeps, 'folder'>, book: Book): string {
  return book.folder ?? path.join(folder, 'backups');
}

/** The public mark of the key of the vault that is set up; null before, and for one that keeps nothing. */
export function markOf(vault: BackupDeps['vault']): string | null {
  const record = vault.record();
  return record === null || record.mode === 'session-only' ? null : record.mark;
}

/** The key under the passphrase for backups, when that belongs to this vault's key. */
export function wrappedOf({ vault }: Pick<BackupDeps, 'vault'>, { passphrase }: Book): WrappedKey | null {
  return passphrase !== null && passphrase.mark === markOf(vault) ? passphrase.wrapped : null;
}

/** Whether there is something that can be backed up; the error says why not. */
export function backupRefusal({ vault, store }: Pick<BackupDeps, 'vault' | 'store'>): AppError | null {
  if (vault.state().quality === 'session-only') return nothingKept;
  return vault.state().phase === 'unlocked' && store() !== null ? null : nothingOpen;
}

/** Makes one backup and notes how it went; after a daily one the oldest over the number to keep are removed. Where stored files are found damaged, one that
 *  was asked for is made without them and the book says so; a daily one is left out, so that no older one that still has them goes. Errors as of writing. */
export async function makeBackup(deps: BackupDeps, keeper: BookKeeper, kind: BackupFile['kind']): Promise<Result<'made' | 'skipped', AppError>> {
  const refusal = backupRefusal(deps);
  if (refusal) return fail(refusal);
  const harmed = await damagedFiles(deps);
  if (harmed > 0 && kind === 'daily') {
    await keeper.change({ skipped: deps.trouble() ?? damagedWords(harmed) });
    return ok('skipped');
  }
  const book = await keeper.read();
  const target = folderOf(deps, book);
  const mark = markOf(deps.vault);
  const at = deps.now();
  const name = backupName(at, kind, await readdir(target).catch(() => []));
  const written = await writeBackup(deps, { target, name, kind, wrapped: wrappedOf(deps, book) });
  if (!written.ok) {
    await keeper.change({ failed: [written.error.message, written.error.fix].filter(Boolean).join(' ') });
    return written;
  }
  await keeper.change({ lastAt: at, skipped: null, failed: null, incomplete: harmed > 0 ? damagedWords(harmed) : null });
  if (kind === 'daily' && mark !== null) await rotate(target, mark, book.keep, name);
  const told = await deps.record({ what: 'backup.make', by: kind === 'daily' ? 'app' : 'person', detail: { name, kind, ...(book.folder === null ? {} : { folder: book.folder }), ...(harmed > 0 ? { damagedFiles: harmed } : {}) } });
  return told.ok ? ok('made') : told;
}

/** Whether the daily backup is due: the last good one is a day old, or the clock was set back over it. */
export function isDue({ daily, lastAt }: Book, now: number): boolean {
  return daily && (lastAt === null || now - lastAt >= dayMs || lastAt > now);
}

/** Makes the daily backup if it is due and nothing is doubtful; after a session in which something went wrong it is left out, and the book says why. */
export async function makeDaily(deps: BackupDeps, keeper: BookKeeper): Promise<'not-now' | 'skipped' | 'made' | 'failed'> {
  if (backupRefusal(deps) !== null || !deps.quiet()) return 'not-now';
  const book = await keeper.read();
  if (!isDue(book, deps.now())) return 'not-now';
  const trouble = deps.trouble();
  if (trouble === null) {
    const made = await makeBackup(deps, keeper, 'daily');
    return made.ok ? made.value : 'failed';
  }
  if (book.skipped !== trouble) await keeper.change({ skipped: trouble });
  return 'skipped';
}
