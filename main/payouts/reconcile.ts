import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutProvider, ProviderPayout } from '../providers/provider.ts';
import type { Attempt } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { connected, find, type Context } from './context.ts';
import { deliver, expectOk, isIntact } from './journal.ts';
import { nextState } from './machine.ts';
import { factsPatch, foundEvent } from './provider-facts.ts';
import { nextUnknownLook, settleTime } from './schedule.ts';
import { takeStep, tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';
import { readWallets } from './wallets.ts';

/** Looks an unknown payout up by its merchant reference and goes where the answer leads. The error of a look-up without an answer is given
 *  back; it is never taken for "not found". */
export async function lookUp(ctx: Context, id: string): Promise<Result<PayoutRecord, AppError>> {
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const provider = connected(ctx);
  const answer = provider.ok ? await ask(provider.value, unknown.value.attempt) : provider;
  if (answer.ok && answer.value === null) await readWallets(ctx);
  return ctx.store.transaction(() => {
    const now = unknownAttempt(ctx, id);
    if (!now.ok) return now;
    const { record, attempt } = now.value;
    if (!answer.ok) {
      noteLook(ctx, record, attempt, 'no-answer', answer.error.message);
      return answer;
    }
    return ok(answer.value === null ? noteLook(ctx, record, attempt, 'not-found', null) : adopt(ctx, record, attempt, answer.value));
  });
}

/** `payouts.look`: a look-up that a person asks for. */
export async function look(ctx: Context, { id }: Request<'payouts.look'>): Promise<Result<Reply<'payouts.look'>, AppError>> {
  const looked = await lookUp(ctx, id);
  return looked.ok ? ok(toPayout(ctx, looked.value)) : looked;
}

function unknownAttempt(ctx: Context, id: string): Result<{ readonly record: PayoutRecord; readonly attempt: Attempt }, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const attempt = ctx.attempts.last(id);
  return found.value.state !== 'unknown' || attempt === null ? fail(wrongState(found.value)) : ok({ record: found.value, attempt });
}

/** A transaction that carries another reference is not an answer about this one. */
async function ask(provider: PayoutProvider, attempt: Attempt): Promise<Result<ProviderPayout | null, AppError>> {
  const answer = await provider.find(attempt.merchantReference);
  const other = answer.ok && answer.value !== null && answer.value.merchantReference !== null && answer.value.merchantReference !== attempt.merchantReference;
  return other ? fail(appError('provider-unreadable', 'Blaaiz answered about another payout.')) : answer;
}

function noteLook(ctx: Context, record: PayoutRecord, attempt: Attempt, kind: 'not-found' | 'no-answer', detail: string | null): PayoutRecord {
  const now = ctx.clock();
  ctx.attempts.note(attempt.id, { at: now, kind, detail });
  tell(ctx, record.id, { source: 'bursar', what: kind === 'not-found' ? 'Looked: not found' : 'Looked: no answer', detail, folds: true });
  const wallet = kind === 'not-found' ? walletNow(ctx, record) : {};
  const nextCheckAt = nextUnknownLook(record.unknownSince ?? now, now, kind === 'not-found');
  const after = { ...record, ...wallet, nextCheckAt, checkedAt: now, checkCount: record.checkCount + 1 };
  ctx.rows.update(after, record.state);
  ctx.changed('payouts', record.id);
  return after;
}

function walletNow(ctx: Context, record: PayoutRecord): Partial<PayoutRecord> {
  const kept = ctx.kept.get<readonly { id: string; balance: NonNullable<PayoutRecord['walletNow']> }[]>('wallets');
  const wallet = kept?.value.find(({ id }) => id === record.draft.walletId);
  return kept === null || wallet === undefined ? {} : { walletNow: wallet.balance, walletNowAt: kept.readAt };
}

/** Links a found payout to its record; call inside a transaction. */
function adopt(ctx: Context, record: PayoutRecord, attempt: Attempt, told: ProviderPayout): PayoutRecord {
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'found', detail: told.rawStatus });
  const event = foundEvent(told.status);
  const state = nextState(record.state, event) ?? record.state;
  const after = expectOk(takeStep(ctx, record.id, {
    event, source: 'blaaiz', what: 'Found: it arrived once', detail: told.rawStatus, patch: factsPatch(ctx, record, told, state),
    facts: { transactionId: told.transactionId, status: told.rawStatus },
  }));
  if (after.draft.payeeId !== null) ctx.payees.paid(after.draft.payeeId, ctx.clock());
  return after;
}

