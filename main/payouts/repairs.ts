import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { money } from '../../preload/contract/money.ts';
import type { MoneyBack, Repair } from '../../preload/contract/repairs.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { RepairRecord } from '../store/repairs.ts';
import type { Context } from './context.ts';
import { isReleased, seeMoney, wasBroken, weigh } from './money-back.ts';
import { diagnose, type Diagnosis } from './repair-causes.ts';
import { tell } from './step.ts';

const most = 500;

/** `repairs.list`: payouts to repair, the oldest first, or those that are done, the newest first; at most 500. */
export function listRepairs(ctx: Context, { closed }: Request<'repairs.list'>): Result<Reply<'repairs.list'>, AppError> {
  if (!closed) seeMoney(ctx);
  return ok(ctx.repairs.list(closed, most).flatMap((repair) => toRepair(ctx, repair)));
}

/** `repairs.get`: one repair, by its payout; error `not-found`. */
export function getRepair(ctx: Context, { id }: Request<'repairs.get'>): Result<Reply<'repairs.get'>, AppError> {
  seeMoney(ctx);
  return shown(ctx, id);
}

/** `repairs.checkMoney`: reads the balance and sees whether the money is back. Errors: the provider's, `not-found`. */
export async function checkMoney(ctx: Context, { id }: Request<'repairs.checkMoney'>): Promise<Result<Reply<'repairs.checkMoney'>, AppError>> {
  const repair = found(ctx, id);
  if (!repair.ok) return repair;
  const read = await ctx.lane.readBalances(ctx);
  if (!read.ok) return read;
  seeMoney(ctx, repair.value.closed === null ? null : ctx.repairs.get(id));
  return shown(ctx, id);
}

/** `repairs.waive`: lets the corrected copy go before the money is seen back; an audited act. Error `conflict` when nothing holds it. */
export function waiveMoney(ctx: Context, { id, reason }: Request<'repairs.waive'>): Result<Reply<'repairs.waive'>, AppError> {
  return ctx.store.transaction(() => {
    const repair = found(ctx, id);
    if (!repair.ok) return repair;
    if (!wasBroken(repair.value) || repair.value.waived !== null) return fail(appError('conflict', 'Nothing holds a copy of this payout.'));
    const at = ctx.clock();
    ctx.repairs.put({ ...repair.value, waived: { reason, by: ctx.actor(), at } });
    return written(ctx, id, at, { what: 'Copy may go before the money is back', act: 'repair.waive', reason });
  });
}

/** `repairs.close`: puts a repair away; an audited act. Error `conflict` when it is done already. */
export function closeRepair(ctx: Context, { id, reason }: Request<'repairs.close'>): Result<Reply<'repairs.close'>, AppError> {
  return ctx.store.transaction(() => {
    const repair = found(ctx, id);
    if (!repair.ok) return repair;
    if (repair.value.closed !== null) return fail(appError('conflict', 'This repair is done already.'));
    const at = ctx.clock();
    ctx.repairs.put({ ...repair.value, closed: { reason, by: ctx.actor(), at } });
    return written(ctx, id, at, { what: 'Repair put away', act: 'repair.close', reason });
  });
}

type Written = { readonly what: string; readonly act: string; readonly reason: string };

function written(ctx: Context, id: string, at: number, { what, act, reason }: Written): Result<Repair, AppError> {
  tell(ctx, id, { source: 'you', what, detail: reason });
  ctx.audit.append({ at, actor: ctx.actor(), what: act, subjectKind: 'payout', subjectId: id, detail: { reason } });
  ctx.changed('repairs', id);
  ctx.changed('payouts', id);
  return shown(ctx, id);
}

function found(ctx: Context, id: string): Result<RepairRecord, AppError> {
  const repair = ctx.repairs.get(id);
  return repair === null ? fail(appError('not-found', 'There is nothing to repair here.')) : ok(repair);
}

function shown(ctx: Context, id: string): Result<Repair, AppError> {
  const repair = found(ctx, id);
  if (!repair.ok) return repair;
  const [view] = toRepair(ctx, repair.value);
  return view === undefined ? fail(appError('not-found', 'This payout is no longer here.')) : ok(view);
}

function toRepair(ctx: Context, repair: RepairRecord): Repair[] {
  const record = ctx.rows.get(repair.payoutId);
  const payout = ctx.lists.row(repair.payoutId);
  if (record === null || payout === null) return [];
  const { facts, kind, openedAt, waived, closed } = repair;
  const { cause, words, field, fix } = diagnosisOf(ctx, repair, record);
  return [{
    payout, kind, openedAt, said: facts.said, cause, words, field, fix, sums: [...facts.sums], reference: referenceOf(ctx, record), money: moneyBack(ctx, repair), waived,
    released: isReleased(repair), copyId: record.clonedTo, returns: ctx.repairs.returnsOf(repair.accountKey), closed,
  }];
}

function diagnosisOf(ctx: Context, { kind, facts }: RepairRecord, { state, draft }: PayoutRecord): Diagnosis {
  const { name, purse, id } = ctx.lane;
  if (kind === 'sum') {
    return { cause: 'sum', field: null, words: 'The figures do not add up, or are not the ones you released.', fix: `Ask ${name} which are right, then put the repair away with what came of it.` };
  }
  const diagnosis = diagnose(facts.said, draft, { name, purse, ownRecipients: id === 'kira' });
  if (state === 'failed' || state === 'returned') return diagnosis;
  return { ...diagnosis, words: `${name} says by now that it was completed after all.`, fix: 'Look whether a copy was paid too. If so, ask the payee to send one back.' };
}

/** What support finds it by: the payment's own reference between banks, else the provider's, else ours. */
function referenceOf(ctx: Context, { id, uetr, providerReference, transactionId }: PayoutRecord): string | null {
  return uetr ?? providerReference ?? transactionId ?? ctx.attempts.last(id)?.merchantReference ?? null;
}

const unweighed = { now: null, nowAt: null, moved: null, risen: null } as const;

function moneyBack(ctx: Context, repair: RepairRecord): MoneyBack {
  const { owed, before, beforeAt, why, credited } = repair.facts;
  const kept = owed === null || credited === null || credited.minor >= owed.minor ? null : money(owed.minor - credited.minor, owed.currency);
  const purse = repair.seenAt === null ? weigh(ctx, repair) ?? unweighed : { now: repair.facts.now, nowAt: repair.facts.nowAt, moved: null, risen: credited };
  return { owed: repair.kind === 'sum' ? null : owed, before, beforeAt, ...purse, kept, seen: why === null && before !== null ? repair.seenAt !== null : null, seenAt: repair.seenAt, why };
}
