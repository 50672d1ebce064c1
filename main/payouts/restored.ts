import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TimelineEntry } from '../../preload/contract/timeline.ts';
import type { AttemptEvent } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { limitTime } from './limit-time.ts';
import { settleTime } from './schedule.ts';
import { takeStep } from './step.ts';

/** Takes a ready or queued payout of a restored backup out of everybody's hands: it may have left since the backup was made, so it is unknown until a
 *  look-up tells; limits count it as released now. Error `conflict` in any other state. */
export function doubt(ctx: Context, id: string): Result<PayoutRecord, AppError> {
  const before = ctx.rows.get(id);
  const releasedAt = before?.state === 'queued' ? before.releasedAt : limitTime(ctx);
  return takeStep(ctx, id, {
    event: 'restored', source: 'bursar', what: 'From a backup: it may have left', detail: 'It is looked up before it can be sent.',
    patch: { unknownCause: 'it comes from a restored backup and may have left since that was made', problem: null, releasedAt },
  });
}

/** Whether nothing of a payout is without an answer here: no attempt, or only such whose code was refused each time. */
export function isUntouched(ctx: Context, id: string): boolean {
  return ctx.attempts.all(id).every((attempt) => {
    const kinds = ctx.attempts.events(attempt.id).map(({ kind }) => kind);
    const count = (wanted: AttemptEvent['kind']) => kinds.filter((kind) => kind === wanted).length;
    return count('code-refused') > 0 && count('handed-over') === count('code-refused') && count('lost') === 0;
  });
}

/** Whether the settle time has passed since a payout of a restored backup became unknown, and a look-up after that found nothing. */
export function lookedLongEnough({ unknownSince }: PayoutRecord, happened: readonly AttemptEvent[]): boolean {
  const from = (unknownSince ?? Number.POSITIVE_INFINITY) + settleTime;
  return happened.some(({ kind, at }) => kind === 'not-found' && at >= from);
}

/** The error while it is too early to say that a payout of a restored backup had not left. */
export const tooEarly = ({ lane }: Context) => appError('prerequisite', `It is too early to decide: ${lane.name} may still find the payout.`, {
  fix: 'Wait until ten minutes have passed and a look-up after that has found nothing.',
});

/** Gives a payout of a restored backup back: it had not left, by the provider's word or a person's. Nothing is sent by it. */
export function giveBack(ctx: Context, id: string, source: TimelineEntry['source'], why: string): Result<PayoutRecord, AppError> {
  return takeStep(ctx, id, { event: 'notLeft', source, what: 'It had not left', detail: why, patch: { restoredAt: null, problem: null }, facts: { why } });
}

/** Before a payout of a restored backup is released: asks the provider whether it left since the backup was made. Nothing there, long enough after, lets
 *  it go on; anything else makes it unknown. Errors: `conflict`, and those of asking. */
export async function checkRestored(ctx: Context, record: PayoutRecord): Promise<Result<null, AppError>> {
  if (record.restoredAt === null) return ok(null);
  const found = await ctx.lane.findRestored(ctx, record);
  if (!found.ok) return found;
  return ctx.store.transaction(() => {
    const now = ctx.rows.get(record.id);
    if (now?.state !== 'ready') return fail(appError('conflict', 'This payout was changed meanwhile.', { fix: 'Look at it again before going on.' }));
    if (now.restoredAt === null) return ok(null);
    const nothing = found.value.payout === null && found.value.alike !== true;
    const long = ctx.clock() >= now.restoredAt + settleTime && isUntouched(ctx, now.id);
    if (nothing && long) return settle(giveBack(ctx, now.id, ctx.lane.id, found.value.detail ?? 'Looked up by its reference: not found'));
    const doubted = doubt(ctx, now.id);
    ctx.plan();
    return doubted.ok ? fail(lookFirst) : doubted;
  });
}

const lookFirst = appError('conflict', 'This payout comes from a restored backup and may have left since that was made. Nothing was sent.', {
  fix: 'It is being found out. Look at it here: it goes on from there.',
});

function settle(step: Result<PayoutRecord, AppError>): Result<null, AppError> {
  return step.ok ? ok(null) : step;
}
