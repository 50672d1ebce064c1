import type { HeldProfile } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { openBackupKey } from './open-key.ts';
import type { BackupDeps } from './ports.ts';
import { restoreRefusal } from './restore.ts';
import { readBackupHeader, readBackupProfiles } from './stage.ts';

/** What was seen in a backup: its profiles in words for a person, and the same to the letter, to be compared when it is restored. */
export type Looked = { readonly profiles: readonly HeldProfile[]; readonly letter: string };

/** Opens a backup and says what a person should know before agreeing to restore it; nothing is written. Errors as of restoring it. */
export async function lookAtBackup(deps: BackupDeps, file: string, passphrase: string | null): Promise<Result<Looked, AppError>> {
  const refusal = restoreRefusal(deps);
  if (refusal) return fail(refusal);
  const found = await readBackupHeader(file);
  if (!found.ok) return found;
  const key = await openBackupKey(deps, found.value.header, passphrase);
  if (!key.ok) return key;
  try {
    const read = await readBackupProfiles(file, found.value, key.value);
    if (!read.ok) return read;
    const profiles = deps.profiles.look(read.value);
    return profiles.ok ? ok({ profiles: profiles.value, letter: JSON.stringify(read.value) }) : profiles;
  } finally {
    key.value.fill(0);
  }
}
