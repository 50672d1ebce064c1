import { scaled, type World } from '../world.ts';
import { announceKira } from './events.ts';
import type { VirtualAccount } from './model.ts';

const NUMBER_DIGITS = 12;

/** Plans what becomes of a new account: activating after half of the waiting time, active after all of it. */
export function planActivation(world: World, account: VirtualAccount): void {
  world.scheduler.plan('kira-activate', account.id, scaled(world, world.state.kira.settings.activation_seconds / 2));
}

/** Moves an account one step on: pending to activating, activating to active. */
export function activate(world: World, id: string): void {
  const account = world.state.kira.accounts.find((one) => one.id === id);
  if (account?.status === 'pending') {
    setStatus(world, account, 'activating');
    planActivation(world, account);
  } else if (account?.status === 'activating') setStatus(world, account, 'active');
}

/** Gives an account a status; its number is known once it is active, and the two steps that the provider announces are announced. */
export function setStatus(world: World, account: VirtualAccount, status: string): void {
  account.status = status;
  account.updated_ms = world.clock.now();
  if (status === 'active') account.account_number ??= digits(world, NUMBER_DIGITS);
  const event = { activating: 'virtual_account.created', active: 'virtual_account.activated' }[status];
  if (event !== undefined) announceKira(world, event, { virtual_account_id: account.id, status });
}

function digits(world: World, count: number): string {
  return Array.from({ length: count }, (_, index) => (index === 0 ? 9 : world.ids.below(10))).join('');
}
