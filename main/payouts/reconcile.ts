import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { Attempt } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { tellUnusable } from './deposit.ts';
import type { Checked, Found } from './lane.ts';
import { checkAlone, deliver, expectOk, isIntact } from './journal.ts';
import { nextState } from './machine.ts';
import { factsPatch, foundEvent } from './provider-facts.ts';
import { learn } from './repair-open.ts';
import { nextUnknownLook } from './schedule.ts';
import { takeStep, tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';

type Open = { readonly record: PayoutRecord; readonly attempt: Attempt };

/** Looks an unknown payout up and goes where the answer leads. The error of a look-up without an answer is given back; it is never taken for
 *  "not found". What is found counts even when a person gave the payout up meanwhile. */
export async function lookUp(ctx: Context, id: string): Promise<Result<PayoutRecord, AppError>> {
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const answer = await ctx.lane.find(ctx, unknown.value.record, unknown.value.attempt);
  if (answer.ok && answer.value.payout === null) await ctx.lane.readBalances(ctx);
  return ctx.store.transaction(() => {
    const told = answer.ok ? answer.value.payout : null;
    const now = told === null ? unknownAttempt(ctx, id) : openAttempt(ctx, id, ['unknown', 'refused']);
    if (!now.ok) return now;
    const { record, attempt } = now.value;
    if (!answer.ok) {
      noteLook(ctx, record, attempt, 'no-answer', answer.error.message);
      return answer;
    }
    return ok(told === null ? noteLook(ctx, record, attempt, 'not-found', answer.value.detail) : adopt(ctx, record, attempt, told));
  });
}

/** `payouts.look`: a look-up that a person asks for. */
export async function look(ctx: Context, { id }: Request<'payouts.look'>): Promise<Result<Reply<'payouts.look'>, AppError>> {
  const looked = await lookUp(ctx, id);
  return looked.ok ? ok(toPayout(ctx, looked.value)) : looked;
}

function unknownAttempt(ctx: Context, id: string): Result<Open, AppError> {
  return openAttempt(ctx, id, ['unknown']);
}

function openAttempt(ctx: Context, id: string, states: readonly PayoutRecord['state'][]): Result<Open, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const attempt = ctx.attempts.last(id);
  return !states.includes(found.value.state) || attempt === null ? fail(wrongState(ctx, found.value)) : ok({ record: found.value, attempt });
}

function noteLook(ctx: Context, record: PayoutRecord, attempt: Attempt, kind: 'not-found' | 'no-answer', detail: string | null): PayoutRecord {
  const now = ctx.clock();
  ctx.attempts.note(attempt.id, { at: now, kind, detail });
  tell(ctx, record.id, { source: 'bursar', what: kind === 'not-found' ? 'Looked: not found' : 'Looked: no answer', detail, folds: true });
  const purse = kind === 'not-found' ? ctx.lane.balance(ctx, record.draft.walletId) : null;
  const walletNow = purse?.balance ? { walletNow: purse.balance, walletNowAt: purse.readAt } : {};
  // A clock that was set back leaves a beginning in the future: the rhythm then begins anew.
  const nextCheckAt = nextUnknownLook(Math.min(record.unknownSince ?? now, now), now, kind === 'not-found');
  const after = { ...record, ...walletNow, nextCheckAt, checkedAt: now, checkCount: record.checkCount + 1 };
  ctx.rows.update(after, record.state);
  ctx.changed('payouts', record.id);
  return after;
}

/** Links a found payout to its record; call inside a transaction. */
function adopt(ctx: Context, record: PayoutRecord, attempt: Attempt, told: ProviderPayout): PayoutRecord {
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'found', detail: told.rawStatus });
  const event = foundEvent(told.status);
  const state = nextState(record.state, event) ?? record.state;
  const after = expectOk(takeStep(ctx, record.id, {
    event, source: ctx.lane.id, what: 'Found: it arrived once', detail: told.rawStatus, patch: factsPatch(ctx, record, told, state),
    facts: { transactionId: told.transactionId, status: told.rawStatus },
  }));
  tellUnusable(ctx, after, told);
  ctx.lane.accepted(ctx, after, told);
  learn(ctx, record, after, told);
  return after;
}

/** Asks once more for a refused payout; one that arrived after all is followed from now on. */
export async function adoptEarlier(ctx: Context, refused: PayoutRecord): Promise<Result<Found, AppError>> {
  const attempt = ctx.attempts.last(refused.id);
  if (attempt === null) return ok({ payout: null, detail: null });
  const answer = await ctx.lane.find(ctx, refused, attempt);
  if (!answer.ok || answer.value.payout === null) return answer;
  const told = answer.value.payout;
  return ctx.store.transaction(() => {
    const record = ctx.rows.get(refused.id);
    if (record?.state === 'refused') adopt(ctx, record, attempt, told);
    return answer;
  });
}

