import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TimelineEntry } from '../../preload/contract/timeline.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { act } from './effects.ts';
import type { Outgoing } from './lane.ts';
import { moveOf, type PayoutEvent } from './machine.ts';
import { stateWords } from './words.ts';

/** A step of a payout: the event, how its story tells it, what else of the payout changes, and facts for the audit log. */
export type Step = {
  readonly event: PayoutEvent;
  readonly source: TimelineEntry['source'];
  readonly what: string;
  readonly detail?: string | null;
  readonly patch?: Partial<Omit<PayoutRecord, 'id' | 'state'>>;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** What is about to leave, for the step that lets it. */
  readonly outgoing?: Outgoing;
  /** More writes that belong to the same transaction. */
  readonly also?: (after: PayoutRecord) => void;
};

/** Takes one step: state, what the table does with it, story and audit log in one transaction. Error `conflict` when the event can't happen in the payout's state. */
export function takeStep(ctx: Context, id: string, step: Step): Result<PayoutRecord, AppError> {
  return ctx.store.transaction(() => {
    const before = ctx.rows.get(id);
    if (before === null) return fail(appError('not-found', 'This payout is no longer here.'));
    const move = moveOf(before.state, step.event);
    if (move === null) return fail(wrongState(ctx, before));
    const now = ctx.clock();
    const after = act(ctx, move.action, { ...before, ...step.patch, state: move.to, updatedAt: now }, now, step.outgoing ?? null);
    if (!ctx.rows.update(after, before.state)) throw new Error('A payout changed inside its own transaction');
    writeDown(ctx, after, step, now);
    step.also?.(after);
    ctx.changed('payouts', id);
    return ok(after);
  });
}

function writeDown(ctx: Context, after: PayoutRecord, step: Step, now: number): void {
  const actor = step.source === 'you' ? ctx.actor() : null;
  ctx.events.append({
    kind: 'payout', subjectId: after.id, at: now, source: step.source, actor, what: step.what, detail: step.detail ?? null, state: after.state,
  });
  ctx.audit.append({
    at: now, actor: actor ?? step.source, what: `payout.${step.event}`, subjectKind: 'payout', subjectId: after.id,
    detail: { state: after.state, revision: after.revision, ...step.facts },
  });
}

/** The error for an action that doesn't fit the payout's state. */
export function wrongState(ctx: Context, record: PayoutRecord): AppError {
  return appError('conflict', `This payout is ${stateWords(record.state, ctx.lane.name)} by now.`, { fix: 'Look at it again before going on.' });
}

/** Adds to a payout's story without a step. `folds` marks a look-up that found nothing new. */
export function tell(ctx: Context, id: string, entry: { source: TimelineEntry['source']; what: string; detail?: string | null; folds?: boolean }): void {
  const actor = entry.source === 'you' ? ctx.actor() : null;
  ctx.events.append({ kind: 'payout', subjectId: id, at: ctx.clock(), actor, ...entry });
}
