import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { serviceName, type SecretStore } from './secret-store.ts';
import { vaultError, type VaultError } from './vault-error.ts';

/** The secret fields a provider profile can have, one entry each (Blaaiz guide: Authentication; Kira guide: Authentication). */
export const secretFields = ['client_id', 'client_secret', 'x-api-key', 'password', 'webhook_secret'] as const;

/** A name from {@link secretFields}. */
export type SecretField = (typeof secretFields)[number];

/** The credentials of provider profiles. `read` is for the trusted process alone: no screen may be given what it hands back. */
export type ProfileSecrets = {
  /** Stores one field; surrounding white space from pasting is cut off. Errors: validation, too-large, locked, keychain codes. */
  readonly set: (profileId: string, field: SecretField, secret: string) => Promise<Result<void, VaultError>>;
  /** Says which fields are stored. */
  readonly has: (profileId: string) => Promise<Result<Readonly<Record<SecretField, boolean>>, VaultError>>;
  /** The last four characters of the client id, to tell two profiles apart; `null` if none is stored or it is too short to show. */
  readonly hint: (profileId: string) => Promise<Result<string | null, VaultError>>;
  /** Reads one field; `null` if it isn't stored. */
  readonly read: (profileId: string, field: SecretField) => Promise<Result<string | null, VaultError>>;
  /** Removes one field, or all of them. */
  readonly remove: (profileId: string, field?: SecretField) => Promise<Result<void, VaultError>>;
};

const profileIdPattern = /^[A-Za-z0-9-]{1,64}$/;
const hintLength = 4;
const shortestWithHint = 12;

/** Creates {@link ProfileSecrets} over any secret store; `scope` keeps the entries of two vaults in one keychain apart. */
export function createProfileSecrets(store: SecretStore, scope: () => string): ProfileSecrets {
  const account = (profileId: string, field: SecretField): string => `${scope()}/profile/${profileId}/${field}`;
  const read: ProfileSecrets['read'] = async (profileId, field) =>
    profileIdPattern.test(profileId) ? store.get(serviceName, account(profileId, field)) : fail(vaultError('validation'));

  return {
    read,
    set: async (profileId, field, secret) => {
      const value = secret.trim();
      if (!profileIdPattern.test(profileId) || value === '') return fail(vaultError('validation'));
      return store.set(serviceName, account(profileId, field), value);
    },
    has: async (profileId) => {
      const found: Record<SecretField, boolean> = {
        client_id: false, client_secret: false, 'x-api-key': false, password: false, webhook_secret: false,
      };
      for (const field of secretFields) {
        const value = await read(profileId, field);
        if (!value.ok) return value;
        found[field] = value.value !== null;
      }
      return ok(found);
    },
    hint: async (profileId) => {
      const id = await read(profileId, 'client_id');
      if (!id.ok) return id;
      return ok(id.value !== null && id.value.length >= shortestWithHint ? id.value.slice(-hintLength) : null);
    },
    remove: async (profileId, field) => {
      if (!profileIdPattern.test(profileId)) return fail(vaultError('validation'));
      for (const each of field ? [field] : secretFields) {
        const removed = await store.remove(serviceName, account(profileId, each));
        if (!removed.ok) return removed;
      }
      return ok(undefined);
    },
  };
}
