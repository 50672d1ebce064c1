import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createBlaaizProvider, type BlaaizOptions } from '../providers/blaaiz/provider.ts';
import { neededScopes } from '../providers/blaaiz/scopes.ts';
import type { Provider } from '../providers/provider.ts';
import type { StoredProfile } from '../settings/schema.ts';
import type { ProfileSecrets } from '../vault/profile-secrets.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { SandboxRunner } from './sandbox-runner.ts';

/** What connecting needs: the sandbox for the built-in profile, the vault's secrets for the others, and the provider's surroundings. */
export type ConnectOptions = {
  readonly sandbox: SandboxRunner;
  readonly secrets: ProfileSecrets;
  readonly surroundings: Pick<BlaaizOptions, 'fetch' | 'clock' | 'random' | 'log' | 'onBudget' | 'onReach'>;
};

/** Makes the provider of a profile. The built-in one starts the sandbox; nothing else touches the network before its first call. */
export async function connectProvider(options: ConnectOptions, profile: StoredProfile): Promise<Result<Provider, AppError>> {
  const { sandbox, secrets, surroundings } = options;
  if (!profile.builtIn) {
    return ok(createBlaaizProvider({ ...surroundings, baseUrl: profile.baseUrl, scopes: profile.scopes, credentials: () => readCredentials(secrets, profile.id) }));
  }
  const started = await sandbox.start();
  if (!started.ok) return started;
  const { url, clientId, clientSecret } = started.value;
  return ok(createBlaaizProvider({ ...surroundings, baseUrl: url, scopes: neededScopes, credentials: async () => ok({ clientId, clientSecret }) }));
}

async function readCredentials(secrets: ProfileSecrets, id: string): Promise<Result<{ clientId: string; clientSecret: string }, AppError>> {
  const [clientId, clientSecret] = await Promise.all([secrets.read(id, 'client_id'), secrets.read(id, 'client_secret')]);
  if (!clientId.ok) return fail(toAppError(clientId.error));
  if (!clientSecret.ok) return fail(toAppError(clientSecret.error));
  if (clientId.value === null || clientSecret.value === null) return fail(keysMissing);
  return ok({ clientId: clientId.value, clientSecret: clientSecret.value });
}

const keysMissing = appError('not-set-up', 'The keys of this profile are not on this computer.', { fix: 'Enter them again under Settings, Profiles.' });
