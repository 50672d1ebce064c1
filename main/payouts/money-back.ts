import { appError, type AppError } from '../../preload/contract/errors.ts';
import { formatMoney, money, type Money } from '../../preload/contract/money.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { sendOf } from '../store/payout-record.ts';
import type { RepairFacts, RepairRecord } from '../store/repairs.ts';
import type { Context } from './context.ts';
import type { Gate } from './gates.ts';
import { mendedBy, originalsOf } from './relatives.ts';
import { tell } from './step.ts';
import { stateWords } from './words.ts';

/** How many open repairs are looked through. */
const most = 500;

/** What of a repair's facts is about the money. */
export type MoneyFacts = Pick<RepairFacts, 'owed' | 'fees' | 'before' | 'beforeAt' | 'why' | 'credited' | 'now' | 'nowAt'>;
/** The purse as last read against what is expected in it: `moved` is what the journal knows of, `risen` what is there beyond that. */
export type Weighed = { readonly now: Money; readonly nowAt: number; readonly moved: Money; readonly risen: Money };

/** What should come back of a payout that just failed or came back, and the balance it is measured from. `before` is the record as it stood when it was
 *  last known to be well: a balance read by then can't hold the money yet; else it is the one read before the payout left. */
export function moneyFacts(ctx: Context, before: PayoutRecord): MoneyFacts {
  const owed = sendOf(before);
  const fees = before.price !== null && owed !== null && before.price.totalFees.currency === owed.currency ? before.price.totalFees : null;
  const none = { owed, fees, before: null, beforeAt: null, credited: null, now: null, nowAt: null };
  const { name, purse } = ctx.lane;
  if (before.draft.kira?.mode === 'crypto') return { ...none, why: `It was paid by a stablecoin deposit: no balance here shows it coming back. Ask ${name} where the deposit is.` };
  const read = ctx.lane.balance(ctx, before.draft.walletId);
  if (owed === null || read === null || read.balance === null) return { ...none, why: `${name} tells no balance of this ${purse}. Look at its statement, or ask ${name}.` };
  const base = baseOf(ctx, before, { balance: read.balance, readAt: read.readAt });
  return base.balance.currency === owed.currency ? { ...none, before: base.balance, beforeAt: base.readAt, why: null }
    : { ...none, why: `The ${purse} is not in the currency that left.` };
}

type Reading = { readonly balance: Money; readonly readAt: number };

function baseOf(ctx: Context, before: PayoutRecord, kept: Reading): Reading {
  const attempt = ctx.attempts.last(before.id);
  const taken = attempt === null ? undefined : ctx.attempts.events(attempt.id).find(({ kind }) => kind === 'accepted' || kind === 'found')?.at;
  if (taken !== undefined && before.checkedAt !== null && kept.readAt > taken && kept.readAt <= before.checkedAt) return kept;
  return attempt?.walletBefore && attempt.walletReadAt !== null ? { balance: attempt.walletBefore, readAt: attempt.walletReadAt } : kept;
}

/** Weighs the purse as last read; null when it wasn't read since, or no balance can tell. Amounts in the purse's currency. */
export function weigh(ctx: Context, { payoutId, facts }: RepairRecord): Weighed | null {
  const record = ctx.rows.get(payoutId);
  const { before, beforeAt } = facts;
  if (record === null || before === null || beforeAt === null || record.draft.walletId === null) return null;
  const read = ctx.lane.balance(ctx, record.draft.walletId);
  if (read === null || read.balance === null || read.balance.currency !== before.currency || read.readAt <= beforeAt) return null;
  const { currency } = before;
  const moved = ctx.repairs.moved({ walletId: record.draft.walletId, currency, from: beforeAt, until: read.readAt }, payoutId);
  return { now: read.balance, nowAt: read.readAt, moved: money(moved, currency), risen: money(read.balance.minor - before.minor - moved, currency) };
}

/** Whether what rose is the money coming back: exactly, up to the fees that were quoted; or `enough` for it, with something else on top. */
export function isBack(owed: number, fees: number, risen: number): 'exactly' | 'enough' | null {
  if (owed <= 0 || risen < owed - Math.max(0, fees) || risen <= 0) return null;
  return risen <= owed ? 'exactly' : 'enough';
}

/** Sees by the balances as last read which of the awaited money is back; what fits exactly is taken first, then the oldest. Call whenever balances may
 *  have been read. */
export function seeMoney(ctx: Context, also: RepairRecord | null = null): void {
  const waiting = [...ctx.repairs.list(false, most), ...(also === null ? [] : [also])];
  const awaited = new Map(waiting.filter(({ kind, seenAt, facts }) => kind !== 'sum' && seenAt === null && facts.before !== null).map((repair) => [repair.payoutId, repair]));
  for (let next = nextSeen(ctx, awaited); next !== null; next = nextSeen(ctx, awaited)) {
    const { repair, weighed } = next;
    awaited.delete(repair.payoutId);
    ctx.store.transaction(() => { markSeen(ctx, repair, weighed); });
  }
}

