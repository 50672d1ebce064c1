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

const followDelays = [15 * second, 30 * second, minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute];

/** When an accepted or processing payout is looked at next, after `checks` looks since its last change: quick at first, then hourly. */
export function nextFollowLook(checks: number, now: number): number {
  return now + (followDelays[checks] ?? hour);
}

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
