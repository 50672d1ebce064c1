import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError, type FieldIssue } from '../../preload/contract/errors.ts';
import type { LimitKind, LimitLine } from '../../preload/contract/limits.ts';
import { formatMoney } from '../../preload/contract/money.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createLimits } from '../store/limits.ts';
import { find, type Context } from './context.ts';
import type { Gate } from './gates.ts';
import { writeChanges } from './limit-changes.ts';
import { limitLines } from './limit-lines.ts';
import { dayAround, keepTime, limitTime, trustClock } from './limit-time.ts';

const limitsIn = (ctx: Context) => createLimits(ctx.store, ctx.profileId);

/** Whether the payout is inside the profile's limits; `over-limit` names each that it isn't. Called in the queueing transaction, so that two windows
 *  can't both take what is left. */
export const checkLimits: Gate = (ctx, record) => {
  keepTime(ctx);
  const now = limitTime(ctx);
  const over = limitLines(limitsIn(ctx), record, now).filter((line) => line.over);
  return over.length === 0 ? ok(null) : fail(overLimit(over, dayAround(now).from > dayAround(ctx.clock()).from ? now : null));
};

function overLimit(over: readonly LimitLine[], ahead: number | null): AppError {
  const behind = ahead === null ? '' : ` The clock of this computer was set back: the day counts as of ${momentWords(ahead)}. If it was wrong before, save the limits again.`;
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
  return found.ok ? ok([...limitLines(limitsIn(ctx), found.value, limitTime(ctx))]) : found;
}

/** `limits.get`: the profile's limits, and what was released today. */
export function getLimits(ctx: Context): Result<Reply<'limits.get'>, AppError> {
  const limits = limitsIn(ctx);
  return ok({ limits: limits.all(), today: limits.releasedByCurrency(dayAround(limitTime(ctx))) });
}

/** `limits.save`: changes the profile's limits; an audited act. From then on the clock is taken as right. Error `validation` when a currency comes twice. */
export function saveLimits(ctx: Context, { limits, reason }: Request<'limits.save'>): Result<Reply<'limits.save'>, AppError> {
  const codes = limits.map(({ currency }) => currency);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) return fail(appError('validation', `${twice} is there twice.`, { fields: [{ path: 'limits', message: `${twice} is there twice.` }] }));
  return ctx.store.transaction(() => {
    const kept = limitsIn(ctx);
    writeChanges(ctx, { before: kept.all(), after: limits, reason, clockBefore: trustClock(ctx) });
    kept.replace(limits);
    ctx.changed('limits', null);
    return ok(kept.all());
  });
}
