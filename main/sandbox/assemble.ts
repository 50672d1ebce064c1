import { randomBytes } from 'node:crypto';
import { finishAutomatically } from './blaaiz/payout-life.ts';
import { decideAutomatically } from './blaaiz/review.ts';
import { openAccount } from './blaaiz/virtual-accounts.ts';
import { createClock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import { activate } from './kira/accounts-life.ts';
import { attemptKiraDelivery } from './kira/deliver.ts';
import type { KiraProfile } from './kira/model.ts';
import { runKiraTask } from './kira/payouts/index.ts';
import { broughtUpToDate, seedKira } from './kira/seed.ts';
import { lastDecision } from './kira/user-review.ts';
import type { State } from './model.ts';
import type { Credential, KiraCredential, SandboxOptions } from './options.ts';
import { createScheduler, type Task } from './scheduler.ts';
import { seedState } from './seed/seed.ts';
import { loadState, type SavedState, saveState } from './state.ts';
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
  const holder: { state?: Pick<State, 'clock_offset_ms'> } = saved ? { state: saved } : {};
  const clock = createClock(options.clock ?? Date.now, offset);
  const ids = createIds(clock, options.random ?? randomBytes);
  const strict = options.strictUploads ?? true;
  const profile = options.kiraProfile;
  const state = saved ? withKira(saved, ids, clock.now(), profile) : seedState(ids, clock.now(), strict, options.seed ?? {}, profile);
  holder.state = state;
  const save = (): void => { if (options.stateFile !== undefined) saveState(options.stateFile, state, options.stateKey); };
  const world: World = {
    state, clock, ids, timeScale: options.timeScale ?? 1, legacyKey: options.legacyKey ?? false,
    controls: options.controls ?? false, log: options.log ?? ((): void => undefined), address: { api: '', upload: '', kira: '' },
    mailboxToken: ids.secret(24),
    inFlight: new Set(),
    scheduler: createScheduler({
      clock, tasks: () => state.tasks, nextSeq: () => nextSequence(state), changed: save,
      run: (task) => { runTask(world, task, save); },
    }),
  };
  resumeDeliveries(world);
  return { world, save, reset: () => { startOver(world, strict, profile); } };
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

/** Kira's credential, with the seeded accounts and recipients. */
export function kiraCredential(world: World): KiraCredential {
  const { tenant, accounts, recipients } = world.state.kira;
  return {
    url: world.address.kira, client_id: tenant.client_id, password: tenant.password, api_key: tenant.api_key,
    virtual_account_fiat: accounts[0]?.id ?? '', virtual_account_crypto: accounts[1]?.id ?? '',
    recipient_wire: recipients[0]?.id ?? '', recipient_swift: recipients[1]?.id ?? '',
  };
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
    case 'kira-activate':
      activate(world, task.subject);
      break;
    case 'kira-decide-user':
      lastDecision(world, task.subject);
      break;
    case 'kira-deliver':
      attemptKiraDelivery(world, task.subject, save);
      break;
    case 'kira-payout-step':
    case 'kira-wallet-expiry':
      runKiraTask(world, task);
      break;
  }
}

// An attempt that was under way when the last run ended is made again; receivers know repeats by the event id.
function resumeDeliveries(world: World): void {
  for (const delivery of world.state.deliveries) {
    const planned = world.state.tasks.some((task) => task.kind === 'deliver' && task.subject === delivery.id);
    if (delivery.state === 'waiting' && !planned) world.scheduler.plan('deliver', delivery.id, 0);
  }
  for (const delivery of world.state.kira.deliveries) {
    const planned = world.state.tasks.some((task) => task.kind === 'kira-deliver' && task.subject === delivery.id);
    if (delivery.state === 'waiting' && !planned) world.scheduler.plan('kira-deliver', delivery.id, 0);
  }
}

// A file of before Kira's part gets a fresh one; one of after it gets the settings that were added since.
function withKira(saved: SavedState, ids: Ids, atMs: number, profile: KiraProfile | undefined): State {
  const kira = saved.kira ? broughtUpToDate(saved.kira) : seedKira({ ids, atMs, profile: profile ?? 'G1', nextSeq: () => nextSequence(saved) });
  if (profile) kira.tenant.profile = profile;
  return Object.assign(saved, { kira });
}

// The businesses, their credentials and wallet ids stay, so that whoever was handed them can go on.
function startOver(world: World, strict: boolean, profile: KiraProfile = 'G1'): void {
  const { kira: kept, businesses, wallets, upload_key: key } = world.state;
  const fresh = seedState(world.ids, world.clock.now(), strict, {});
  const kira = seedKira({ ids: world.ids, atMs: world.clock.now(), profile, nextSeq: () => nextSequence(fresh), kept });
  const renamed = new Map(fresh.businesses.map((business, index) => [business.id, businesses[index]?.id ?? business.id]));
  const walletIds = new Map(fresh.wallets.map((wallet, index) => [wallet.id, wallets[index]?.id ?? wallet.id]));
  const owner = (id: string): string => renamed.get(id) ?? id;
  Object.assign(world.state, fresh, {
    kira,
    upload_key: key,
    businesses: businesses.map((business) => ({ ...business, edd: false })),
    wallets: fresh.wallets.map((one) => ({ ...one, id: walletIds.get(one.id) ?? one.id, business_id: owner(one.business_id) })),
    customers: fresh.customers.map((one) => ({ ...one, business_id: owner(one.business_id) })),
    ledger: fresh.ledger.map((one) => ({ ...one, wallet_id: walletIds.get(one.wallet_id) ?? one.wallet_id })),
  });
}
