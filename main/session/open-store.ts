import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAnchor } from '../audit/anchors.ts';
import { restoredFile, restoringFolder } from '../backup/places.ts';
import { notFinished } from '../backup/words.ts';
import { createBlobs } from '../store/blobs.ts';
import { isDamage, openDatabase, setDamagedAside } from '../store/database.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { Vault } from '../vault/vault-types.ts';
import { keyLender } from '../vault/vault.ts';
import { fileTrouble, storeTrouble, type Troubles } from './safekeeping.ts';
import type { OpenStore } from './session.ts';

/** What opening the store needs. `damaged` is called once when a page can't be read at work: what is open is then to be closed and opened anew, and
 *  `suspicion` makes that opening go through the whole store. */
export type StoreDeps = {
  readonly vault: Vault; readonly folder: string; readonly now: () => number; readonly troubles: Troubles; readonly suspicion: { open: boolean }; readonly damaged: () => void;
};

/** Opens the store and the files. Where a page couldn't be read at work, the store is gone through and set aside if it is damaged. */
export async function openStore({ vault, folder, now, troubles, suspicion, damaged }: StoreDeps): Promise<Result<OpenStore, AppError>> {
  if (existsSync(join(folder, restoringFolder))) return fail(notFinished);
  const sessionOnly = vault.state().quality === 'session-only';
  const file = join(folder, 'bursar.db');
  troubles.clear();
  const onFailure = (code: string) => {
    troubles.note(storeTrouble(code));
    if (!isDamage(code) || suspicion.open) return;
    suspicion.open = true;
    setImmediate(damaged);
  };
  const opened = await vault.withKey((key) => openDatabase({ file: sessionOnly ? null : file, key: sessionOnly ? null : Buffer.from(key), clock: now, onFailure }));
  if (!opened.ok) return fail(toAppError(opened.error));
  if (!opened.value.ok) return opened.value;
  const database = opened.value.value;
  if (suspicion.open) {
    suspicion.open = false;
    if (!sessionOnly && !database.sound()) {
      database.close();
      return fail(setDamagedAside(file, now()));
    }
  }
  await endRestore(vault, folder);
  const dir = join(folder, sessionOnly ? 'session-files' : 'files');
  // Files of a session go with it; those of one that was killed go now.
  const sweep = () => { if (sessionOnly) rmSync(dir, { recursive: true, force: true }); };
  sweep();
  const blobs = createBlobs({ dir, withKey: keyLender(vault), now, onDamaged: () => { troubles.note(fileTrouble); } });
  return ok({
    database, blobs,
    close: () => {
      database.close();
      sweep();
    },
  });
}

/** After a restore the audit logs end elsewhere than was noted, this once. */
async function endRestore(vault: Vault, folder: string): Promise<void> {
  if (!existsSync(join(folder, restoredFile))) return;
  const { anchorRestored } = await import('../backup/anchor-restored.ts');
  await anchorRestored(folder, vault, (profileId, rows, head, at) => createAnchor(vault, profileId).write({ rows, head, at }));
}
