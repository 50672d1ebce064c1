import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FoundBackup } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { ofDisk } from './disk.ts';
import type { BackupHeader } from './header.ts';
import { openBackupKey } from './open-key.ts';
import type { BackupDeps } from './ports.ts';
import { shelvedBackups } from './shelf.ts';
import { readBackupHeader } from './stage.ts';
import { chooseAgain } from './words.ts';

/** The files that were chosen for restoring, by token: the screen never names a path. */
export type Choices = {
  /** Takes one of the folder's backups by name, or asks the person; null when they chose none. Errors: file-damaged, storage, not-found. */
  readonly choose: (folder: string, name: string | null) => Promise<Result<FoundBackup | null, AppError>>;
  /** What is behind a token. */
  readonly of: (token: string) => Chosen | null;
};

/** A chosen file by its full path, and what was seen of it to the letter; null before somebody looked. */
export type Chosen = { readonly token: string; readonly file: string; seen: string | null };

/** Makes {@link Choices}; the last one made counts. */
export function createChoices(deps: BackupDeps): Choices {
  let last: Chosen | null = null;
  const find = async (folder: string, name: string): Promise<string | null> => (await shelvedBackups(folder)).find((each) => each.name === name)?.file ?? null;
  return {
    of: (token) => (last?.token === token ? last : null),
    choose: async (folder, name) => {
      const file = name === null ? await deps.choose.file() : await find(folder, name);
      if (file === null) return name === null ? ok(null) : fail(chooseAgain);
      const read = await readBackupHeader(file);
      if (!read.ok) return read;
      const { header } = read.value;
      last = { token: randomUUID(), file, seen: null };
      const { token } = last;
      return ofDisk('read', async () => ok({
        token, name: path.basename(file), madeAt: header.madeAt, bytes: (await stat(file)).size,
        opensWith: header.wrapped === null ? 'this-computer' as const : 'passphrase' as const, opens: await opens(deps, header), version: header.app,
      }));
    },
  };
}

/** What it takes to open a backup here and now: nothing, its passphrase, or something that isn't here. */
async function opens(deps: BackupDeps, header: BackupHeader): Promise<FoundBackup['opens']> {
  const key = await openBackupKey(deps, header, null);
  if (key.ok) key.value.fill(0);
  if (key.ok) return 'here';
  return header.wrapped === null ? 'nowhere' : 'passphrase';
}
