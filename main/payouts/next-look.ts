import type { DepositFacts } from '../../preload/contract/deposit.ts';
import type { PayoutState } from '../../preload/contract/payouts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { depositGrace, nextDepositLook, nextFollowLook, nextLateLook, nextWatchLook } from './schedule.ts';

const hour = 3_600_000;
/** How long before the end of a deposit's time somebody is reminded of it, in ms, the earliest first. */
export const depositReminders = [12 * hour, 4 * hour, hour] as const;

/** When a payout is looked at next by its state and how often it was looked at since it changed; null when nothing more is expected. */
export function nextLook(record: Pick<PayoutRecord, 'state' | 'checkCount' | 'deposit' | 'watchedUntil'>, now: number): number | null {
  const { state, checkCount, deposit, watchedUntil } = record;
  if (stillMoving(state)) return nextFollowLook(checkCount, now);
  if (state === 'awaiting_deposit') return nextDepositLook(checkCount, now, deposit === null ? [] : depositMoments(deposit));
  if (state === 'deposit_expired') return deposit === null ? null : nextLateLook(deposit.expiresAt - deposit.serverAhead, now);
  return watchedUntil === null ? null : nextWatchLook(watchedUntil, now);
}

/** Whether the provider still moves a payout in this state. */
export function stillMoving(state: PayoutState): boolean {
  return state === 'accepted' || state === 'processing';
}

/** Moments at which a waiting payout is looked at whatever the rhythm: the reminders, the end, and the end of the grace after it (epoch ms here). */
function depositMoments({ expiresAt, serverAhead }: DepositFacts): readonly number[] {
  const over = expiresAt - serverAhead;
  return [...depositReminders.map((left) => over - left), over, over + depositGrace];
}
