import { createHash } from 'node:crypto';
import type { KiraSettings, Profile } from '../../preload/contract/app.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { providerIds, providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { defaultKiraSettings, type StoredProfile } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProfileSecrets, SecretField } from '../vault/profile-secrets.ts';
import { toAppError } from '../vault/vault-error.ts';
import { addressProblem } from './base-url.ts';

/** The ids of the built-in sandbox's profiles. */
export const sandboxProfileIds: Readonly<Record<ProviderId, string>> = { blaaiz: 'sandbox', kira: 'sandbox-kira' };

/** What the profile book needs: where profiles are listed, where their secrets go, and who makes ids and tells the time. */
export type ProfileBookOptions = {
  readonly settings: Settings;
  readonly secrets: ProfileSecrets;
  readonly now: () => number;
  readonly newId: () => string;
};

type Common = Pick<StoredProfile, 'name' | 'env' | 'baseUrl'> & { readonly clientId: string };
/** A profile to be added, with its secrets. */
export type NewProfile =
  | (Common & { readonly provider: 'blaaiz'; readonly clientSecret: string; readonly scopes: readonly string[] })
  | (Common & { readonly provider: 'kira'; readonly password: string; readonly apiKey: string; readonly kira: KiraSettings });

/** The profiles of this computer; secrets go in and only hints come out. */
export type ProfileBook = {
  readonly list: () => Promise<readonly Profile[]>;
  readonly find: (id: string) => StoredProfile | null;
  readonly describe: (profile: StoredProfile) => Promise<Profile>;
  /** Makes the built-in profiles that aren't there yet, and gives the asked one. */
  readonly ensureSandbox: (provider: ProviderId) => Result<StoredProfile, AppError>;
  readonly add: (profile: NewProfile) => Promise<Result<StoredProfile, AppError>>;
  readonly saveKira: (id: string, kira: KiraSettings) => Result<StoredProfile, AppError>;
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
    ensureSandbox: (provider) => {
      for (const each of providerIds) {
        const made = find(sandboxProfileIds[each]) ? null : settings.addProfile(sandboxProfile(each, now()));
        if (made?.ok === false) return made;
      }
      const there = find(sandboxProfileIds[provider]);
      return there ? ok(there) : fail(unknownProfile);
    },
    add: async (added) => {
      const wrong = addressProblem(added.provider, added.baseUrl, added.env);
      if (wrong) return fail(appError('validation', wrong, { fields: [{ path: 'baseUrl', message: wrong }] }));
      const profile = newProfile(added, removedId(settings, added) ?? newId(), now());
      const kept = await keepSecrets(secrets, profile.id, secretsOf(added));
      return kept.ok ? settings.addProfile(profile) : kept;
    },
    saveKira: (id, kira) => settings.saveKira(id, kira),
    rename: (id, name) => settings.renameProfile(id, name),
    replaceSecret: async (id, field, value) => {
      const profile = find(id);
      if (!profile || profile.builtIn) return fail(unknownProfile);
      if (!secretsOfProvider[profile.provider].includes(field)) return fail(foreignSecret);
      const kept = await keepSecrets(secrets, id, { [field]: value });
      return kept.ok ? ok(profile) : kept;
    },
    remove: async (id) => {
      const clientId = await secrets.read(id, 'client_id');
      const removed = await secrets.remove(id);
      if (!removed.ok) return fail(toAppError(removed.error));
      const forgotten = settings.removeProfile(id, clientId.ok && clientId.value !== null ? markOf(id, clientId.value) : null);
      return forgotten.ok ? ok(null) : forgotten;
    },
  };
}

/** The id of a profile of this account that was removed: with it come back its payouts, of which some may not be found out yet. */
function removedId(settings: Settings, { provider, env, clientId }: NewProfile): string | null {
  const same = settings.all().removed.find((each) => each.provider === provider && each.env === env && each.mark === markOf(each.id, clientId));
  return same === undefined || settings.profile(same.id) ? null : same.id;
}

/** Tells an account again without naming it: the client id's SHA-256 in hex, of another look for each profile. */
function markOf(profileId: string, clientId: string): string {
  return createHash('sha256').update(JSON.stringify([profileId, clientId.trim()])).digest('hex');
}

/** The address only has the right shape: the sandbox listens on a free port of this machine, chosen at each start. */
function sandboxProfile(provider: ProviderId, addedAt: number): StoredProfile {
  return {
    id: sandboxProfileIds[provider], name: `Practice ${providerNames[provider]}`, provider, env: 'sandbox', builtIn: true, baseUrl: 'http://127.0.0.1', scopes: [], addedAt,
    kira: provider === 'kira' ? { ...defaultKiraSettings, codeMailbox: 'the practice mailbox' } : null,
  };
}

function newProfile(added: NewProfile, id: string, addedAt: number): StoredProfile {
  const { name, env, provider } = added;
  const own = added.provider === 'kira' ? { scopes: [], kira: added.kira } : { scopes: [...added.scopes], kira: null };
  return { id, name, provider, env, builtIn: false, baseUrl: added.baseUrl.replace(/\/+$/, ''), addedAt, ...own };
}

function secretsOf(added: NewProfile): Partial<Record<SecretField, string>> {
  if (added.provider === 'blaaiz') return { client_id: added.clientId, client_secret: added.clientSecret };
  return { client_id: added.clientId, password: added.password, 'x-api-key': added.apiKey };
}

async function keepSecrets(secrets: ProfileSecrets, id: string, values: Partial<Record<SecretField, string>>): Promise<Result<null, AppError>> {
  for (const [field, value] of Object.entries(values)) {
    const kept = await secrets.set(id, field as SecretField, value);
    if (!kept.ok) return fail(toAppError(kept.error));
  }
  return ok(null);
}

const secretsOfProvider: Readonly<Record<ProviderId, readonly SecretField[]>> = {
  blaaiz: ['client_id', 'client_secret', 'webhook_secret'], kira: ['client_id', 'password', 'x-api-key', 'webhook_secret'],
};
const foreignSecret = appError('validation', 'The provider of this profile knows no such key.', { fields: [{ path: 'field', message: 'The provider of this profile knows no such key.' }] });
const unknownProfile = appError('not-found', 'There is no such profile on this computer.', { fix: 'Choose another one under Settings, Profiles.' });
