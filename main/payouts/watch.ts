import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { depositOf, remind } from './deposit.ts';
import { applyStatus, heldWords, ownWord } from './journal.ts';
import { nextLook, stillMoving } from './next-look.ts';
import { adoptEarlier } from './reconcile.ts';
import { learn } from './repair-open.ts';
import { tell, wrongState } from './step.ts';
import { toPayout } from './view.ts';

/** Reads the status of a payout that the provider has, and goes where it leads. The error of a reading without an answer is given back;
 *  the payout then keeps its state and is looked at again later. */
export async function follow(ctx: Context, id: string): Promise<Result<PayoutRecord, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (!isFollowed(found.value)) return fail(wrongState(ctx, found.value));
  const read = await ctx.lane.status(ctx, found.value);
  const answer = read.ok ? ownWord(ctx, found.value, read.value) : read;
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
  if (stillMoving(record.state) || record.state === 'awaiting_deposit') lookSooner(ctx, record);
  ctx.plan();
  return ok(toPayout(ctx, ctx.rows.get(id) ?? record));
}

/** Begins the rhythm of looks anew. */
export function lookSooner(ctx: Context, record: PayoutRecord): void {
  const fresh = { ...record, checkCount: 0 };
  ctx.rows.update({ ...fresh, nextCheckAt: nextLook(fresh, ctx.clock()) }, record.state);
}

async function checkRefused(ctx: Context, record: PayoutRecord): Promise<Result<unknown, AppError>> {
  const found = await adoptEarlier(ctx, record);
  if (found.ok && found.value.payout === null) tell(ctx, record.id, { source: 'bursar', what: 'Looked: not found', detail: found.value.detail, folds: true });
  return found;
}

const followed: ReadonlySet<PayoutRecord['state']> = new Set(['accepted', 'processing', 'awaiting_deposit', 'deposit_expired', 'completed', 'failed', 'returned']);

function isFollowed({ state }: PayoutRecord): boolean {
  return followed.has(state);
}

function told(ctx: Context, record: PayoutRecord, payout: ProviderPayout): PayoutRecord {
  const moved = applyStatus(ctx, record, payout);
  if (moved !== null) return moved;
  learn(ctx, record, record, payout);
  const newWord = payout.rawStatus.toLowerCase() !== record.providerStatus?.toLowerCase();
  const { id: source, name } = ctx.lane;
  // A status we have no word for is shown as it came.
  const said = payout.status === 'held' ? heldWords(ctx) : `${name} says: ${payout.rawStatus}`;
  tell(ctx, record.id, newWord ? { source, what: said } : { source: 'bursar', what: 'Looked, nothing new', folds: true });
  return later(ctx, record, {
    providerStatus: payout.rawStatus, providerReference: payout.reference ?? record.providerReference, uetr: payout.uetr ?? record.uetr,
    deposit: depositOf(record, payout, ctx.clock()),
  });
}

function notThere(ctx: Context, record: PayoutRecord): PayoutRecord {
  tell(ctx, record.id, { source: 'bursar', what: `Looked: ${ctx.lane.name} does not list it`, folds: true });
  return later(ctx, record, {});
}

/** Writes down that a look is over and when the next one is. */
function later(ctx: Context, record: PayoutRecord, patch: Partial<PayoutRecord>): PayoutRecord {
  const now = ctx.clock();
  const looked = { ...record, ...patch, checkedAt: now, checkCount: record.checkCount + 1 };
  const after = { ...looked, nextCheckAt: nextLook(looked, now) };
  ctx.rows.update(after, record.state);
  remind(ctx, after);
  ctx.changed('payouts', record.id);
  return after;
}
