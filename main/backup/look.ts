import type { HeldProfile } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { withBackup } from './opened.ts';
import type { BackupDeps } from './ports.ts';
import { readBackupProfiles } from './stage.ts';

/** What was seen in a backup: its profiles in words for a person, and the same to the letter, to be compared when it is restored. */
export type Looked = { readonly profiles: readonly HeldProfile[]; readonly letter: string };

/** Opens a backup and says what a person should know before agreeing to restore it; nothing is written. Errors as of restoring it. */
export function lookAtBackup(deps: BackupDeps, file: string, passphrase: string | null): Promise<Result<Looked, AppError>> {
  return withBackup(deps, file, passphrase, async ({ found, key }) => {
    const read = await readBackupProfiles(file, found, key);
    if (!read.ok) return read;
    const profiles = deps.profiles.look(read.value);
    return profiles.ok ? ok({ profiles: profiles.value, letter: JSON.stringify(read.value) }) : profiles;
  });
}
