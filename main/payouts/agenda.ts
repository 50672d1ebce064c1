import type { Context } from './context.ts';
import { loseSight } from './journal.ts';
import { holdBack, leave } from './leave.ts';
import { adoptEarlier, lookUp } from './reconcile.ts';
import { lookNow } from './recover.ts';
import { furthestPlans } from './schedule.ts';
import { follow } from './watch.ts';

/** The one alarm clock of payouts: everything due is written in the store, so it survives a restart. */
export type Agenda = {
  /** Sets the alarm for whatever is due next; nothing is set while locked. */
  plan(): void;
  /** Takes the alarm off. */
  stop(): void;
};

const longest = 60_000;
const shortest = 250;
const strayCheck = 30_000;

/** Makes the agenda of a context that is made later than it. */
export function createAgenda(context: () => Context): Agenda {
  let cancel: (() => void) | null = null;
  let faults = 0;
  const stop = () => {
    cancel?.();
    cancel = null;
  };
  const plan = (atLeast = 0) => {
    const ctx = context();
    stop();
    if (!ctx.status.running) return;
    const due = dueOrLater(ctx);
    if (due === null) return;
    // Never asleep for long: the wall clock may jump while a timer waits.
    const wait = Math.min(Math.max(due - ctx.clock(), atLeast), longest);
    cancel = ctx.timers.after(wait, () => { void ctx.work.track(ring(ctx)); });
  };
  // What fails again and again, on a full disk say, must not ask the provider several times a second.
  const ring = async (ctx: Context) => {
    faults = (await tick(ctx)) ? 0 : faults + 1;
    plan(Math.min(shortest * 2 ** faults, strayCheck));
  };
  return { plan: () => plan(), stop };
}

/** A store that can't be read now is asked again later: the alarm must never go quiet. */
function dueOrLater(ctx: Context): number | null {
  try {
    return nextDue(ctx);
  } catch (error) {
    report(ctx, 'plan', error);
    return ctx.clock() + strayCheck;
  }
}

function nextDue(ctx: Context): number | null {
  const due = ctx.rows.nextDue();
  const stray = ctx.rows.inStates(['sending']).length > 0 ? ctx.clock() + strayCheck : null;
  return due === null || stray === null ? due ?? stray : Math.min(due, stray);
}

/** Does what is due; false when something failed. Payouts leave side by side, each at its time; look-ups go one after another, gently, and one that fails
 *  holds up no other. */
async function tick(ctx: Context): Promise<boolean> {
  let fine = true;
  const failed = (error: unknown) => {
    report(ctx, 'agenda', error);
    fine = false;
  };
  try {
    catchStrays(ctx);
    catchSetBack(ctx);
    for (const id of ctx.rows.leaving(ctx.clock())) {
      if (!ctx.work.busy(id)) void ctx.work.exclusive(id, () => leave(ctx, id)).catch((error: unknown) => report(ctx, 'leave', error));
    }
    for (const id of ctx.rows.due(ctx.clock(), 20)) {
      if (!ctx.status.running) break;
      if (!ctx.work.busy(id)) await ctx.work.exclusive(id, () => lookAt(ctx, id)).catch(failed);
    }
  } catch (error) {
    failed(error);
  }
  return fine;
}

/** A payout in sending that nothing is working on any more lost its answer (the disk was full, say): it is found out like any other. */
function catchStrays(ctx: Context): void {
  for (const id of ctx.rows.inStates(['sending'])) {
    const attempt = ctx.attempts.last(id);
    if (!ctx.work.busy(id) && attempt !== null) ctx.store.transaction(() => loseSight(ctx, attempt, 'the answer could not be written down'));
  }
}

/** What is planned further ahead than is ever planned was planned before the clock was set back: what is queued is held for a person, and what is
 *  out is looked at now. */
function catchSetBack(ctx: Context): void {
  const now = ctx.clock();
  for (const [state, furthest] of furthestPlans) {
    for (const id of ctx.rows.plannedAfter(now + furthest, state)) {
      if (state === 'queued') holdBack(ctx, id, 'The clock of this computer was set back before it left.');
      else lookNow(ctx, id);
    }
  }
}

async function lookAt(ctx: Context, id: string): Promise<void> {
  const record = ctx.rows.get(id);
  if (record === null || record.nextCheckAt === null || record.nextCheckAt > ctx.clock()) return;
  await (record.state === 'unknown' ? lookUp(ctx, id) : record.state === 'refused' ? adoptEarlier(ctx, record) : follow(ctx, id));
}

function report(ctx: Context, what: string, error: unknown): void {
  ctx.log('payouts.fault', { what, error: error instanceof Error ? error.name : 'unknown' });
}
