import type { PayoutState } from '../../preload/contract/payouts.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** A day in ms. */
export const day = 24 * hour;

/** How long after an outcome became unknown a person may decide (Blaaiz guide: Payout process; our own waiting time), in ms. */
export const settleTime = 10 * minute;
/** How late a queued payout may still leave: after this it was asleep or offline, and a person sends it again. */
export const lateLimit = 60 * second;

const unknownLooks = [0, 2 * minute, settleTime];
const unknownRhythm = 30 * minute;

/** When an unknown payout is looked up next: at once, after 2 and 10 min, then every 30 min, counted from when it became unknown.
 *  A look-up that got no answer is repeated after a minute, after the first hour every ten. Epoch ms. */
export function nextUnknownLook(since: number, now: number, answered: boolean): number {
  const planned = unknownLooks.map((offset) => since + offset).find((at) => at > now)
    ?? since + settleTime + unknownRhythm * (Math.floor(Math.max(0, now - since - settleTime) / unknownRhythm) + 1);
  return answered ? planned : Math.min(planned, now + (now - since < hour ? minute : settleTime));
}

/** The same once the clock was set back to before it became unknown: by how often it was looked up since (0 for the first). Epoch ms. */
export function nextLookAfterSetBack(checks: number, now: number): number {
  return now + ([2 * minute, settleTime - 2 * minute][checks] ?? unknownRhythm);
}

/** The furthest ahead (ms) that payouts of a state are planned: whatever is planned later was planned before the clock was set back. */
export const furthestPlans: readonly (readonly [PayoutState, number])[] = [
  ['queued', lateLimit], ['unknown', unknownRhythm], ['refused', minute], ['accepted', hour], ['processing', hour], ['awaiting_deposit', 5 * minute],
  ['deposit_expired', unknownRhythm], ['completed', day],
];

const followDelays = [15 * second, 30 * second, minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute];

/** When an accepted or processing payout is looked at next, after `checks` looks since its last change: quick at first, then hourly. */
export function nextFollowLook(checks: number, now: number): number {
  return now + (followDelays[checks] ?? hour);
}

/** How long a code must have been out before another may be asked for: a new one makes it useless while it may still arrive; ms, our own. */
export const resendPause = 45 * second;
/** How long codes are taken to be blocked when Kira doesn't say (our own assumption), in ms. */
export const blockTime = 15 * minute;
/** For how long an attempt's key is used again: Kira keeps one for 24 hours (Kira guide: Idempotency); five minutes less, so that nothing
 *  slow arrives after it has been forgotten. */
export const keyLife = 24 * hour - 5 * minute;

/** How long after the end of its time a deposit may still turn up in a status, in ms (our own). */
export const depositGrace = 10 * minute;
const depositDelays = [10 * second, 10 * second, 10 * second, 10 * second, 10 * second, 10 * second, 30 * second, 30 * second, 30 * second, 30 * second, 30 * second, 30 * second];

/** When a payout that waits for its deposit is looked at next, after `checks` looks since its last change: quick at first, then every five minutes,
 *  and never past the next of `moments` (epoch ms of this computer). */
export function nextDepositLook(checks: number, now: number, moments: readonly number[]): number {
  return Math.min(now + (depositDelays[checks] ?? 5 * minute), ...moments.filter((at) => at > now));
}

/** When a payout whose deposit didn't come is looked at next: every half hour until a day after its end `over`, then never (null). */
export function nextLateLook(over: number, now: number): number | null {
  return now + unknownRhythm < over + day ? now + unknownRhythm : null;
}

/** How long after a look a completed payout isn't looked at again just because the app was opened, in ms (our own). */
export const watchPause = 6 * hour;

/** When a completed payout is looked at next: daily until `until`, then never (null). */
export function nextWatchLook(until: number, now: number): number | null {
  return now + day < until ? now + day : now < until ? until : null;
}

/** The moment `days` business days (Monday to Friday, UTC) after `from`, at the same time of day. */
export function addBusinessDays(from: number, days: number): number {
  let at = from;
  for (let left = days; left > 0;) {
    at += day;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
