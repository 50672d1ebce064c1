import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createBackupDesk } from '../../main/backup/desk.ts';
import type { BackupDeps } from '../../main/backup/ports.ts';
import { createBlobs } from '../../main/store/blobs.ts';
import { openDatabase } from '../../main/store/database.ts';
import { createMemoryStore } from '../../main/vault/memory.ts';
import type { SecretStore } from '../../main/vault/secret-store.ts';
import { systemTimers } from '../../main/vault/timers.ts';
import { createVault, keyLender } from '../../main/vault/vault.ts';
import { ok } from '../../preload/contract/result.ts';
import { expectOk } from './desk.ts';

// One step with a vault in a folder: `fill` makes it with one file of so many bytes, `make` backs it up, `restore` puts the backup back. Prints one line of
// JSON: how long the step took (ms), the size of the backup, and the most memory that the process has had (bytes).
const [step = '', folder = '', size = '0'] = process.argv.slice(2);

/** A keychain that the next step's process still has. */
async function sharedKeychain(): Promise<SecretStore> {
  const file = join(folder, 'keychain-of-the-bench.json');
  const memory = createMemoryStore();
  const entries = existsSync(file) ? z.array(z.tuple([z.string(), z.string(), z.string()])).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  for (const entry of entries) await memory.set(...entry);
  const set: SecretStore['set'] = (service, account, value) => {
    entries.push([service, account, value]);
    writeFileSync(file, JSON.stringify(entries));
    return memory.set(service, account, value);
  };
  return { ...memory, set };
}

async function* content(): AsyncGenerator<Uint8Array> {
  for (let left = Number(size); left > 0; left -= 1 << 16) yield randomBytes(Math.min(left, 1 << 16));
}

const keychain = await sharedKeychain();
const vault = await createVault({ dir: folder, keychain, now: Date.now, hasEncryptedData: async () => false });
await (step === 'fill' ? vault.setUp({ mode: 'keychain' }) : vault.unlock());

async function openStore() {
  const opened = await vault.withKey((key) => openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.from(key), clock: Date.now }));
  if (!opened.ok || !opened.value.ok) throw new Error('The store was not opened');
  return { database: opened.value.value, blobs: createBlobs({ dir: join(folder, 'files'), withKey: keyLender(vault), now: Date.now }) };
}

let open = await openStore();
const deps: BackupDeps = {
  folder, version: '0.0.0', now: Date.now, timers: systemTimers, vault, keychain, store: () => open,
  profiles: { read: () => ({ ids: [], all: [], plain: {} }), look: () => ok([]), put: () => ok(null) },
  mark: () => ({ payouts: 0, open: 0, customers: 0 }), record: async () => ok(null), trouble: () => null, quiet: () => true, changed: () => undefined,
  replace: async (swap) => {
    open.database.close();
    const swapped = await swap();
    open = await openStore();
    return swapped;
  },
  choose: { folder: async () => null, file: async () => null },
};
const desk = createBackupDesk(deps);

const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  fill: async () => expectOk(await open.blobs.put(content())),
  make: async () => expectOk(await desk.make('asked')),
  restore: async () => {
    const found = expectOk(await desk.choose((await desk.state()).files[0]?.name ?? ''));
    return expectOk(await desk.restore(found?.token ?? '', null));
  },
};

const began = performance.now();
await steps[step]?.();
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, bytes: (await desk.state()).files[0]?.bytes ?? 0, peak: process.resourceUsage().maxRSS * 1024 }));
open.database.close();