/** Sends an unknown payout again because a person decided so: same reference or key, same bytes. The lane says when that is allowed; a code that the
 *  provider refuses is given back as the error and leaves the payout unknown. */
export async function sendAgain(ctx: Context, { id, reason, code }: Request<'payouts.sendAgain'>): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  if (!ctx.status.recovered) return fail(appError('conflict', 'Bursar is still looking at what the last stop cut off.'));
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const { attempt } = unknown.value;
  const allowed = checkAgain(ctx, unknown.value, code);
  if (!allowed.ok) return allowed;
  if (!isIntact(attempt)) return fail(appError('storage', 'What was written down for this payout is damaged. It is not sent again.', { fix: `Ask ${ctx.lane.name} and record the answer.` }));
  if (!ctx.lane.looksByReplay) {
    const looked = await lookUp(ctx, id);
    if (!looked.ok) return looked;
    if (looked.value.state !== 'unknown') return ok(toPayout(ctx, looked.value));
  }
  return repeat(ctx, unknown.value, reason, code);
}

function checkAgain(ctx: Context, { record, attempt }: Open, code: string | null): Checked {
  const alone = checkAlone(ctx, record);
  return alone.ok ? ctx.lane.checkAgain(ctx, record, attempt, code) : alone;
}

async function repeat(ctx: Context, { record, attempt }: Open, reason: string, code: string | null): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  const warm = await ctx.lane.warmUp(ctx);
  if (!warm.ok) return warm;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile. Nothing was sent.'));
  // Time has passed: the key may be too old by now, or the code taken by another payout.
  const allowed = checkAgain(ctx, { record, attempt }, code);
  if (!allowed.ok) return allowed;
  const step = takeStep(ctx, attempt.payoutId, {
    event: 'sendAgain', source: 'you', what: 'Sent again', detail: reason, patch: { nextCheckAt: null },
    facts: { reason, merchantReference: attempt.merchantReference, bodySha256: attempt.bodySha256 },
  });
  if (!step.ok) return step;
  if (code !== null && ctx.lane.needsCode(ctx, attempt.draft)) ctx.codes.hold(attempt.payoutId, code);
  const after = await deliver(ctx, attempt);
  ctx.plan();
  const { problem } = after;
  const aboutCode = problem !== null && (problem.code === 'code-wrong' || problem.code === 'code-needed' || problem.code === 'code-blocked');
  return aboutCode ? fail(problem) : ok(toPayout(ctx, after));
}

/** Keeps what a person was told by the provider. 'not-received' makes an unknown payout refused; 'received' looks again at once. */
export function recordAnswer(ctx: Context, { id, outcome, who, said }: Request<'payouts.recordAnswer'>): Result<Reply<'payouts.recordAnswer'>, AppError> {
  return ctx.store.transaction(() => {
    const unknown = unknownAttempt(ctx, id);
    if (!unknown.ok) return unknown;
    const { record, attempt } = unknown.value;
    const detail = `${who}: ${said}`;
    ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'told', detail: `${outcome}. ${detail}` });
    const after = outcome === 'received' ? keepLooking(ctx, record, detail) : notReceived(ctx, id, who, said);
    ctx.plan();
    return ok(toPayout(ctx, after));
  });
}

function keepLooking(ctx: Context, record: PayoutRecord, detail: string): PayoutRecord {
  const now = ctx.clock();
  tell(ctx, record.id, { source: 'you', what: `${ctx.lane.name} says it has it`, detail });
  ctx.audit.append({ at: now, actor: ctx.actor(), what: 'payout.toldReceived', subjectKind: 'payout', subjectId: record.id, detail: { said: detail } });
  const after = { ...record, nextCheckAt: now, updatedAt: now };
  ctx.rows.update(after, 'unknown');
  ctx.changed('payouts', record.id);
  return after;
}

function notReceived(ctx: Context, id: string, who: string, said: string): PayoutRecord {
  const what = `${ctx.lane.name} says it never arrived`;
  return expectOk(takeStep(ctx, id, {
    event: 'notReceived', source: 'you', what, detail: `${who}: ${said}`, facts: { who, said },
    patch: { nextCheckAt: null, problem: appError('provider-refused', `${what} (${who}).`, { fix: 'Copy it to a new draft to send it.' }) },
  }));
}
