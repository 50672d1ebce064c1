import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { keyKeepingDefaults, slotAccount } from '../vault/key-keeping.ts';
import { createSealedFile } from '../vault/sealed-file.ts';
import { serviceName, type SecretStore } from '../vault/secret-store.ts';
import { toAppError } from '../vault/vault-error.ts';
import { makeVault } from '../vault/vault-setup.ts';
import type { SetUpChoice } from '../vault/vault-types.ts';
import type { BackupDeps } from './ports.ts';

/** A vault made ready beside the one in use: its id, where its credentials go, and how to undo it. */
export type StagedVault = { readonly id: string; readonly secrets: SecretStore; readonly undo: () => Promise<void> };

/** Makes a vault around a restored key in `dir`: in this computer's keychain, or under the passphrase where there is none. `guard` asks for the passphrase
 *  at each opening too, as the vault of the backup did. Errors: keychain codes, storage, validation. */
export async function stageVault(
  { keychain, cost, now }: Pick<BackupDeps, 'keychain' | 'cost' | 'now'>, dir: string, key: Buffer, { passphrase, guard }: { readonly passphrase: string | null; readonly guard: boolean },
): Promise<Result<StagedVault, AppError>> {
  const deps = { dir, keychain, random: keyKeepingDefaults.random, cost: cost ?? keyKeepingDefaults.cost };
  const first: SetUpChoice = guard && passphrase !== null ? { mode: 'keychain', passphrase } : { mode: 'keychain' };
  let made = await makeVault(deps, first, now(), key);
  if (!made.ok && made.error.code.startsWith('keychain') && passphrase !== null) made = await makeVault(deps, { mode: 'passphrase', passphrase }, now(), key);
  if (!made.ok) return fail(toAppError(made.error));
  const { record, key: copy } = made.value;
  copy.fill(0);
  if (record.mode === 'keychain') {
    return ok({ id: record.id, secrets: keychain, undo: async () => { await keychain.remove(serviceName, slotAccount(record.id, record.slot)); } });
  }
  const secrets = createSealedFile({ file: path.join(dir, 'secrets.sealed'), withKey: async (work) => ok(await work(key)) });
  return ok({ id: record.id, secrets, undo: async () => undefined });
}

/** Whether a staged part is there. */
export function isStaged(dir: string, part: string): boolean {
  return existsSync(path.join(dir, part));
}
