import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { createProfileSecrets, secretFields, type SecretField } from '../vault/profile-secrets.ts';
import type { SecretStore } from '../vault/secret-store.ts';
import { toAppError } from '../vault/vault-error.ts';
import { damagedBackup } from './header.ts';

/** Credentials by profile id and field. */
export type Credentials = Readonly<Record<string, Partial<Record<SecretField, string>>>>;

/** Reads every credential of these profiles. Errors: keychain codes, locked. */
export async function readCredentials(store: SecretStore, vaultId: string, ids: readonly string[]): Promise<Result<Credentials, AppError>> {
  const secrets = createProfileSecrets(store, () => vaultId);
  const all: Record<string, Partial<Record<SecretField, string>>> = {};
  for (const id of ids) {
    const found: Partial<Record<SecretField, string>> = {};
    for (const field of secretFields) {
      const value = await secrets.read(id, field);
      if (!value.ok) return fail(toAppError(value.error));
      if (value.value !== null) found[field] = value.value;
    }
    all[id] = found;
  }
  return ok(all);
}

/** Stores credentials that aren't stored yet: one that is here is at least as new as one from a backup. Errors: keychain codes, storage, file-damaged. */
export async function addCredentials(store: SecretStore, vaultId: string, credentials: Credentials): Promise<Result<null, AppError>> {
  const secrets = createProfileSecrets(store, () => vaultId);
  for (const [id, fields] of Object.entries(credentials)) {
    for (const field of secretFields) {
      const value = fields[field];
      if (value === undefined) continue;
      const here = await secrets.read(id, field);
      const kept = here.ok && here.value === null ? await secrets.set(id, field, value) : here;
      // No credential of this shape could have been kept, so none was backed up.
      if (!kept.ok) return fail(kept.error.code === 'validation' ? damagedBackup : toAppError(kept.error));
    }
  }
  return ok(null);
}
