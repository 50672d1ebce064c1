import type { Context } from './context.ts';
import { loseSight } from './journal.ts';
import { holdBack } from './leave.ts';
import { openMissing } from './repair-open.ts';
import { doubt } from './restored.ts';
import { watchPause } from './schedule.ts';

/** Deals with what the last stop cut off, before anything may be sent: what was being sent is unknown and looked up at once; what was
 *  queued goes back to ready, for nothing sends itself after a start; what a restored backup calls ready or queued may have left and is unknown. A send that still goes on in this process is left to finish. */
export function recoverAll(ctx: Context): void {
  ctx.codes.dropAll();
  ctx.store.transaction(() => {
    for (const id of ctx.rows.inStates(['sending'])) {
      if (ctx.work.busy(id)) continue;
      const attempt = ctx.attempts.last(id);
      if (attempt === null) throw new Error('A payout is being sent without an attempt');
      loseSight(ctx, attempt, 'Bursar stopped while sending');
    }
    for (const id of ctx.rows.restored(['ready', 'queued'])) doubt(ctx, id);
    for (const id of ctx.rows.inStates(['queued'])) holdBack(ctx, id, 'Bursar was closed or locked before it left.');
    lookSoon(ctx);
    for (const id of ctx.rows.restored(['refused'])) lookNow(ctx, id);
    openMissing(ctx);
    // Money may have come back while the app was closed.
    ctx.rows.lookAtWatched(ctx.clock(), ctx.clock() - watchPause);
  });
}

/** Makes every unknown payout due for a look-up now. */
export function lookSoon(ctx: Context): void {
  for (const id of ctx.rows.inStates(['unknown'])) lookNow(ctx, id);
}

/** Makes a payout due for a look now. */
export function lookNow(ctx: Context, id: string): void {
  const record = ctx.rows.get(id);
  if (record !== null) ctx.rows.update({ ...record, nextCheckAt: ctx.clock() }, record.state);
}
