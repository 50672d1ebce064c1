import { randomBytes } from 'node:crypto';
import { finishAutomatically } from './blaaiz/payout-life.ts';
import { decideAutomatically } from './blaaiz/review.ts';
import { openAccount } from './blaaiz/virtual-accounts.ts';
import { createClock } from './clock.ts';
import { createIds } from './ids.ts';
import type { State } from './model.ts';
import type { Credential, SandboxOptions } from './options.ts';
import { createScheduler, type Task } from './scheduler.ts';
import { seedState } from './seed/seed.ts';
import { loadState, saveState } from './state.ts';
import { attemptDelivery } from './webhooks.ts';
import { nextSequence, type World } from './world.ts';

/** The world, how it is kept, and how it is put back to its beginning. */
export interface Assembly {
  readonly world: World;
  readonly save: () => void;
  readonly reset: () => void;
}

/** Builds the world from its options: a saved state if there is one, else a fresh one. */
export function buildWorld(options: SandboxOptions): Assembly {
  const saved = options.stateFile === undefined ? undefined : loadState(options.stateFile, options.stateKey);
  const offset = (): number => holder.state?.clock_offset_ms ?? 0;
  const holder: { state?: State } = saved ? { state: saved } : {};
  const clock = createClock(options.clock ?? Date.now, offset);
  const ids = createIds(clock, options.random ?? randomBytes);
  const strict = options.strictUploads ?? true;
  const state = saved ?? seedState(ids, clock.now(), strict, options.seed ?? {});
  holder.state = state;
  const save = (): void => { if (options.stateFile !== undefined) saveState(options.stateFile, state, options.stateKey); };
  const world: World = {
    state, clock, ids, timeScale: options.timeScale ?? 1, legacyKey: options.legacyKey ?? false,
    controls: options.controls ?? false, log: options.log ?? ((): void => undefined), address: { api: '', upload: '' },
    inFlight: new Set(),
    scheduler: createScheduler({
      clock, tasks: () => state.tasks, nextSeq: () => nextSequence(state), changed: save,
      run: (task) => { runTask(world, task, save); },
    }),
  };
  resumeDeliveries(world);
  return { world, save, reset: () => { startOver(world, strict); } };
}

/** The credential of each business, first business first. */
export function credentials(world: World): Credential[] {
  return world.state.businesses.map((business) => ({
    client_id: business.client_id,
    client_secret: business.client_secret,
    scope: business.scopes.join(' '),
    api_key: business.api_key,
    wallet_id: world.state.wallets.find((wallet) => wallet.business_id === business.id && wallet.currency === 'NGN')?.id ?? '',
  }));
}

function runTask(world: World, task: Task, save: () => void): void {
  switch (task.kind) {
    case 'decide-customer':
      decideAutomatically(world, task.subject);
      break;
    case 'finish-payout':
      finishAutomatically(world, task.subject);
      break;
    case 'open-account':
      openAccount(world, task.subject);
      break;
    case 'deliver':
      attemptDelivery(world, task.subject, save);
      break;
  }
}

// An attempt that was under way when the last run ended is made again; receivers know repeats by the event id.
function resumeDeliveries(world: World): void {
  for (const delivery of world.state.deliveries) {
    const planned = world.state.tasks.some((task) => task.kind === 'deliver' && task.subject === delivery.id);
    if (delivery.state === 'waiting' && !planned) world.scheduler.plan('deliver', delivery.id, 0);
  }
}

// The businesses, their credentials and wallet ids stay, so that whoever was handed them can go on.
function startOver(world: World, strict: boolean): void {
  const { businesses, wallets, upload_key: key } = world.state;
  const fresh = seedState(world.ids, world.clock.now(), strict, {});
  const renamed = new Map(fresh.businesses.map((business, index) => [business.id, businesses[index]?.id ?? business.id]));
  const walletIds = new Map(fresh.wallets.map((wallet, index) => [wallet.id, wallets[index]?.id ?? wallet.id]));
  const owner = (id: string): string => renamed.get(id) ?? id;
  Object.assign(world.state, fresh, {
    upload_key: key,
    businesses: businesses.map((business) => ({ ...business, edd: false })),
    wallets: fresh.wallets.map((one) => ({ ...one, id: walletIds.get(one.id) ?? one.id, business_id: owner(one.business_id) })),
    customers: fresh.customers.map((one) => ({ ...one, business_id: owner(one.business_id) })),
    ledger: fresh.ledger.map((one) => ({ ...one, wallet_id: walletIds.get(one.wallet_id) ?? one.wallet_id })),
  });
}
