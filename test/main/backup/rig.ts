import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBackupDesk, type BackupDesk } from '../../../main/backup/desk.ts';
import type { BackupDeps } from '../../../main/backup/ports.ts';
import { createBlobs, type Blobs } from '../../../main/store/blobs.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { createKeptValues } from '../../../main/store/kept-values.ts';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import type { SecretStore } from '../../../main/vault/secret-store.ts';
import type { SetUpChoice } from '../../../main/vault/vault-types.ts';
import { createVault, keyLender } from '../../../main/vault/vault.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { quickCost, fakeTime } from '../vault/fakes.ts';

/** A computer with a vault in a data folder: real files, a real encrypted store, a keychain in memory. */
export async function computer(options: { readonly choice?: SetUpChoice | null; readonly keychain?: SecretStore; readonly folder?: string; readonly now?: () => number } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'bursar-backup-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const keychain = options.keychain ?? createMemoryStore();
  const time = fakeTime();
  const now = options.now ?? time.now;
  const vault = await createVault({ dir: folder, keychain, now, hasEncryptedData: async () => false, cost: quickCost });
  const chosen: { folder: string | null; file: string | null } = { folder: null, file: null };
  const moment = { quiet: true, trouble: null as string | null, profiles: { profiles: ['acme'], lastProfileId: 'acme' } as unknown, swaps: 0 };
  const acts: string[] = [];
  let open: { database: Database; blobs: Blobs } | null = null;
  const openStore = async (): Promise<Result<null, AppError>> => {
    const opened = await vault.withKey((key) => openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.from(key), clock: now }));
    if (!opened.ok || !opened.value.ok) return opened.ok && !opened.value.ok ? opened.value : ok(null);
    open = { database: opened.value.value, blobs: createBlobs({ dir: join(folder, 'files'), withKey: keyLender(vault), now }) };
    return ok(null);
  };
  const shut = () => {
    open?.database.close();
    open = null;
  };
  onTestFinished(shut);
  const deps: BackupDeps = {
    folder, version: '1.2.3', now, timers: time.timers, vault, keychain, cost: quickCost, store: () => open,
    profiles: { read: () => ({ ids: ['acme'], all: ['acme', 'sandbox'], plain: moment.profiles }), look: (plain) => ok([{ name: JSON.stringify(plain), provider: 'blaaiz', env: 'live', host: 'api.example.com', known: true }]), put: (plain) => { moment.profiles = plain; return ok(null); } },
    mark: (database) => {
      createKeptValues(database, 'p').put('restored', true, 1);
      return { payouts: 3, open: 2, customers: 1 };
    },
    record: async ({ what, by }) => { acts.push(`${what} ${by}`); return ok(null); },
    trouble: () => moment.trouble, quiet: () => moment.quiet, changed: () => undefined,
    replace: async (swap, passphrase) => {
      moment.swaps += 1;
      shut();
      const swapped = await swap();
      if (!swapped.ok) return swapped;
      if (vault.state().phase === 'locked') await vault.unlock(passphrase === null ? {} : { passphrase });
      return openStore();
    },
    choose: { folder: async () => chosen.folder, file: async () => chosen.file },
  };
  const { choice = { mode: 'keychain' } } = options;
  if (choice !== null) {
    if (vault.state().phase === 'unset') await vault.setUp(choice);
    else await vault.unlock();
    if (choice.mode !== 'session-only') await openStore();
  }
  const desk: BackupDesk = createBackupDesk(deps);
  return {
    folder, keychain, vault, desk, acts, deps, time, chosen, moment, shut, openStore,
    store: () => { if (!open) throw new Error('Nothing is open'); return open; },
    put: (key: string, value: string) => { createKeptValues(open?.database as Database, 'p').put(key, value, 1); },
    get: (key: string) => createKeptValues(open?.database as Database, 'p').get<string>(key)?.value ?? null,
  };
}

/** A document's bytes, and their hash. */
export function papers(bytes = 200_000): { readonly content: Buffer; readonly hash: string } {
  const content = randomBytes(bytes);
  return { content, hash: createHash('sha256').update(content).digest('hex') };
}

/** The value of a result that must be good. */
export function good<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
