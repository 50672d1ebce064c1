import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { isLost } from '../store/database-files.ts';
import { ofDisk, syncFolder } from './disk.ts';
import type { BackupDeps } from './ports.ts';
import { parts } from './swap.ts';
import { dataIsFine } from './words.ts';

/** Whether the data here can't be read any more, so that beginning with nothing loses nothing that could be had. */
export function canStartAnew({ folder, vault }: Pick<BackupDeps, 'folder' | 'vault'>): boolean {
  const { phase, problem } = vault.state();
  if (phase === 'unset') return problem?.code === 'corrupt' || problem?.code === 'key-mismatch';
  return phase === 'unlocked' && isLost(path.join(folder, 'bursar.db'));
}

/** Puts everything of the old data into a folder of its own, renamed and never deleted, and opens with nothing. Errors: conflict when the data is fine,
 *  storage. */
export async function startAnew(deps: BackupDeps): Promise<Result<null, AppError>> {
  if (!canStartAnew(deps)) return fail(dataIsFine);
  const vaultLost = deps.vault.state().phase === 'unset';
  const kept = parts.filter((part) => vaultLost || !['vault.json', 'secrets.sealed', 'sandbox.sealed'].includes(part));
  const aside = path.join(deps.folder, `before-anew-${new Date(deps.now()).toISOString().replaceAll(/[:.]/g, '-')}`);
  return deps.replace(async () => {
    const moved = await ofDisk('anew', () => moveAll(deps.folder, aside, kept));
    if (moved.ok && vaultLost) await deps.vault.reload();
    return moved;
  }, null);
}

async function moveAll(folder: string, aside: string, names: readonly string[]): Promise<Result<null, AppError>> {
  await mkdir(aside, { recursive: true, mode: 0o700 });
  // The key's check goes last: until then, a start finds the store lost and asks again.
  const last = 'bursar.db.keycheck';
  for (const name of [...names.filter((each) => each !== last), last]) {
    if (existsSync(path.join(folder, name))) await rename(path.join(folder, name), path.join(aside, name));
  }
  await syncFolder(aside);
  await syncFolder(folder);
  return ok(null);
}
