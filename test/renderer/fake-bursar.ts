import type { BursarApi } from '../../preload/contract/api.ts';
import { channels, events, type Channel } from '../../preload/contract/channels.ts';
import { liveProfile, readyState, sampleWallets, testProfile } from './fake/app-state.ts';
import { captureHandlers } from './fake/capture-handlers.ts';
import { customerHandlers } from './fake/customer-handlers.ts';
import { deskHandlers } from './fake/desk-handlers.ts';
import { documentHandlers } from './fake/document-handlers.ts';
import { guardHandlers } from './fake/guard-handlers.ts';
import type { Handlers } from './fake/handlers.ts';
import { kiraHandlers } from './fake/kira-handlers.ts';
import { noCode, sampleAccounts, sampleDeposits, sampleRecipients } from './fake/kira-samples.ts';
import { payoutHandlers } from './fake/payout-handlers.ts';
import { repairHandlers } from './fake/repair-handlers.ts';
import { sampleCustomers } from './fake/sample-customers.ts';
import { samplePayees, samplePayouts } from './fake/sample-payouts.ts';
import { scannerHandlers } from './fake/scanner-handlers.ts';
import { shellHandlers } from './fake/shell-handlers.ts';
import type { World } from './fake/world.ts';

/** What a test may set: anything of the world, and handlers of its own for the channels it is about. */
export type FakeOptions = { readonly world?: Partial<World>; readonly handlers?: Partial<Handlers> };

/** The stand-in for main: the api the page sees, and the world behind it. */
export type FakeBursar = { readonly api: BursarApi; readonly world: World };

/** Makes a stand-in for main that keeps everything in memory, with a desk's worth of invented data. */
export function makeFakeBursar(options: FakeOptions = {}): FakeBursar {
  const now = options.world?.now ?? Date.now;
  const at = now();
  const world: World = {
    state: readyState(at), profiles: [liveProfile, testProfile], wallets: sampleWallets(at), customers: sampleCustomers(at), payouts: samplePayouts(at),
    payees: samplePayees(at), repairs: [], accounts: sampleAccounts(at), deposits: sampleDeposits(at), recipients: sampleRecipients(at), code: noCode, mails: [], files: new Map(),
    captures: [], originals: new Map(), thumbs: new Map(), folder: null, passphrase: null, calls: [], now, next: 100,
    listeners: { state: new Set(), changed: new Set(), progress: new Set(), locking: new Set(), clipboard: new Set(), scanners: new Set(), scan: new Set() },
    ...options.world,
  };
  const handlers: Handlers = { ...shellHandlers(world), ...guardHandlers(), ...repairHandlers(world), ...customerHandlers(world), ...documentHandlers(world), ...captureHandlers(world), ...scannerHandlers(world), ...payoutHandlers(world), ...deskHandlers(world), ...kiraHandlers(world), ...options.handlers };
  return { world, api: assemble(world, handlers) };
}

function assemble(world: World, handlers: Handlers): BursarApi {
  const api: Record<string, Record<string, unknown>> = { on: {} };
  for (const channel of channels) {
    const [group = '', verb = ''] = channel.split('.');
    (api[group] ??= {})[verb] = async (request: unknown) => {
      world.calls.push({ channel, request });
      return (handlers[channel] as (request: unknown) => unknown)(request);
    };
  }
  for (const event of events) {
    const listeners = world.listeners[event] as Set<unknown>;
    api['on'] = {
      ...api['on'],
      [event]: (listener: unknown) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  }
  return api as unknown as BursarApi;
}

/** The requests of one channel that were made, in order. */
export function requestsOf<C extends Channel>(world: World, channel: C): readonly unknown[] {
  return world.calls.filter((call) => call.channel === channel).map((call) => call.request);
}
