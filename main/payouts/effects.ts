import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import type { Outgoing } from './lane.ts';
import { limitTime } from './limit-time.ts';
import type { PayoutAction } from './machine.ts';
import { nextLook } from './next-look.ts';
import { addBusinessDays } from './schedule.ts';

/** What an action plans for a payout that has moved; `outgoing` is what is about to leave, where it is about to. */
type Effect = (ctx: Context, after: PayoutRecord, now: number, outgoing: Outgoing | null) => Partial<PayoutRecord>;

/** What each action of the table does, in the transaction of the step. It has the last word on when a payout leaves or is looked at next. */
const effects: Readonly<Record<PayoutAction, Effect>> = {
  rest: () => ({ ...still, watchedUntil: null }),
  'count-down': (ctx, _after, now) => ({ ...still, leavesAt: now + ctx.preferences().takeBackSeconds * 1000, releasedAt: limitTime(ctx), problem: null }),
  'hold-back': (ctx, { id }) => {
    ctx.codes.drop(id);
    return still;
  },
  'write-attempt': (ctx, { id }, _now, outgoing) => {
    if (outgoing?.attempt.payoutId !== id) throw new Error('Nothing leaves that is not written down');
    if (outgoing.fresh) ctx.attempts.insert(outgoing.attempt);
    outgoing.also?.();
    return { ...still, problem: null };
  },
  'hand-over': (ctx, { id }) => {
    if (ctx.attempts.last(id) === null) throw new Error('Nothing goes again that was not written down');
    return { ...still, releasedAt: limitTime(ctx) };
  },
  'look-up': (_ctx, _after, now) => ({ leavesAt: null, unknownSince: now, nextCheckAt: now, checkCount: 0, walletNow: null, walletNowAt: null }),
  follow: looked,
  'await-deposit': looked,
  watch: (ctx, after, now) => looked(ctx, { ...after, watchedUntil: after.watchedUntil ?? addBusinessDays(now, ctx.preferences().watchDays) }, now),
  'open-repair': () => ({ ...still, checkCount: 0, watchedUntil: null }),
};

const still = { leavesAt: null, nextCheckAt: null } as const;

function looked(_ctx: Context, after: PayoutRecord, now: number): Partial<PayoutRecord> {
  const fresh = { ...after, leavesAt: null, checkCount: 0, watchedUntil: after.state === 'completed' ? after.watchedUntil : null };
  return { leavesAt: null, checkCount: 0, watchedUntil: fresh.watchedUntil, nextCheckAt: nextLook(fresh, now) };
}

/** Does what the table says for a payout that has moved, and gives it with what is planned now; call inside the step's transaction. */
export function act(ctx: Context, action: PayoutAction, moved: PayoutRecord, now: number, outgoing: Outgoing | null): PayoutRecord {
  const after = { ...moved, ...effects[action](ctx, moved, now, outgoing) };
  return mayHaveLeftUnseen.has(after.state) ? after : { ...after, restoredAt: null };
}

/** In every other state it is known what became of a payout of a restored backup. */
const mayHaveLeftUnseen: ReadonlySet<string> = new Set(['draft', 'ready', 'queued', 'sending', 'unknown', 'refused']);
