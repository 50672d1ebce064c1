import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayouts, type PayoutDesk } from '../../main/payouts/payouts.ts';
import { createBlaaizProvider } from '../../main/providers/blaaiz/provider.ts';
import { createKiraProvider } from '../../main/providers/kira/provider.ts';
import type { BlaaizProvider, KiraAccountProvider, PayoutProvider } from '../../main/providers/provider.ts';
import { startSandbox, type RunningSandbox } from '../../main/sandbox/server.ts';
import { openDatabase } from '../../main/store/database.ts';
import { systemTimers } from '../../main/vault/timers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { memoryBlobs } from '../main/payouts/kira/memory-blobs.ts';

/** The sandbox with its request allowance lifted, and a provider signed in to it. */
type Line = { readonly sandbox: RunningSandbox; readonly provider: BlaaizProvider; readonly kira: KiraAccountProvider; close(): Promise<void> };

/** Starts the sandbox and a client of it over loopback HTTP. */
export async function openLine(): Promise<Line> {
  const sandbox = await startSandbox({ controls: true, timeScale: 60 });
  await fetch(`${sandbox.url}/__sandbox/settings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"rate_limit":1000000}' });
  const { client_id: clientId, client_secret: clientSecret, scope } = sandbox.blaaiz;
  const surroundings = {
    fetch: (url: string, init: RequestInit) => fetch(url, init), clock: Date.now, random: Math.random, log: () => undefined, onBudget: () => undefined, onReach: () => undefined,
  };
  const provider = createBlaaizProvider({ ...surroundings, baseUrl: sandbox.url, credentials: async () => ok({ clientId, clientSecret }), scopes: scope.split(' ') });
  const { url, client_id: tenant, password, api_key: apiKey } = sandbox.kira;
  // Without the pause by which a client keeps to five requests a second: that would be all there is to measure.
  const kira = createKiraProvider({ ...surroundings, baseUrl: `${url}/sandbox`, credentials: async () => ok({ clientId: tenant, password, apiKey }), apiVersion: null, sleep: async () => undefined });
  expectOk(await provider.payouts.wallets());
  return {
    sandbox, provider, kira,
    close: async () => {
      provider.close();
      kira.close();
      await sandbox.close();
    },
  };
}

/** Payouts over an encrypted file and a provider; the customer `c1` is the one given. */
export type WorkDesk = { readonly desk: PayoutDesk; close(): Promise<void> };

/** Opens payouts as a session does, with the machine's own clock and timers and no time to take back. */
export function openWorkDesk(provider: PayoutProvider, remote: { readonly id: string; readonly read: () => Promise<Result<unknown, AppError>> }): WorkDesk {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-bench-'));
  const store = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 5), clock: Date.now }));
  const desk = createPayouts({
    store, profileId: 'bench', clock: Date.now, ids: randomUUID, actor: () => 'Bench', notify: () => undefined, log: () => undefined,
    timers: systemTimers, preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }),
    lane: {
      id: 'blaaiz', provider: () => provider, blobs: memoryBlobs(),
      customers: { standing: () => ({ remoteId: remote.id, state: 'verified', extraChecks: false, name: 'Adaeze Nwosu' }), refresh: remote.read },
    },
  });
  expectOk(desk.recover());
  return {
    desk,
    close: async () => {
      desk.pause();
      await desk.idle();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The value of a result that must be good. */
export function expectOk<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${result.error.fix ?? ''}`);
  return result.value;
}
