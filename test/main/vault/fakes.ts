import { createMemoryStore } from '../../../main/vault/memory.ts';
import type { Keytar } from '../../../main/vault/keychain.ts';
import type { SecretStore } from '../../../main/vault/secret-store.ts';
import type { Timers } from '../../../main/vault/timers.ts';
import type { KdfCost } from '../../../main/vault/passphrase.ts';

/** A clock and timers that move only when told to. */
export function fakeTime(start = Date.UTC(2026, 10, 2, 9)): { now: () => number; timers: Timers; advance: (ms: number) => void } {
  let time = start;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    timers: {
      after: (ms, run) => {
        const entry = { at: time + ms, run };
        waiting.push(entry);
        return () => { waiting = waiting.filter((each) => each !== entry); };
      },
    },
    advance: (ms) => {
      const end = time + ms;
      for (;;) {
        const next = waiting.filter((each) => each.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((each) => each !== next);
        time = next.at;
        next.run();
      }
      time = end;
    },
  };
}

/** A keytar over a map; methods can be replaced. */
export function fakeKeytar(overrides: Partial<Keytar> = {}): Keytar & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  const key = (service: string, account: string): string => `${service}/${account}`;
  return {
    entries,
    getPassword: async (service, account) => entries.get(key(service, account)) ?? null,
    setPassword: async (service, account, password) => { entries.set(key(service, account), password); },
    deletePassword: async (service, account) => entries.delete(key(service, account)),
    ...overrides,
  };
}

/** A call that never answers. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

/** A secret store in memory that shows what it holds and can be told to fail. */
export function watchedStore(): SecretStore & { entries: Map<string, string>; calls: string[]; failWith: SecretStore['get'] | undefined } {
  const inner = createMemoryStore();
  const entries = new Map<string, string>();
  const store = {
    entries,
    calls: [] as string[],
    failWith: undefined as SecretStore['get'] | undefined,
    get: async (service: string, account: string) => {
      store.calls.push(`get ${account}`);
      return store.failWith ? store.failWith(service, account) : inner.get(service, account);
    },
    set: async (service: string, account: string, secret: string) => {
      store.calls.push(`set ${account}`);
      entries.set(account, secret);
      return inner.set(service, account, secret);
    },
    remove: async (service: string, account: string) => {
      store.calls.push(`remove ${account}`);
      entries.delete(account);
      return inner.remove(service, account);
    },
  };
  return store;
}

/** Scrypt settings that are quick enough for tests; the real ones have a test of their own. */
export const quickCost: KdfCost = { n: 2 ** 4, r: 1, p: 1 };