type Seen = { readonly repair: RepairRecord; readonly weighed: Weighed };

function nextSeen(ctx: Context, awaited: ReadonlyMap<string, RepairRecord>): Seen | null {
  const fitting = [...awaited.values()].flatMap((repair) => {
    const weighed = weigh(ctx, repair);
    const fits = weighed === null ? null : isBack(repair.facts.owed?.minor ?? 0, repair.facts.fees?.minor ?? 0, weighed.risen.minor);
    return weighed === null || fits === null ? [] : [{ repair, weighed, fits }];
  });
  return fitting.find(({ fits }) => fits === 'exactly') ?? fitting[0] ?? null;
}

function markSeen(ctx: Context, repair: RepairRecord, { now, nowAt, risen }: Weighed): void {
  const owed = repair.facts.owed ?? risen;
  const credited = risen.minor < owed.minor ? risen : owed;
  const at = ctx.clock();
  ctx.repairs.put({ ...repair, seenAt: at, facts: { ...repair.facts, credited, now, nowAt } });
  const kept = owed.minor - credited.minor;
  const detail = `${formatMoney(credited)} of ${formatMoney(owed)}${kept > 0 ? `; ${formatMoney(money(kept, owed.currency))} was kept as a fee` : ''}`;
  tell(ctx, repair.payoutId, { source: 'bursar', what: `Money back in the ${ctx.lane.purse}`, detail });
  ctx.audit.append({
    at, actor: 'bursar', what: 'repair.moneySeen', subjectKind: 'payout', subjectId: repair.payoutId,
    detail: { creditedMinor: credited.minor, currency: credited.currency, balanceMinor: now.minor, readAt: nowAt },
  });
  ctx.changed('repairs', repair.payoutId);
}

/** Whether a repair is about a payout that failed or came back, even where only its figures are open by now. */
export function wasBroken({ kind, facts }: Pick<RepairRecord, 'kind' | 'facts'>): boolean {
  return kind !== 'sum' || facts.owed !== null || facts.why !== null;
}

/** Whether the corrected copy of a repair may go. */
export function isReleased(repair: RepairRecord): boolean {
  return !wasBroken(repair) || repair.seenAt !== null || repair.waived !== null;
}

/** Whether a corrected copy may go: its original’s money was seen back, or a person wrote why not; `money-not-back` otherwise. Looks at every payout
 *  it comes from, a copy of a copy too, and at other copies of those that it corrects. */
export const checkMoneyBack: Gate = (ctx, record) => {
  for (const original of originalsOf(ctx, record)) {
    const problem = held(ctx, original, 'the payout this was copied from');
    if (problem !== null) return fail(problem);
  }
  for (const other of otherCopies(ctx, record)) {
    const problem = held(ctx, other, 'another copy of the same payout');
    if (problem !== null) return fail(problem);
  }
  return ok(null);
};

/** Copies that failed or came back and correct what this one corrects: their money pays the same. */
function otherCopies(ctx: Context, record: PayoutRecord): readonly PayoutRecord[] {
  const mended = new Set(mendedBy(ctx, record).map(({ id }) => id));
  if (mended.size === 0) return [];
  const broken = ctx.repairs.list(false, most).map(({ payoutId }) => ctx.rows.get(payoutId)).filter((each) => each !== null);
  return broken.filter((each) => (each.state === 'failed' || each.state === 'returned') && each.id !== record.id && mendedBy(ctx, each).some(({ id }) => mended.has(id)));
}

function held(ctx: Context, original: PayoutRecord, which: string): AppError | null {
  const repair = ctx.repairs.get(original.id);
  if (repair === null || repair.waived !== null || !wasBroken(repair)) return null;
  const gone = original.state !== 'failed' && original.state !== 'returned';
  if (gone) return wentThrough(ctx, original, which);
  if (!isReleased(repair)) seeMoney(ctx, repair.closed === null ? null : repair);
  const now = ctx.repairs.get(original.id);
  return now === null || isReleased(now) ? null : notBack(ctx, original, now, which);
}

function wentThrough({ lane }: Context, { state }: PayoutRecord, which: string): AppError {
  return appError('money-not-back', `Not sent: ${which} is ${stateWords(state, lane.name)} after all.`, {
    fix: 'Throw this copy away if it pays the same. If it must go nevertheless, write the reason in the repair.',
  });
}

function notBack({ lane }: Context, original: PayoutRecord, { facts }: RepairRecord, which: string): AppError {
  const owed = facts.owed === null ? 'The money' : formatMoney(facts.owed);
  const what = original.state === 'failed' ? 'failed' : 'came back';
  if (facts.why !== null) {
    return appError('money-not-back', `Not sent: ${which} ${what}, and no balance can tell whether its money is back.`, { fix: `${facts.why} Then write the reason in the repair.` });
  }
  return appError('money-not-back', `Not sent: ${owed} of ${which}, which ${what}, is not back in the ${lane.purse}.`, {
    fix: 'Check the balance in the repair, or write there why not to wait.',
  });
}
