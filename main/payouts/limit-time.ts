import type { Stretch } from '../store/limits.ts';
import type { Context } from './context.ts';
import { dayAround } from './limit-day.ts';

const timeKey = 'latest-time';
const zoneKey = 'limit-zone';
const hour = 3_600_000;

/** What time it is (epoch ms): the provider's clock where it told, since this computer's can be set. */
const timeNow = (ctx: Context) => ctx.providerTime?.() ?? ctx.clock();

/** The time that limits go by (epoch ms), never earlier than it was when one last looked. A clock set back frees no day; one set forward neither, where
 *  the provider tells the time: everything that decides about a payout is read from it just before. */
export function limitTime(ctx: Context): number {
  return Math.max(timeNow(ctx), ctx.kept.get<number>(timeKey)?.value ?? 0);
}

/** The time that limits go by where that is more than an hour ahead of the real one: the clock was wrong once. Null otherwise. */
export function aheadOfTime(ctx: Context): number | null {
  const counted = limitTime(ctx);
  return counted - timeNow(ctx) > hour ? counted : null;
}

/** Writes down how late it is, so that no earlier time counts from now on. */
export function keepTime(ctx: Context): void {
  const now = limitTime(ctx);
  ctx.kept.put(timeKey, now, now);
}

/** The time zone in which a day of limits goes from midnight to midnight: the one this computer had when limits were last saved. Another zone of the
 *  computer frees no day. */
export function limitZone(ctx: Context): string {
  return ctx.kept.get<string>(zoneKey)?.value ?? zoneHere(ctx);
}

/** The time zone of this computer (IANA name). */
export function zoneHere(ctx: Context): string {
  return ctx.zone?.() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day that limits count now. */
export function limitDay(ctx: Context): Stretch {
  return dayAround(limitTime(ctx), limitZone(ctx));
}

/** What counted until now, null where nothing changes. */
export type TimeBefore = { readonly clock: number | null; readonly zone: string | null };

/** Goes by clock and zone as they are now, whatever they were before. */
export function trustTime(ctx: Context): TimeBefore {
  const [counted, now] = [limitTime(ctx), timeNow(ctx)];
  const [zone, here] = [limitZone(ctx), zoneHere(ctx)];
  if (counted > now) ctx.kept.put(timeKey, now, now);
  ctx.kept.put(zoneKey, here, now);
  return { clock: counted > now ? counted : null, zone: zone === here ? null : zone };
}
