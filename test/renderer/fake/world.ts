import type { CodeState, Deposit, PracticeMail, VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { EventPayloads, Topic } from '../../../preload/contract/api.ts';
import type { AppState, Profile, Wallet } from '../../../preload/contract/app.ts';
import type { Capture, ScanFolder } from '../../../preload/contract/captures.ts';
import type { Customer } from '../../../preload/contract/customers.ts';
import type { Payee, Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';

/** What a listener of each event gets. */
type Listeners = { readonly [E in keyof EventPayloads]: Set<(payload: EventPayloads[E]) => void> };

/** Everything the stand-in for main keeps; a test may change it freely and then `say` so. */
export type World = {
  state: AppState;
  profiles: Profile[];
  wallets: Wallet[];
  customers: Customer[];
  payouts: Payout[];
  payees: Payee[];
  repairs: Repair[];
  accounts: VirtualAccount[];
  /** What came into each account, by its id. */
  deposits: Map<string, Deposit[]>;
  recipients: Recipient[];
  code: CodeState;
  mails: PracticeMail[];
  files: Map<string, Uint8Array>;
  /** Every captured page, in the tray or in a document, in the tray's order. */
  captures: Capture[];
  /** The untouched originals and the small pictures, by a page's id. */
  originals: Map<string, Uint8Array>;
  thumbs: Map<string, Uint8Array>;
  folder: ScanFolder | null;
  /** The passphrase that unlocks, when the vault asks for one. */
  passphrase: string | null;
  /** Every request made, in order. */
  calls: { readonly channel: string; readonly request: unknown }[];
  readonly now: () => number;
  readonly listeners: Listeners;
  next: number;
};

/** Sends an event to the page. */
export function say<E extends keyof EventPayloads>(world: World, event: E, payload: EventPayloads[E]): void {
  for (const listener of world.listeners[event]) listener(payload);
}

/** Says that kept data changed. */
export function changed(world: World, topics: readonly Topic[], id: string | null = null): void {
  say(world, 'changed', { topics, id });
}

/** Changes the app state and says so. */
export function setState(world: World, change: Partial<AppState>): AppState {
  world.state = { ...world.state, ...change };
  say(world, 'state', world.state);
  return world.state;
}

/** A fresh id: "payout-17". */
export function freshId(world: World, kind: string): string {
  world.next += 1;
  return `${kind}-${world.next}`;
}
