import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { Attempt, AttemptEvent } from '../store/attempts.ts';
import type { Look } from '../store/looks.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { tellUnusable } from './deposit.ts';
import type { Checked, Found } from './lane.ts';
import { checkAlone, deliver, expectOk, isIntact, ownWord } from './journal.ts';
import { checkRepeat } from './gates.ts';
import { nextState } from './machine.ts';
import { factsPatch, foundEvent } from './provider-facts.ts';
import { learn } from './repair-open.ts';
import { giveBack, isUntouched, lookedLongEnough, tooEarly } from './restored.ts';
import { nextLookAfterSetBack, nextUnknownLook } from './schedule.ts';
import { takeStep, tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';
import { foundWords } from './words.ts';

/** A payout that is being found out; `attempt` is null for one of a restored backup of which nothing was handed over here. */
type Open = { readonly record: PayoutRecord; readonly attempt: Attempt | null };

/** Looks an unknown payout up and goes where the answer leads. The error of a look-up without an answer is given back; it is never taken for
 *  "not found". What is found counts even when a person gave the payout up meanwhile. */
export async function lookUp(ctx: Context, id: string): Promise<Result<PayoutRecord, AppError>> {
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const answer = await seek(ctx, unknown.value);
  if (answer.ok && answer.value.payout === null) await ctx.lane.readBalances(ctx);
  return ctx.store.transaction(() => {
    const told = answer.ok ? answer.value.payout : null;
    const now = told === null ? unknownAttempt(ctx, id) : openAttempt(ctx, id, ['unknown', 'refused']);
    if (!now.ok) return now;
    if (!answer.ok) {
      noteLook(ctx, now.value, 'no-answer', answer.error.message);
      return answer;
    }
    return ok(told === null ? notFound(ctx, now.value, answer.value) : adopt(ctx, now.value, told));
  });
}

/** Where the attempt may be another computer's or one that the backup doesn't know, asking must not send anything. */
function seek(ctx: Context, { record, attempt }: Open): Promise<Result<Found, AppError>> {
  return ownAnswer(ctx, record, attempt === null || record.restoredAt !== null ? ctx.lane.findRestored(ctx, record) : ctx.lane.find(ctx, record, attempt));
}

/** One transaction is one payout: what is another's already is no answer about this. */
async function ownAnswer(ctx: Context, record: PayoutRecord, looking: Promise<Result<Found, AppError>>): Promise<Result<Found, AppError>> {
  const answer = await looking;
  const own = answer.ok ? ownWord(ctx, record, answer.value.payout) : answer;
  return own.ok ? answer : own;
}

/** Not finding it, nor one that may have paid in its place, is noted; it proves that a payout of a restored backup had not left where the provider knows
 *  our references. */
function notFound(ctx: Context, open: Open, { detail, alike }: Found): PayoutRecord {
  const after = noteLook(ctx, open, 'not-found', detail);
  const proven = alike !== true && open.attempt === null && ctx.lane.knowsReferences && lookedLongEnough(after, happenedTo(ctx, open));
  return proven ? expectOk(giveBack(ctx, after.id, ctx.lane.id, `${ctx.lane.name} does not know its reference`)) : after;
}

function happenedTo(ctx: Context, { record, attempt }: Open): readonly AttemptEvent[] {
  return attempt === null ? ctx.looks.of(record.id) : ctx.attempts.events(attempt.id);
}

function noteTo(ctx: Context, { record, attempt }: Open, look: Look): void {
  if (attempt === null) ctx.looks.note(record.id, look);
  else ctx.attempts.note(attempt.id, look);
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
  const record = found.value;
  const fromBackup = record.restoredAt !== null && isUntouched(ctx, id);
  const attempt = fromBackup ? null : ctx.attempts.last(id);
  return !states.includes(record.state) || (attempt === null && !fromBackup) ? fail(wrongState(ctx, record)) : ok({ record, attempt });
}

function noteLook(ctx: Context, open: Open, kind: 'not-found' | 'no-answer', detail: string | null): PayoutRecord {
  const now = ctx.clock();
  const { record } = open;
  noteTo(ctx, open, { at: now, kind, detail });
  tell(ctx, record.id, { source: 'bursar', what: kind === 'not-found' ? 'Looked: not found' : 'Looked: no answer', detail, folds: true });
  const purse = kind === 'not-found' ? ctx.lane.balance(ctx, record.draft.walletId) : null;
  const walletNow = purse?.balance ? { walletNow: purse.balance, walletNowAt: purse.readAt } : {};
  // A clock that was set back leaves a beginning in the future: the rhythm then goes by the count of looks.
  const since = record.unknownSince ?? now;
  const nextCheckAt = since > now ? nextLookAfterSetBack(record.checkCount, now) : nextUnknownLook(since, now, kind === 'not-found');
  const after = { ...record, ...walletNow, nextCheckAt, checkedAt: now, checkCount: record.checkCount + 1 };
  ctx.rows.update(after, record.state);
  ctx.changed('payouts', record.id);
  return after;
}

/** Links a found payout to its record; call inside a transaction. */
function adopt(ctx: Context, open: Open, told: ProviderPayout): PayoutRecord {
  const { record } = open;
  noteTo(ctx, open, { at: ctx.clock(), kind: 'found', detail: told.rawStatus });
  const event = foundEvent(told.status);
  const state = nextState(record.state, event) ?? record.state;
  const after = expectOk(takeStep(ctx, record.id, {
    event, source: ctx.lane.id, what: foundWords, detail: told.rawStatus, patch: factsPatch(ctx, record, told, state),
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
  const answer = await ownAnswer(ctx, refused, ctx.lane.find(ctx, refused, attempt));
  return ctx.store.transaction(() => {
    const record = ctx.rows.get(refused.id);
    if (record?.state !== 'refused') return answer;
    if (answer.ok && answer.value.payout !== null) adopt(ctx, { record, attempt }, answer.value.payout);
    else if (record.restoredAt !== null) noteReview(ctx, record, answer.ok);
    return answer;
  });
}

/** A refused payout of a restored backup is asked for until there is an answer, for it may have been found since the backup was made. */
function noteReview(ctx: Context, record: PayoutRecord, answered: boolean): void {
  const now = ctx.clock();
  ctx.rows.update({ ...record, checkedAt: now, nextCheckAt: answered ? null : nextUnknownLook(now, now, false), restoredAt: answered ? null : record.restoredAt }, 'refused');
  ctx.changed('payouts', record.id);
}

/** Sends an unknown payout again because a person decided so: same reference or key, same bytes. The lane says when that is allowed; a code that the
 *  provider refuses is given back as the error and leaves the payout unknown. */
export async function sendAgain(ctx: Context, { id, reason, code }: Request<'payouts.sendAgain'>): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  if (!ctx.status.recovered) return fail(appError('conflict', 'Bursar is still looking at what the last stop cut off.'));
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const { record, attempt } = unknown.value;
  if (attempt === null) return letGo(ctx, unknown.value, reason);
  const allowed = checkAgain(ctx, { record, attempt }, code);
  if (!allowed.ok) return allowed;
  if (!isIntact(attempt)) return fail(appError('storage', 'What was written down for this payout is damaged. It is not sent again.', { fix: `Ask ${ctx.lane.name} and record the answer.` }));
  if (!ctx.lane.looksByReplay || record.restoredAt !== null) {
    const looked = await lookUp(ctx, id);
    if (!looked.ok) return looked;
    if (looked.value.state !== 'unknown') return ok(toPayout(ctx, looked.value));
  }
  return repeat(ctx, { record, attempt }, reason, code);
}

type Left = { readonly record: PayoutRecord; readonly attempt: Attempt };

/** A person decides that a payout of a restored backup had not left: it is ready again, to be released as any other. */
async function letGo(ctx: Context, open: Open, reason: string): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  const { id } = open.record;
  const looked = await lookUp(ctx, id);
  if (!looked.ok) return looked;
  if (looked.value.state !== 'unknown') return ok(toPayout(ctx, looked.value));
  if (!lookedLongEnough(looked.value, happenedTo(ctx, open))) return fail(tooEarly(ctx));
  const given = giveBack(ctx, id, 'you', reason);
  return given.ok ? ok(toPayout(ctx, given.value)) : given;
}

function checkAgain(ctx: Context, { record, attempt }: Left, code: string | null): Checked {
  const alone = checkAlone(ctx, record);
  if (!alone.ok) return alone;
  const open = checkRepeat(ctx, record);
  if (!open.ok) return open;
  if (record.restoredAt !== null && !lookedLongEnough(record, ctx.attempts.events(attempt.id))) return fail(tooEarly(ctx));
  return ctx.lane.checkAgain(ctx, record, attempt, code);
}

async function repeat(ctx: Context, { record, attempt }: Left, reason: string, code: string | null): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  const warm = await ctx.lane.warmUp(ctx);
  if (!warm.ok) return warm;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile. Nothing was sent.'));
  // Time has passed: the key may be too old by now, the code taken by another payout, or the payout itself another.
  const allowed = checkAgain(ctx, { record: ctx.rows.get(record.id) ?? record, attempt }, code);
  if (!allowed.ok) return allowed;
  const step = takeStep(ctx, attempt.payoutId, {
    event: 'sendAgain', source: 'you', what: 'Sent again', detail: reason,
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
    noteTo(ctx, unknown.value, { at: ctx.clock(), kind: 'told', detail: `${outcome}. ${detail}` });
    const never = () => (attempt === null ? expectOk(giveBack(ctx, id, 'you', detail)) : notReceived(ctx, id, who, said));
    const after = outcome === 'received' ? keepLooking(ctx, record, detail) : never();
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
    patch: { restoredAt: null, problem: appError('provider-refused', `${what} (${who}).`, { fix: 'Copy it to a new draft to send it.' }) },
  }));
}
