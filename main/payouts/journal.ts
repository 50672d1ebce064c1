import { createHash } from 'node:crypto';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderPayout, SendOutcome } from '../providers/provider.ts';
import type { Attempt } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { tellUnusable } from './deposit.ts';
import type { Checked, Outgoing } from './lane.ts';
import { nextState } from './machine.ts';
import { factsPatch, statusEvent } from './provider-facts.ts';
import { learn } from './repair-open.ts';
import { takeStep } from './step.ts';

/** Whether no other payout is in flight that is the same as this one; `already-sent` otherwise. */
export function checkAlone(ctx: Context, record: PayoutRecord): Checked {
  return ctx.rows.sameInFlight(record) === null ? ok(null)
    : fail(appError('already-sent', 'The same payout (customer, account and amount) is on its way or not found out yet.', { fix: `Look at that one first. This one stays ${record.state === 'unknown' ? 'unknown' : 'ready'}.` }));
}

/** Writes down what is about to leave and moves the payout to sending, in one durable transaction. After it the bytes may leave, not before.
 *  Errors: `conflict` when the payout was taken back meanwhile, `already-sent` while the same payout is in flight. */
export function writeAttempt(ctx: Context, outgoing: Outgoing): Result<Attempt, AppError> {
  return ctx.store.transaction(() => {
    const record = ctx.rows.get(outgoing.attempt.payoutId);
    const alone = record === null ? ok(null) : checkAlone(ctx, record);
    return alone.ok ? write(ctx, outgoing) : alone;
  });
}

function write(ctx: Context, outgoing: Outgoing): Result<Attempt, AppError> {
  const { attempt } = outgoing;
  const step = takeStep(ctx, attempt.payoutId, {
    event: 'leave', source: 'bursar', what: 'Sending', outgoing,
    facts: { merchantReference: attempt.merchantReference, bodySha256: attempt.bodySha256, attempt: attempt.number },
  });
  return step.ok ? ok(attempt) : step;
}

/** The number of the attempt that a payout would leave with next, from 1. */
export function nextNumber(ctx: Context, payoutId: string): number {
  return 1 + ctx.attempts.all(payoutId).length;
}

/** A new attempt around composed bytes; nothing is written yet. */
export function newAttempt(ctx: Context, record: PayoutRecord, merchantReference: string, text: string): Attempt {
  const body = Buffer.from(text, 'utf8');
  const purse = ctx.lane.balance(ctx, record.draft.walletId);
  return {
    id: ctx.ids(), payoutId: record.id, number: nextNumber(ctx, record.id), merchantReference, body, bodySha256: sha256(body),
    draft: record.draft, walletBefore: purse?.balance ?? null, walletReadAt: purse?.readAt ?? null, actor: ctx.actor(), writtenAt: ctx.clock(),
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the stored bytes still are the ones whose hash was written beside them. */
export function isIntact(attempt: Attempt): boolean {
  return sha256(attempt.body) === attempt.bodySha256;
}

/** Hands the stored bytes, and the code if one is held, to the provider, once, and writes down what became of them. Gives the payout as it then is. */
export async function deliver(ctx: Context, attempt: Attempt): Promise<PayoutRecord> {
  const code = ctx.codes.take(attempt.payoutId);
  try {
    ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'handed-over', detail: null });
    const outcome = await outcomeOf(ctx.lane.deliver(ctx, attempt, code));
    return ctx.store.transaction(() => recordOutcome(ctx, attempt, outcome));
  } finally {
    ctx.codes.drop(attempt.payoutId);
  }
}

/** An exception says nothing about the money: it is an unknown outcome like a dropped line. */
async function outcomeOf(sending: Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await sending;
  } catch {
    return { kind: 'unknown', cause: 'a fault of Bursar\u2019s own while sending' };
  }
}

function recordOutcome(ctx: Context, attempt: Attempt, outcome: SendOutcome): PayoutRecord {
  if (outcome.kind === 'accepted' && isOthers(ctx, attempt.payoutId, outcome.payout)) return loseSight(ctx, attempt, `${ctx.lane.name} answered about another payout`);
  if (outcome.kind === 'accepted') return recordAccepted(ctx, attempt, outcome.payout);
  if (outcome.kind === 'unknown') return loseSight(ctx, attempt, outcome.cause);
  const { name } = ctx.lane;
  if (outcome.kind === 'code-refused') return recordCodeRefused(ctx, attempt, codeProblem(name, outcome));
  // A refusal of the second sending says nothing about the first; a taken reference says that the first arrived.
  if (mayHaveArrived(ctx, attempt) || outcome.error.code === 'duplicate-reference') return loseSight(ctx, attempt, `${name} refused the repeat: ${outcome.error.message}`);
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'refused', detail: outcome.error.message });
  return expectOk(takeStep(ctx, attempt.payoutId, {
    event: 'refused', source: ctx.lane.id, what: 'Refused', detail: outcome.error.message, patch: { problem: outcome.error },
    facts: { code: outcome.error.code },
  }));
}

/** Whether what a provider tells of a payout is the transaction of another one: then it says nothing about this. */
function isOthers(ctx: Context, payoutId: string, { transactionId }: ProviderPayout): boolean {
  return ctx.rows.holderOf(transactionId, payoutId) !== null;
}

