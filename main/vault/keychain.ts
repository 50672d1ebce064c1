import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createKeyedQueue } from './queue.ts';
import { maxSecretBytes, maxSecretUnits, type SecretStore } from './secret-store.ts';
import { systemTimers, timedOut, within, type Timers } from './timers.ts';
import { vaultError, type VaultError, type VaultErrorCode } from './vault-error.ts';

/** The part of keytar that is used. */
export type Keytar = {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
};

/** What the keychain adapter needs; all have defaults. */
export type KeychainOptions = { readonly load?: () => Promise<Keytar>; readonly timers?: Timers; readonly limitMs?: number };

/** How long one call to the operating system's keychain may take, in milliseconds. */
export const keychainLimitMs = 5000;

/** Native calls block a thread of Node's pool while they hang; more than this many hanging ones would starve file access. */
const maxHanging = 2;

const deniedWords = /denied|cancel|dismiss|locked|not allowed|interaction|authoriz|user name or passphrase|password (is )?incorrect/i;

async function loadKeytar(): Promise<Keytar> {
  const module: object = await import('keytar');
  return ('default' in module ? module.default : module) as Keytar;
}

function codeOf(error: unknown): VaultErrorCode {
  return error instanceof Error && deniedWords.test(error.message) ? 'keychain-denied' : 'keychain-unavailable';
}

function refusal(secret: string): VaultError | undefined {
  if (secret.length === 0 || secret.includes('\0')) return vaultError('validation');
  if (secret.length > maxSecretUnits || Buffer.byteLength(secret) > maxSecretBytes) return vaultError('too-large');
  return undefined;
}

type NativeCall = <T>(key: string, use: (keytar: Keytar) => Promise<T>) => Promise<Result<T, VaultError>>;

/** Wraps each native call: loads lazily, limits the time, and refuses at once while an earlier call of the same key still hangs
 *  (it could land later and undo a newer one). */
function createCaller(options: KeychainOptions): NativeCall {
  const { load = loadKeytar, timers = systemTimers, limitMs = keychainLimitMs } = options;
  const hanging = new Map<string, Promise<unknown>>();
  return async (key, use) => {
    if (hanging.has(key) || hanging.size >= maxHanging) return fail(vaultError('keychain-timeout'));
    const call = load().then(use);
    try {
      const answer = await within(call, limitMs, timers);
      if (answer !== timedOut) return ok(answer);
    } catch (error) {
      return fail(vaultError(codeOf(error)));
    }
    hanging.set(key, call);
    void call.catch(() => undefined).finally(() => hanging.delete(key));
    return fail(vaultError('keychain-timeout'));
  };
}

/** The operating system's keychain as a {@link SecretStore}: calls queue per entry, each native call is limited in time, a write is
 *  read back, and nothing is ever deleted because it couldn't be read. Errors: keychain-unavailable, keychain-denied,
 *  keychain-timeout, too-large, validation (empty value), corrupt (read back something else). */
export function createKeychain(options: KeychainOptions = {}): SecretStore {
  const inOrder = createKeyedQueue();
  const call = createCaller(options);
  const keyOf = (service: string, account: string): string => JSON.stringify([service, account]);

  const write = async (service: string, account: string, secret: string): Promise<Result<void, VaultError>> => {
    const key = keyOf(service, account);
    const written = await call(key, (keytar) => keytar.setPassword(service, account, secret));
    if (!written.ok && written.error.code === 'keychain-timeout') return written;
    // A write that reports failure may have happened all the same, so the entry itself is the judge.
    const read = await call(key, (keytar) => keytar.getPassword(service, account));
    if (read.ok && read.value === secret) return ok(undefined);
    if (!written.ok) return written;
    return read.ok ? fail(vaultError('corrupt', 'The keychain did not keep what was written.', 'Try again.')) : read;
  };

  return {
    get: (service, account) => {
      const key = keyOf(service, account);
      return inOrder(key, () => call(key, (keytar) => keytar.getPassword(service, account)));
    },
    set: (service, account, secret) => {
      const refused = refusal(secret);
      if (refused) return Promise.resolve(fail(refused));
      return inOrder(keyOf(service, account), () => write(service, account, secret));
    },
    remove: (service, account) => {
      const key = keyOf(service, account);
      return inOrder(key, async () => {
        const removed = await call(key, (keytar) => keytar.deletePassword(service, account));
        return removed.ok ? ok(undefined) : removed;
      });
    },
  };
}
