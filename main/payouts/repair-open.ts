import type { RepairKind } from '../../preload/contract/repairs.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import { accountKey } from '../store/account-key.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { RepairRecord } from '../store/repairs.ts';
import type { Context } from './context.ts';
import { moneyFacts, seeMoney } from './money-back.ts';
import { tell } from './step.ts';
import { keepTold } from './told-figures.ts';

/** Takes in what a provider's word means beyond the step it led to: figures are kept, what doesn't close or arrive becomes a repair, and the repair of a
 *  payout whose corrected copy was accepted is done. `before` and `after` are the record around the step; call inside its transaction. */
export function learn(ctx: Context, before: PayoutRecord, after: PayoutRecord, told: ProviderPayout): void {
  const sums = keepTold(ctx, after, told);
  if (sums.length > 0) openSum(ctx, after, sums);
  if (isBroken(after) && before.state !== after.state) openBroken(ctx, before, after, told.failureReason);
  if (isTaken(after)) finishOriginals(ctx, after);
  if (after.state === 'completed' && isBroken(before)) wentThrough(ctx, after);
}

/** Opens what is missing: payouts that failed or came back before there were repairs, or that a backup brought. */
export function openMissing(ctx: Context): void {
  for (const id of ctx.repairs.missing()) {
    const record = ctx.rows.get(id);
    if (record === null) continue;
    const copy = record.clonedTo === null ? null : ctx.rows.get(record.clonedTo);
    openBroken(ctx, record, record, saidIn(record));
    if (copy !== null && isTaken(copy)) finish(ctx, id, 'The corrected copy was accepted.');
  }
}

/** Older records hold the provider's words only inside their problem. */
function saidIn({ problem }: PayoutRecord): string | null {
  return /\u201c([^\u201c]+?)\u201d+\.?$/.exec(problem?.message ?? '')?.[1] ?? null;
}

function isBroken({ state }: PayoutRecord): boolean {
  return state === 'failed' || state === 'returned';
}

function isTaken({ state }: PayoutRecord): boolean {
  return state === 'accepted' || state === 'processing' || state === 'awaiting_deposit' || state === 'completed';
}

function openBroken(ctx: Context, before: PayoutRecord, after: PayoutRecord, said: string | null): void {
  const kind = after.state === 'returned' ? 'returned' : 'failed';
  const known = ctx.repairs.get(after.id);
  const { sums } = known?.facts ?? { sums: [] };
  // What failed and is then called returned is the same money on its way back.
  const same = known !== null && known.kind !== 'sum' && !(known.closed !== null && before.state === 'completed');
  const repair: RepairRecord = same ? { ...known, kind, facts: { ...known.facts, said: said ?? known.facts.said }, closed: null }
    : { ...blank(ctx, after, kind), facts: { said, sums, ...moneyFacts(ctx, before) } };
  write(ctx, repair, said ?? 'No reason given');
  seeMoney(ctx);
}

function openSum(ctx: Context, record: PayoutRecord, lines: readonly string[]): void {
  const known = ctx.repairs.get(record.id);
  const fresh = lines.filter((line) => known === null || !known.facts.sums.includes(line));
  if (fresh.length === 0) return;
  const nothing = { said: null, sums: [], owed: null, fees: null, before: null, beforeAt: null, why: null, credited: null, now: null, nowAt: null };
  const base = known ?? { ...blank(ctx, record, 'sum'), facts: nothing };
  write(ctx, { ...base, closed: null, facts: { ...base.facts, sums: [...base.facts.sums, ...fresh] } }, fresh.join(' '));
  tell(ctx, record.id, { source: 'bursar', what: 'The figures do not close', detail: fresh.join(' ') });
}

function blank(ctx: Context, { id, draft }: PayoutRecord, kind: RepairKind): Omit<RepairRecord, 'facts'> {
  return { payoutId: id, kind, openedAt: ctx.clock(), accountKey: accountKey(draft.details), seenAt: null, waived: null, closed: null };
}

function write(ctx: Context, repair: RepairRecord, why: string): void {
  ctx.repairs.put(repair);
  ctx.audit.append({ at: ctx.clock(), actor: 'bursar', what: 'repair.open', subjectKind: 'payout', subjectId: repair.payoutId, detail: { kind: repair.kind, why } });
  ctx.changed('repairs', repair.payoutId);
}

/** A copy that was taken ends the repair of what it was copied from, through copies that never left. */
function finishOriginals(ctx: Context, copy: PayoutRecord): void {
  const passed = new Set<string>();
  for (let id = copy.clonedFrom; id !== null && !passed.has(id);) {
    passed.add(id);
    const original = ctx.rows.get(id);
    if (original === null) return;
    if (isBroken(original)) return finish(ctx, id, 'The corrected copy was accepted.');
    if (original.releasedAt !== null && original.state !== 'refused' && original.state !== 'ready') return;
    id = original.clonedFrom;
  }
}

/** The provider says that a payout arrived although it had failed: there is nothing to repair, unless a copy is out too. */
function wentThrough(ctx: Context, record: PayoutRecord): void {
  const copy = record.clonedTo === null ? null : ctx.rows.get(record.clonedTo);
  if (copy === null || !isTaken(copy)) finish(ctx, record.id, `${ctx.lane.name} says that it was completed after all.`);
}

/** Closes a repair by itself; figures that don't close stay open. */
function finish(ctx: Context, id: string, reason: string): void {
  const repair = ctx.repairs.get(id);
  if (repair === null || repair.closed !== null || repair.kind === 'sum') return;
  const at = ctx.clock();
  const closed = { reason, by: 'Bursar', at };
  ctx.repairs.put(repair.facts.sums.length > 0 ? { ...repair, kind: 'sum' } : { ...repair, closed });
  tell(ctx, id, { source: 'bursar', what: 'Repair done', detail: reason });
  ctx.audit.append({ at, actor: 'bursar', what: 'repair.done', subjectKind: 'payout', subjectId: id, detail: { reason } });
  ctx.changed('repairs', id);
}
