import type { AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import type { HeaderInFile } from './header.ts';
import { openBackupKey } from './open-key.ts';
import type { BackupDeps } from './ports.ts';
import { readBackupHeader } from './stage.ts';
import { nothingKept, unlockFirst } from './words.ts';

/** What is read from a backup by whoever opened it. */
export type OpenedBackup = { readonly found: HeaderInFile; readonly key: Buffer };

/** Opens a backup where one may be restored, and wipes its key once it was used. Errors: wrong-passphrase, key-mismatch, file-damaged, conflict, locked. */
export async function withBackup<T>(
  deps: BackupDeps, file: string, passphrase: string | null, work: (opened: OpenedBackup) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const refusal = restoreRefusal(deps);
  if (refusal) return fail(refusal);
  const found = await readBackupHeader(file);
  if (!found.ok) return found;
  const key = await openBackupKey(deps, found.value.header, passphrase);
  if (!key.ok) return key;
  try {
    return await work({ found: found.value, key: key.value });
  } finally {
    key.value.fill(0);
  }
}

/** Why nothing may be restored now, null when it may: a vault that only waits for its passphrase or its keychain is not replaced, what it protects is fine. */
export function restoreRefusal({ vault }: Pick<BackupDeps, 'vault'>): AppError | null {
  const { phase, quality, problem, mode } = vault.state();
  if (phase === 'unlocked') return quality === 'session-only' ? nothingKept : null;
  const lost = problem?.code === 'key-mismatch' || problem?.code === 'corrupt';
  return phase === 'unset' || lost || mode === 'session-only' ? null : unlockFirst;
}
