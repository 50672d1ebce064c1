import type { Profile } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { StoredProfile } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProfileSecrets, SecretField } from '../vault/profile-secrets.ts';
import { toAppError } from '../vault/vault-error.ts';
import { addressProblem } from './base-url.ts';

/** The id of the built-in sandbox's profile. */
export const sandboxProfileId = 'sandbox';

/** What the profile book needs: where profiles are listed, where their secrets go, and who makes ids and tells the time. */
export type ProfileBookOptions = {
  readonly settings: Settings;
  readonly secrets: ProfileSecrets;
  readonly now: () => number;
  readonly newId: () => string;
};

/** A profile to be added, with its secrets. */
export type NewProfile = Pick<StoredProfile, 'name' | 'env' | 'baseUrl' | 'scopes'> & { readonly clientId: string; readonly clientSecret: string };

/** The profiles of this computer; secrets go in and only hints come out. */
export type ProfileBook = {
  readonly list: () => Promise<readonly Profile[]>;
  readonly find: (id: string) => StoredProfile | null;
  readonly describe: (profile: StoredProfile) => Promise<Profile>;
  readonly ensureSandbox: () => Result<StoredProfile, AppError>;
  readonly add: (profile: NewProfile) => Promise<Result<StoredProfile, AppError>>;
  readonly rename: (id: string, name: string) => Result<StoredProfile, AppError>;
  readonly replaceSecret: (id: string, field: SecretField, value: string) => Promise<Result<StoredProfile, AppError>>;
  readonly remove: (id: string) => Promise<Result<null, AppError>>;
};

/** Creates the {@link ProfileBook} over settings and secrets. */
export function createProfileBook(options: ProfileBookOptions): ProfileBook {
  const { settings, secrets, now, newId } = options;
  const find = (id: string) => settings.profile(id) ?? null;
  const describe = async (profile: StoredProfile): Promise<Profile> => {
    const [hint, has] = await Promise.all([secrets.hint(profile.id), secrets.has(profile.id)]);
    const { addedAt, ...shown } = profile;
    return {
      ...shown, scopes: [...profile.scopes], clientIdHint: (hint.ok && hint.value) || '',
      secretAddedAt: profile.builtIn ? null : addedAt, hasWebhookSecret: has.ok && has.value.webhook_secret,
    };
  };
  return {
    find, describe,
    list: () => Promise.all(settings.all().profiles.map(describe)),
    ensureSandbox: () => {
      const there = find(sandboxProfileId);
      return there ? ok(there) : settings.addProfile(sandboxProfile(now()));
    },
    add: async ({ clientId, clientSecret, ...rest }) => {
      const wrong = addressProblem(rest.baseUrl, rest.env);
      if (wrong) return fail(appError('validation', wrong, { fields: [{ path: 'baseUrl', message: wrong }] }));
      const profile: StoredProfile = { ...rest, baseUrl: rest.baseUrl.replace(/\/+$/, ''), id: newId(), provider: 'blaaiz', builtIn: false, addedAt: now() };
      const kept = await keepSecrets(secrets, profile.id, { client_id: clientId, client_secret: clientSecret });
      return kept.ok ? settings.addProfile(profile) : kept;
    },
    rename: (id, name) => settings.renameProfile(id, name),
    replaceSecret: async (id, field, value) => {
      const profile = find(id);
      if (!profile || profile.builtIn) return fail(unknownProfile);
      const kept = await keepSecrets(secrets, id, { [field]: value });
      return kept.ok ? ok(profile) : kept;
    },
    remove: async (id) => {
      const removed = await secrets.remove(id);
      if (!removed.ok) return fail(toAppError(removed.error));
      const forgotten = settings.removeProfile(id);
      return forgotten.ok ? ok(null) : forgotten;
    },
  };
}

/** The address only has the right shape: the sandbox listens on a free port of this machine, chosen at each start. */
function sandboxProfile(addedAt: number): StoredProfile {
  return { id: sandboxProfileId, name: 'Practice', provider: 'blaaiz', env: 'sandbox', builtIn: true, baseUrl: 'http://127.0.0.1', scopes: [], addedAt };
}

async function keepSecrets(secrets: ProfileSecrets, id: string, values: Partial<Record<SecretField, string>>): Promise<Result<null, AppError>> {
  for (const [field, value] of Object.entries(values)) {
    const kept = await secrets.set(id, field as SecretField, value);
    if (!kept.ok) return fail(toAppError(kept.error));
  }
  return ok(null);
}

const unknownProfile = appError('not-found', 'There is no such profile on this computer.', { fix: 'Choose another one under Settings, Profiles.' });