/** Asks once more for a refused payout; true when it arrived after all and is now followed. */
export async function adoptEarlier(ctx: Context, refused: PayoutRecord, provider: PayoutProvider): Promise<Result<boolean, AppError>> {
  const attempt = ctx.attempts.last(refused.id);
  if (attempt === null) return ok(false);
  const answer = await ask(provider, attempt);
  if (!answer.ok) return answer;
  const told = answer.value;
  if (told === null) return ok(false);
  return ctx.store.transaction(() => {
    const record = ctx.rows.get(refused.id);
    if (record?.state === 'refused') adopt(ctx, record, attempt, told);
    return ok(true);
  });
}

/** Sends an unknown payout again because a person decided so: same reference, same bytes. Only after the settle time, and only when
 *  look-ups at or after it, the last one right now, found nothing. */
export async function sendAgain(ctx: Context, { id, reason }: Request<'payouts.sendAgain'>): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  if (!ctx.status.recovered) return fail(appError('conflict', 'Bursar is still looking at what the last stop cut off.'));
  const unknown = unknownAttempt(ctx, id);
  if (!unknown.ok) return unknown;
  const { record, attempt } = unknown.value;
  const decideFrom = (record.unknownSince ?? ctx.clock()) + settleTime;
  const lookedSince = ctx.attempts.events(attempt.id).some(({ kind, at }) => kind === 'not-found' && at >= decideFrom);
  if (!lookedSince) return fail(appError('prerequisite', 'It is too early to decide: Blaaiz may still find the payout.', { fix: 'Wait until ten minutes have passed and a look-up after that has found nothing.' }));
  if (!isIntact(attempt)) return fail(appError('storage', 'What was written down for this payout is damaged. It is not sent again.', { fix: 'Ask Blaaiz and record the answer.' }));
  const looked = await lookUp(ctx, id);
  if (!looked.ok) return looked;
  if (looked.value.state !== 'unknown') return ok(toPayout(ctx, looked.value));
  return repeat(ctx, attempt, reason);
}

async function repeat(ctx: Context, attempt: Attempt, reason: string): Promise<Result<Reply<'payouts.sendAgain'>, AppError>> {
  const provider = connected(ctx);
  if (!provider.ok) return provider;
  const warm = await provider.value.warmUp();
  if (!warm.ok) return warm;
  if (!ctx.status.running) return fail(appError('locked', 'Bursar was locked meanwhile. Nothing was sent.'));
  const step = takeStep(ctx, attempt.payoutId, {
    event: 'sendAgain', source: 'you', what: 'Sent again', detail: reason, patch: { nextCheckAt: null },
    facts: { reason, merchantReference: attempt.merchantReference, bodySha256: attempt.bodySha256 },
  });
  if (!step.ok) return step;
  const after = await deliver(ctx, attempt, provider.value);
  ctx.plan();
  return ok(toPayout(ctx, after));
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
  tell(ctx, record.id, { source: 'you', what: 'Blaaiz says it has it', detail });
  ctx.audit.append({ at: now, actor: ctx.actor(), what: 'payout.toldReceived', subjectKind: 'payout', subjectId: record.id, detail: { said: detail } });
  const after = { ...record, nextCheckAt: now, updatedAt: now };
  ctx.rows.update(after, 'unknown');
  ctx.changed('payouts', record.id);
  return after;
}

function notReceived(ctx: Context, id: string, who: string, said: string): PayoutRecord {
  return expectOk(takeStep(ctx, id, {
    event: 'notReceived', source: 'you', what: 'Blaaiz says it never arrived', detail: `${who}: ${said}`, facts: { who, said },
    patch: { nextCheckAt: null, problem: appError('provider-refused', `Blaaiz says it never arrived (${who}).`, { fix: 'Copy it to a new draft to send it.' }) },
  }));
}
