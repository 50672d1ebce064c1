import { ok } from '../../preload/contract/result.ts';
import type { SecretStore } from './secret-store.ts';

/** A {@link SecretStore} that forgets everything when the process ends, or when `clear` is called. */
export function createMemoryStore(): SecretStore & { readonly clear: () => void } {
  const secrets = new Map<string, string>();
  const key = (service: string, account: string): string => JSON.stringify([service, account]);
  return {
    get: async (service, account) => ok(secrets.get(key(service, account)) ?? null),
    set: async (service, account, secret) => {
      secrets.set(key(service, account), secret);
      return ok(undefined);
    },
    remove: async (service, account) => {
      secrets.delete(key(service, account));
      return ok(undefined);
    },
    clear: () => { secrets.clear(); },
  };
}
