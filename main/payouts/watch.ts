import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutProvider, ProviderPayout } from '../providers/provider.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { connected, find, type Context } from './context.ts';
import { applyStatus } from './journal.ts';
import { stillMoving } from './provider-facts.ts';
import { adoptEarlier } from './reconcile.ts';
import { nextFollowLook, nextWatchLook } from './schedule.ts';
import { tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';

/** Reads the status of a payout that the provider has, and goes where it leads. The error of a reading without an answer is given back;
 *  the payout then keeps its state and is looked at again later. */
export async function follow(ctx: Context, id: string): Promise<Result<PayoutRecord, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (!isFollowed(found.value)) return fail(wrongState(found.value));
  const provider = connected(ctx);
  const answer = provider.ok ? await ask(ctx, found.value, provider.value) : provider;
  return ctx.store.transaction(() => {
    const record = ctx.rows.get(id);
    if (record === null || !isFollowed(record)) return found;
    if (!answer.ok) {
      later(ctx, record, {});
      return answer;
    }
    return ok(answer.value === null ? notThere(ctx, record) : told(ctx, record, answer.value));
  });
}

/** `payouts.check`: a look that a person asks for, followed by a burst of closer looks. A refused payout is asked for once more. */
export async function check(ctx: Context, { id }: Request<'payouts.check'>): Promise<Result<Reply<'payouts.check'>, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const looked = found.value.state === 'refused' ? await checkRefused(ctx, found.value) : await follow(ctx, id);
  if (!looked.ok) return looked;
  const record = ctx.rows.get(id) ?? found.value;
  if (stillMoving(record.state)) ctx.rows.update({ ...record, checkCount: 0, nextCheckAt: nextFollowLook(0, ctx.clock()) }, record.state);
  ctx.plan();
  return ok(toPayout(ctx, ctx.rows.get(id) ?? record));
}

async function checkRefused(ctx: Context, record: PayoutRecord): Promise<Result<unknown, AppError>> {
  const provider = connected(ctx);
  const found = provider.ok ? await adoptEarlier(ctx, record, provider.value) : provider;
  if (found.ok && !found.value) tell(ctx, record.id, { source: 'bursar', what: 'Looked: not found', folds: true });
  return found;
}

function isFollowed({ state }: PayoutRecord): boolean {
  return stillMoving(state) || state === 'completed' || state === 'failed' || state === 'returned';
}

async function ask(ctx: Context, record: PayoutRecord, provider: PayoutProvider): Promise<Result<ProviderPayout | null, AppError>> {
  if (record.transactionId !== null) return provider.status(record.transactionId);
  const reference = ctx.attempts.last(record.id)?.merchantReference;
  return reference === undefined ? fail(appError('not-found', 'Nothing of this payout was sent.')) : provider.find(reference);
}

function told(ctx: Context, record: PayoutRecord, payout: ProviderPayout): PayoutRecord {
  const moved = applyStatus(ctx, record, payout);
  if (moved !== null) return moved;
  const newWord = payout.rawStatus !== record.providerStatus;
  // A status we have no word for is shown as it came.
  const entry = newWord ? { source: 'blaaiz', what: `Blaaiz says: ${payout.rawStatus}` } as const : { source: 'bursar', what: 'Looked, nothing new', folds: true } as const;
  tell(ctx, record.id, entry);
  return later(ctx, record, { providerStatus: payout.rawStatus, providerReference: payout.reference ?? record.providerReference });
}

function notThere(ctx: Context, record: PayoutRecord): PayoutRecord {
  tell(ctx, record.id, { source: 'bursar', what: 'Looked: Blaaiz does not list it', folds: true });
  return later(ctx, record, {});
}

/** Writes down that a look is over and when the next one is. */
function later(ctx: Context, record: PayoutRecord, patch: Partial<PayoutRecord>): PayoutRecord {
  const now = ctx.clock();
  const checkCount = record.checkCount + 1;
  const next = stillMoving(record.state) ? nextFollowLook(checkCount, now) : record.watchedUntil === null ? null : nextWatchLook(record.watchedUntil, now);
  const after = { ...record, ...patch, checkedAt: now, checkCount, nextCheckAt: next };
  ctx.rows.update(after, record.state);
  ctx.changed('payouts', record.id);
  return after;
}
