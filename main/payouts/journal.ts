import { createHash } from 'node:crypto';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutProvider, ProviderPayout, SendOutcome } from '../providers/provider.ts';
import type { Attempt } from '../store/attempts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { askedAmount } from './completeness.ts';
import type { Context } from './context.ts';
import { factsPatch, statusEvent } from './provider-facts.ts';
import { takeStep } from './step.ts';
import { keptWallet } from './wallets.ts';

/** Writes down what is about to leave and moves the payout to sending, in one durable transaction. After it the bytes may leave, not before.
 *  Error `conflict` when the payout was taken back meanwhile. */
export function writeAttempt(ctx: Context, record: PayoutRecord, provider: PayoutProvider): Result<Attempt, AppError> {
  const attempt = newAttempt(ctx, record, provider);
  if (attempt === null) return fail(appError('prerequisite', 'The payout is not complete any more.'));
  const step = takeStep(ctx, record.id, {
    event: 'leave', source: 'bursar', what: 'Sending', patch: { leavesAt: null, problem: null },
    facts: { merchantReference: attempt.merchantReference, bodySha256: attempt.bodySha256 },
    also: () => ctx.attempts.insert(attempt),
  });
  return step.ok ? ok(attempt) : step;
}

function newAttempt(ctx: Context, record: PayoutRecord, provider: PayoutProvider): Attempt | null {
  const { draft } = record;
  const amount = askedAmount(draft);
  const remoteId = draft.customerId === null ? null : (ctx.customers.standing(draft.customerId)?.remoteId ?? null);
  const { walletId, method, fromCurrency: from, toCurrency: to } = draft;
  if (amount === null || remoteId === null || walletId === null || method === null || from === null || to === null) return null;
  const merchantReference = `bursar-${ctx.ids()}`;
  const body = Buffer.from(provider.compose({
    merchantReference, walletId, customerRemoteId: remoteId, method, from, to, side: draft.side, amount, details: draft.details, note: draft.reference,
  }), 'utf8');
  const wallet = keptWallet(ctx, walletId);
  return {
    id: ctx.ids(), payoutId: record.id, number: 1 + ctx.attempts.all(record.id).length, merchantReference, body, bodySha256: sha256(body), draft,
    walletBefore: wallet?.balance ?? null, walletReadAt: wallet?.readAt ?? null, actor: ctx.actor(), writtenAt: ctx.clock(),
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the stored bytes still are the ones whose hash was written beside them. */
export function isIntact(attempt: Attempt): boolean {
  return sha256(attempt.body) === attempt.bodySha256;
}

/** Hands the stored bytes to the provider, once, and writes down what became of them. Gives the payout as it then is. */
export async function deliver(ctx: Context, attempt: Attempt, provider: PayoutProvider): Promise<PayoutRecord> {
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'handed-over', detail: null });
  const outcome = await outcomeOf(provider.send(attempt.body.toString('utf8')));
  return ctx.store.transaction(() => recordOutcome(ctx, attempt, outcome));
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
  if (outcome.kind === 'accepted') return recordAccepted(ctx, attempt, outcome.payout);
  if (outcome.kind === 'unknown') return loseSight(ctx, attempt, outcome.cause);
  const again = ctx.attempts.events(attempt.id).filter(({ kind }) => kind === 'handed-over').length > 1;
  // A refusal of the second sending says nothing about the first; a taken reference says that the first arrived.
  if (again || outcome.error.code === 'duplicate-reference') return loseSight(ctx, attempt, `Blaaiz refused the repeat: ${outcome.error.message}`);
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'refused', detail: outcome.error.message });
  return expectOk(takeStep(ctx, attempt.payoutId, {
    event: 'refused', source: 'blaaiz', what: 'Refused', detail: outcome.error.message, patch: { problem: outcome.error, nextCheckAt: null },
    facts: { code: outcome.error.code },
  }));
}

function recordAccepted(ctx: Context, attempt: Attempt, told: ProviderPayout): PayoutRecord {
  const record = ctx.rows.get(attempt.payoutId);
  if (record === null) throw new Error('A payout that left is gone');
  ctx.attempts.note(attempt.id, { at: ctx.clock(), kind: 'accepted', detail: told.rawStatus });
  const accepted = expectOk(takeStep(ctx, record.id, {
    event: 'accepted', source: 'blaaiz', what: 'Accepted', detail: told.reference, patch: factsPatch(ctx, record, told, 'accepted'),
    facts: { transactionId: told.transactionId },
  }));
  if (accepted.draft.payeeId !== null) ctx.payees.paid(accepted.draft.payeeId, ctx.clock());
  return applyStatus(ctx, accepted, told) ?? accepted;
}

/** Takes the step that a status means; null when it means none. */
export function applyStatus(ctx: Context, record: PayoutRecord, told: ProviderPayout): PayoutRecord | null {
  const event = statusEvent(record.state, told.status);
  if (event === null) return null;
  const state = event === 'providerProcessing' ? 'processing' : event === 'providerCompleted' ? 'completed' : record.state === 'completed' ? 'returned' : 'failed';
  return expectOk(takeStep(ctx, record.id, {
    event, source: 'blaaiz', what: statusWords[state], detail: told.failureReason, patch: factsPatch(ctx, record, told, state),
    facts: { status: told.rawStatus },
  }));
}

const statusWords = { processing: 'Processing', completed: 'Completed', failed: 'Failed', returned: 'Returned' } as const;

/** Makes a payout whose outcome can't be known unknown: it is looked up from now on. */
export function loseSight(ctx: Context, attempt: Attempt, cause: string): PayoutRecord {
  const now = ctx.clock();
  ctx.attempts.note(attempt.id, { at: now, kind: 'lost', detail: cause });
  return expectOk(takeStep(ctx, attempt.payoutId, {
    event: 'lost', source: 'bursar', what: 'Outcome unknown', detail: cause.charAt(0).toUpperCase() + cause.slice(1),
    patch: { unknownSince: now, unknownCause: cause, nextCheckAt: now, checkCount: 0, problem: null, leavesAt: null, walletNow: null, walletNowAt: null },
  }));
}

/** Unwraps a step that can't fail inside its own transaction; failing is a bug. */
export function expectOk<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`A step failed where it can't: ${result.error.code}`);
  return result.value;
}
