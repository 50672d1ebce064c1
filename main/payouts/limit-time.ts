import type { Stretch } from '../store/limits.ts';
import type { Context } from './context.ts';

const key = 'latest-time';

/** The time that limits go by (epoch ms): this computer's, but never earlier than it was when one last looked. A clock set back frees no day. */
export function limitTime(ctx: Context): number {
  return Math.max(ctx.clock(), ctx.kept.get<number>(key)?.value ?? 0);
}

/** Writes down how late it is, so that no earlier time counts from now on. */
export function keepTime(ctx: Context): void {
  const now = limitTime(ctx);
  ctx.kept.put(key, now, now);
}

/** Goes by the clock as it is now, whatever it showed before: it had been wrong. Gives what counted until then, null when nothing changes. */
export function trustClock(ctx: Context): number | null {
  const before = limitTime(ctx);
  const now = ctx.clock();
  if (before <= now) return null;
  ctx.kept.put(key, now, now);
  return before;
}

/** The calendar day of this computer around a moment. */
export function dayAround(at: number): Stretch {
  const from = new Date(at);
  from.setHours(0, 0, 0, 0);
  const until = new Date(from);
  until.setDate(until.getDate() + 1);
  return { from: from.getTime(), until: until.getTime() };
}
