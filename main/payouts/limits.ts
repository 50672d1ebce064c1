import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError, type FieldIssue } from '../../preload/contract/errors.ts';
import type { LimitKind, LimitLine } from '../../preload/contract/limits.ts';
import { formatMoney } from '../../preload/contract/money.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createLimits } from '../store/limits.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import type { Gate } from './gates.ts';
import { writeChanges } from './limit-changes.ts';
import { limitLines } from './limit-lines.ts';
import { aheadOfTime, keepTime, limitDay, limitTime, limitZone, trustTime, zoneHere } from './limit-time.ts';

const limitsIn = (ctx: Context) => createLimits(ctx.store, ctx.profileId);

/** Whether the payout is inside the profile's limits; `over-limit` names each that it isn't. Called in the queueing transaction, so that two windows
 *  can't both take what is left. */
export const checkLimits: Gate = (ctx, record) => {
  keepTime(ctx);
  const over = linesOf(ctx, record).filter((line) => line.over);
  return over.length === 0 ? ok(null) : fail(overLimit(over, aheadOfTime(ctx)));
};

const linesOf = (ctx: Context, record: PayoutRecord) => limitLines(limitsIn(ctx), record, { now: limitTime(ctx), day: limitDay(ctx) });

function overLimit(over: readonly LimitLine[], ahead: number | null): AppError {
  const behind = ahead === null ? '' : ` Limits count as if it were ${momentWords(ahead)}: the clock was set back. If it is right now, save the limits again.`;
  return appError('over-limit', `Not sent: over ${over.length === 1 ? 'a limit' : `${over.length} limits`} of this profile.`, {
    fix: `Lower the amount, wait until it is free again, or have the limit changed under Settings, Limits.${behind}`, fields: over.map(issueOf),
  });
}

const kindWords: Readonly<Record<LimitKind, string>> = { payout: 'Per payout', day: 'Per day', payee: 'To this account per day', first: 'To a new account' };

function issueOf({ kind, limit, used, asked, until }: LimitLine): FieldIssue {
  const before = kind === 'payout' ? '' : `, ${formatMoney(used)} used`;
  return { path: `limits.${kind}`, message: `${kindWords[kind]}: at most ${formatMoney(limit)}${before}, this payout takes ${formatMoney(asked)}.${freesWords(kind, until)}` };
}

function freesWords(kind: LimitKind, until: number | null): string {
  if (until !== null) return kind === 'first' ? ` The account is new until ${momentWords(until)}.` : ` Free again from ${momentWords(until)}.`;
  return kind === 'first' ? ' It was never paid before.' : '';
}

function momentWords(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `payouts.limits`: how the limits stand for a payout. */
export function limitsOf(ctx: Context, { id }: Request<'payouts.limits'>): Result<Reply<'payouts.limits'>, AppError> {
  const found = find(ctx, id);
  return found.ok ? ok([...linesOf(ctx, found.value)]) : found;
}

/** `limits.get`: the profile's limits, what was released today, and by which zone and clock a day goes. */
export function getLimits(ctx: Context): Result<Reply<'limits.get'>, AppError> {
  const limits = limitsIn(ctx);
  return ok({ limits: limits.all(), today: limits.releasedByCurrency(limitDay(ctx)), zone: limitZone(ctx), zoneHere: zoneHere(ctx), ahead: aheadOfTime(ctx) });
}

/** `limits.save`: changes the profile's limits; an audited act. From then on clock and zone are taken as right. Error `validation` when a currency comes twice. */
export function saveLimits(ctx: Context, { limits, reason }: Request<'limits.save'>): Result<Reply<'limits.save'>, AppError> {
  const codes = limits.map(({ currency }) => currency);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return fail(appError('validation', `${twice} is there twice.`, { fields: [{ path: 'limits', message: `${twice} is there twice.` }] }));
  return ctx.store.transaction(() => {
    const kept = limitsIn(ctx);
    writeChanges(ctx, { before: kept.all(), after: limits, reason, was: trustTime(ctx) });
    kept.replace(limits);
    ctx.changed('limits', null);
    return ok(kept.all());
  });
}
