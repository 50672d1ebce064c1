import type { DepositFacts } from '../../../preload/contract/deposit.ts';

/** How long an address takes deposits, in ms (Kira guide: Payouts, crypto mode). */
export const depositTime = 24 * 3_600_000;
/** From here on the time left is urgent, in ms. */
const urgentFrom = 3_600_000;
/** A difference of the clocks that a person should know of, in ms. */
const noticeable = 60_000;

/** The time left for a deposit in ms (0 when it is over), its part of 24 hours, and how pressing it is. */
export type TimeLeft = { readonly left: number; readonly part: number; readonly pace: 'calm' | 'urgent' | 'over' };

/** The time left by the server's clock: a computer whose clock is wrong gains nothing. */
export function timeLeft({ expiresAt, serverAhead }: Pick<DepositFacts, 'expiresAt' | 'serverAhead'>, now: number): TimeLeft {
  const left = Math.max(0, expiresAt - (now + serverAhead));
  return { left, part: Math.min(1, left / depositTime), pace: left === 0 ? 'over' : left <= urgentFrom ? 'urgent' : 'calm' };
}

/** How far this computer's clock is from the server's: ms it is behind (positive) or ahead (negative); 0 when it doesn't matter. */
export function clockOff({ serverAhead }: Pick<DepositFacts, 'serverAhead'>): number {
  return Math.abs(serverAhead) > noticeable ? serverAhead : 0;
}
