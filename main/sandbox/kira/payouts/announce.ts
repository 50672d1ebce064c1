import type { World } from '../../world.ts';
import { announceKira } from '../events.ts';
import type { DepositWallet, KiraPayout } from '../model.ts';
import { centsText } from '../money.ts';
import { feesView } from './fee-view.ts';
import { shownStatus } from './status.ts';
import { isoSeconds } from './times.ts';

/** Tells the tenant that a payout was made or changed its status; a hold, a queue and a wire are all `payout.status_changed` (Kira guide: Webhooks). */
export function announcePayout(world: World, payout: KiraPayout, previous: string | null): void {
  announceKira(world, eventOf(world, payout.status), {
    ...payloadOf(world, payout), ...(previous === null ? {} : { previous_status: wireStatus(world, previous, payout.status) }),
  });
}

/** Tells the tenant that stablecoins were seen at a payout's address. */
export function announceDeposit(world: World, payout: KiraPayout, transfer: DepositWallet['transfers'][number]): void {
  const { tx_hash: hash, amount, token, network } = transfer;
  announceKira(world, 'payout.deposit_received', { ...payloadOf(world, payout), deposit: { tx_hash: hash, amount: centsText(amount), currency: token, network } });
}

// From 2026-04-14 on a returned payout is a failed one, in events as in reads.
function eventOf(world: World, status: string): string {
  const shown = shownStatus(status, world.state.kira.tenant.profile).toLowerCase();
  return ['created', 'completed', 'failed', 'returned'].includes(shown) ? `payout.${shown}` : 'payout.status_changed';
}

function wireStatus(world: World, status: string, of: string): string {
  const { profile } = world.state.kira.tenant;
  const shown = shownStatus(status, profile);
  return profile !== 'G1' || eventOf(world, of) === 'payout.status_changed' ? shown : shown.toLowerCase();
}

function payloadOf(world: World, payout: KiraPayout): Record<string, unknown> {
  return {
    payout_id: payout.id, virtual_account_id: payout.virtual_account_id, recipient_id: payout.recipient_id, user_id: payout.user_id,
    amount: centsText(payout.amount), currency: 'USD', fees: feesView(payout.fees), recipient_amount: centsText(payout.recipient_amount),
    recipient_currency: 'USD', payment_method: payout.payment_method, status: wireStatus(world, payout.status, payout.status),
    ...(payout.uetr === null ? {} : { uetr: payout.uetr }),
    ...(payout.failure_reason === null ? {} : { failure_reason: payout.failure_reason }),
    ...(payout.error_code === null ? {} : { error_code: payout.error_code }),
    created_at: isoSeconds(payout.created_ms),
  };
}
