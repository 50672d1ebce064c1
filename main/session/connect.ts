import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createBlaaizProvider, type BlaaizOptions } from '../providers/blaaiz/provider.ts';
import { neededScopes } from '../providers/blaaiz/scopes.ts';
import { createKiraProvider, type KiraOptions } from '../providers/kira/provider.ts';
import type { Provider } from '../providers/provider.ts';
import type { StoredProfile } from '../settings/schema.ts';
import type { ProfileSecrets, SecretField } from '../vault/profile-secrets.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { SandboxAddress, SandboxRunner } from './sandbox-runner.ts';

/** What connecting needs: the sandbox for the built-in profiles, the vault's secrets for the others, and the providers' surroundings. */
export type ConnectOptions = {
  readonly sandbox: SandboxRunner;
  readonly secrets: ProfileSecrets;
  readonly surroundings: Pick<BlaaizOptions, 'fetch' | 'clock' | 'random' | 'log' | 'onBudget' | 'onReach' | 'onServerTime'>;
};

/** Where a profile's account is and how its credentials are read, a shape a provider. */
type Access = Pick<BlaaizOptions, 'baseUrl' | 'scopes' | 'credentials'> & Pick<KiraOptions, 'baseUrl'> & { readonly kiraCredentials: KiraOptions['credentials'] };

/** Makes the provider of a profile. The built-in ones start the sandbox; nothing else touches the network before its first call. */
export async function connectProvider(options: ConnectOptions, profile: StoredProfile): Promise<Result<Provider, AppError>> {
  const access = await accessOf(options, profile);
  if (!access.ok) return access;
  const { baseUrl, scopes, credentials, kiraCredentials } = access.value;
  if (profile.provider === 'blaaiz') return ok(createBlaaizProvider({ ...options.surroundings, baseUrl, scopes, credentials }));
  return ok(createKiraProvider({ ...options.surroundings, baseUrl, credentials: kiraCredentials, apiVersion: profile.kira?.apiVersion ?? null }));
}

async function accessOf({ sandbox, secrets }: ConnectOptions, profile: StoredProfile): Promise<Result<Access, AppError>> {
  if (!profile.builtIn) return ok(ownAccess(secrets, profile));
  const started = await sandbox.start();
  return started.ok ? ok(practiceAccess(started.value, profile)) : started;
}

function practiceAccess({ blaaiz, kira }: SandboxAddress, { provider }: StoredProfile): Access {
  return {
    baseUrl: provider === 'blaaiz' ? blaaiz.url : kira.url, scopes: neededScopes,
    credentials: async () => ok(blaaiz), kiraCredentials: async () => ok(kira),
  };
}

function ownAccess(secrets: ProfileSecrets, { id, baseUrl, scopes }: StoredProfile): Access {
  return {
    baseUrl, scopes,
    credentials: async () => {
      const read = await readSecrets(secrets, id, ['client_id', 'client_secret']);
      return read.ok ? ok({ clientId: read.value.client_id, clientSecret: read.value.client_secret }) : read;
    },
    kiraCredentials: async () => {
      const read = await readSecrets(secrets, id, ['client_id', 'password', 'x-api-key']);
      return read.ok ? ok({ clientId: read.value.client_id, password: read.value.password, apiKey: read.value['x-api-key'] }) : read;
    },
  };
}

async function readSecrets<F extends SecretField>(secrets: ProfileSecrets, id: string, fields: readonly F[]): Promise<Result<Record<F, string>, AppError>> {
  const found: Partial<Record<F, string>> = {};
  for (const field of fields) {
    const read = await secrets.read(id, field);
    if (!read.ok) return fail(toAppError(read.error));
    if (read.value === null) return fail(keysMissing);
    found[field] = read.value;
  }
  return ok(found as Record<F, string>);
}

const keysMissing = appError('not-set-up', 'The keys of this profile are not on this computer.', { fix: 'Enter them again under Settings, Profiles.' });
