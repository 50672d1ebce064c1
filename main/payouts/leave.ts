import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Attempt } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { checkLeaving } from './gates.ts';
import { deliver, writeAttempt } from './journal.ts';
import type { Outgoing } from './lane.ts';
import { lateLimit } from './schedule.ts';
import { takeStep } from './step.ts';
import { toPayout } from './view.ts';

/** Takes a queued payout back to ready. Error `too-late` once it has left. */
export function takeBack(ctx: Context, { id }: Request<'payouts.takeBack'>): Result<Reply<'payouts.takeBack'>, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (found.value.state !== 'queued') return fail(appError('too-late', 'It can\u2019t be taken back any more.', { fix: 'Follow it here.' }));
  const step = takeStep(ctx, id, { event: 'takeBack', source: 'you', what: 'Taken back' });
  return step.ok ? ok(toPayout(ctx, step.value)) : step;
}

/** Lets a queued payout leave when its time has come; whatever keeps it from leaving puts it back to ready, told in its story. */
export async function leave(ctx: Context, id: string): Promise<void> {
  const record = ctx.rows.get(id);
  const now = ctx.clock();
  if (record === null || record.state !== 'queued' || (record.leavesAt ?? now) > now) return;
  if (isLate(ctx, record)) return holdBack(ctx, id, asleep);
  if (!ctx.lane.linked() || !ctx.status.running) return holdBack(ctx, id, `There was no connection to ${ctx.lane.name}.`);
  const warm = await ctx.lane.warmUp(ctx);
  if (!warm.ok) return holdBack(ctx, id, warm.error.message, warm.error);
  const outgoing = await ctx.lane.prepare(ctx, record);
  const stop = stopped(ctx, ctx.rows.get(id) ?? record);
  if (stop !== null) return holdBack(ctx, id, stop.why, stop.problem);
  const attempt = outgoing.ok ? writeOrHold(ctx, id, outgoing.value) : outgoing;
  if (attempt.ok) {
    await deliver(ctx, attempt.value);
    // The balance on screen is from before; a failing look is no more than an old figure with its age.
    if (ctx.status.running) await ctx.lane.readBalances(ctx);
  } else holdBack(ctx, id, attempt.error.message, attempt.error);
  ctx.plan();
}

/** Why a payout doesn't leave although all is ready for it: since it was released, the computer may have slept, Bursar been locked, the journal been found
 *  older than what was sent, or what the gates look at have become another. Nothing is awaited between this and writing it down. */
function stopped(ctx: Context, record: PayoutRecord): { readonly why: string; readonly problem: AppError | null } | null {
  if (!ctx.status.running) return { why: 'Bursar was locked before it left.', problem: null };
  if (isLate(ctx, record)) return { why: asleep, problem: null };
  if (record.restoredAt !== null) return { why: 'It may have left before: it is looked up first.', problem: null };
  const open = checkLeaving(ctx, record);
  return open.ok ? null : { why: open.error.message, problem: open.error };
}

const asleep = 'This computer was asleep, or could not write, when it should have left.';

function isLate(ctx: Context, { leavesAt }: PayoutRecord): boolean {
  return leavesAt !== null && ctx.clock() - leavesAt > lateLimit;
}

/** What can't even be written down doesn't leave; the fault itself is passed on. */
function writeOrHold(ctx: Context, id: string, outgoing: Outgoing): Result<Attempt, AppError> {
  try {
    return writeAttempt(ctx, outgoing);
  } catch (error) {
    holdBack(ctx, id, 'It could not be written down before leaving.');
    throw error;
  }
}

/** Puts a queued payout back to ready because it can't leave now; a person sends it again. Nothing happens to one that isn't queued any more. */
export function holdBack(ctx: Context, id: string, why: string, problem: AppError | null = null): void {
  takeStep(ctx, id, { event: 'holdBack', source: 'bursar', what: 'Not sent, ready again', detail: why, patch: { problem } });
}