/** What a provider tells of a payout, unless it is about another one: another's transaction, or neither the one that was asked for nor under a reference that
 *  this one left with; `provider-unreadable` then. */
export function ownWord<T extends ProviderPayout | null>(ctx: Context, { id, transactionId }: PayoutRecord, told: T): Result<T, AppError> {
  if (told === null) return ok(told);
  const asked = transactionId === null || transactionId.toLowerCase() === told.transactionId.toLowerCase()
    || ctx.attempts.all(id).some(({ merchantReference }) => merchantReference === told.merchantReference);
  return asked && !isOthers(ctx, id, told) ? ok(told) : fail(appError('provider-unreadable', `${ctx.lane.name} answered about another payout.`, { fix: `Look again; if it stays so, write to ${ctx.lane.name} support.` }));
}

/** Whether an earlier sending of the attempt is without a definite answer. Where look-ups send the bytes too, having been unknown is enough. */
function mayHaveArrived(ctx: Context, attempt: Attempt): boolean {
  const kinds = ctx.attempts.events(attempt.id).map(({ kind }) => kind);
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
  return count('handed-over') - count('code-refused') > 1 || (ctx.lane.looksByReplay && kinds.includes('lost'));
}

/** The provider made nothing because of the code: the payout is ready again, and what was written down goes again. If an earlier sending is without
 *  an answer, the code says nothing about that one. */
function recordCodeRefused(ctx: Context, attempt: Attempt, problem: AppError): PayoutRecord {
  const doubt = mayHaveArrived(ctx, attempt);
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'code-refused', detail: problem.message });
  if (doubt) return loseSight(ctx, attempt, `${ctx.lane.name} refused the code of the repeat`, problem);
  return expectOk(takeStep(ctx, attempt.payoutId, {
    event: 'codeRefused', source: ctx.lane.id, what: 'Code refused, nothing was made', detail: problem.message, patch: { problem },
    facts: { code: problem.code },
  }));
}

function codeProblem(name: string, { error, needed, blocked, attemptsLeft }: Extract<SendOutcome, { kind: 'code-refused' }>): AppError {
  if (blocked) return appError('code-blocked', error.message, { fix: error.fix ?? 'Wait a quarter of an hour, then ask for a new code.' });
  if (needed) return appError('code-needed', error.message, { fix: error.fix ?? `Ask ${name} for a code and release the payout with it.` });
  const left = attemptsLeft === null ? '' : ` ${attemptsLeft} ${attemptsLeft === 1 ? 'try is' : 'tries are'} left.`;
  return appError('code-wrong', error.message, { fix: error.fix ?? `Compare it with the mail, or ask for a new one.${left}` });
}

function recordAccepted(ctx: Context, attempt: Attempt, told: ProviderPayout): PayoutRecord {
  const record = ctx.rows.get(attempt.payoutId);
  if (record === null) throw new Error('A payout that left is gone');
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'accepted', detail: told.rawStatus });
  const awaiting = told.status === 'awaiting';
  const accepted = expectOk(takeStep(ctx, record.id, {
    event: awaiting ? 'acceptedAwaiting' : 'accepted', source: ctx.lane.id, what: awaiting ? 'Accepted, waits for the deposit' : 'Accepted', detail: told.reference,
    patch: factsPatch(ctx, record, told, awaiting ? 'awaiting_deposit' : 'accepted'), facts: { transactionId: told.transactionId },
  }));
  tellUnusable(ctx, accepted, told);
  ctx.lane.accepted(ctx, accepted, told);
  learn(ctx, record, accepted, told);
  return applyStatus(ctx, accepted, told) ?? accepted;
}

/** Takes the step that a status means; null when it means none. */
export function applyStatus(ctx: Context, record: PayoutRecord, told: ProviderPayout): PayoutRecord | null {
  const event = statusEvent(record, told, ctx.clock());
  const state = event === null ? null : nextState(record.state, event);
  if (event === null || state === null) return null;
  const after = expectOk(takeStep(ctx, record.id, {
    event, source: event === 'depositExpired' ? 'bursar' : ctx.lane.id, what: told.status === 'held' ? heldWords(ctx) : statusWords[state] ?? state, detail: told.failureReason,
    patch: factsPatch(ctx, record, told, state), facts: { status: told.rawStatus },
  }));
  learn(ctx, record, after, told);
  return after;
}

const statusWords: Readonly<Partial<Record<PayoutRecord['state'], string>>> = {
  accepted: 'Deposit seen', processing: 'Processing', completed: 'Completed', failed: 'Failed', returned: 'Returned', deposit_expired: 'No deposit in time',
};

/** How its story tells that the provider reviews a payout. */
export const heldWords = ({ lane }: Context) => `Held for review by ${lane.name}`;

/** Makes a payout whose outcome can't be known unknown: it is looked up from now on. */
export function loseSight(ctx: Context, attempt: Attempt, cause: string, problem: AppError | null = null): PayoutRecord {
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'lost', detail: cause });
  return expectOk(takeStep(ctx, attempt.payoutId, {
    event: 'lost', source: 'bursar', what: 'Outcome unknown', detail: cause.charAt(0).toUpperCase() + cause.slice(1),
    patch: { unknownCause: cause, problem },
  }));
}

/** Unwraps a step that can't fail inside its own transaction; failing is a bug. */
export function expectOk<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`A step failed where it can't: ${result.error.code}`);
  return result.value;
}
