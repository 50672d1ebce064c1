import { isoMicros } from '../clock.ts';
import { nextSequence, type World } from '../world.ts';
import type { KiraLedgerEntry, VirtualAccount } from './model.ts';

/** Moves an account's balance by `amount` (signed US cents) and writes the entry; the only way balances change. */
export function move(
  world: Pick<World, 'state' | 'clock'>, kind: KiraLedgerEntry['kind'], account: VirtualAccount, amount: number, payoutId: string | null = null,
): void {
  const now = world.clock.now();
  account.balance += amount;
  account.updated_ms = now;
  world.state.kira.ledger.push({
    seq: nextSequence(world.state), at: isoMicros(now), kind, virtual_account_id: account.id, amount, payout_id: payoutId,
  });
}
