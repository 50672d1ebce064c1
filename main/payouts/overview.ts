import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutRow } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { sendOf } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { seeMoney } from './money-back.ts';

type Summary = Reply<'today.summary'>;
type NeedsYou = Extract<Summary['needsYou'][number], { kind: 'payout' | 'sum' }>;
/** The payouts' half of `today.summary`; the customers' half is added where the two meet. */
export type PayoutsToday = Pick<Summary, 'onTheWay' | 'onTheWayCount' | 'watched' | 'watchedUntil' | 'mayLeave' | 'drafts' | 'deposits' | 'repairs'> & { readonly needsYou: NeedsYou[] };
/** The payouts' half of `search.all`. */
export type PayoutsFound = Pick<Reply<'search.all'>, 'payouts' | 'payees'>;

const shown = 100;

/** What today asks of a person and what is on its way; oldest first inside each kind. */
export function today(ctx: Context): PayoutsToday {
  seeMoney(ctx);
  const { counts } = ctx.lists.counts('all', '');
  const waiting = ctx.lists.page('needs-you', '', null, shown).rows;
  const watched = ctx.rows.watched(ctx.clock());
  return {
    needsYou: [...oldestFirst(waiting).map((payout) => needs(ctx, payout)), ...sums(ctx)],
    onTheWay: ctx.lists.page('on-the-way', '', null, shown).rows, onTheWayCount: counts['on-the-way'], drafts: counts.drafts, repairs: ctx.repairs.open(),
    watched: watched.count, watchedUntil: watched.until, mayLeave: mayLeave(ctx),
    deposits: ctx.rows.awaitingDeposits().slice(0, shown).flatMap((id) => deposit(ctx, id)),
  };
}

/** Keeps the order of kinds and turns each kind around. */
function oldestFirst(rows: readonly PayoutRow[]): PayoutRow[] {
  const kinds = [...new Set(rows.map(({ state }) => state))];
  return kinds.flatMap((state) => rows.filter((row) => row.state === state).reverse());
}

function needs(ctx: Context, payout: PayoutRow): NeedsYou {
  const record = ctx.rows.get(payout.id);
  const why = payout.state === 'unknown' ? `${ctx.lane.name} may or may not have it: ${record?.unknownCause ?? 'no answer'}.` : record?.problem?.message ?? '';
  return { kind: 'payout', payout, nextLookAt: record?.nextCheckAt ?? null, why };
}

/** Figures that don't close, the oldest first. */
function sums(ctx: Context): NeedsYou[] {
  return ctx.repairs.list(false, shown).filter(({ kind }) => kind === 'sum').flatMap(({ payoutId, facts }): NeedsYou[] => {
    const payout = ctx.lists.row(payoutId);
    return payout === null ? [] : [{ kind: 'sum', payout, why: facts.sums.join(' ') }];
  });
}

/** What payouts may still take from balances, a currency each; a deposit is somebody else's money. */
function mayLeave(ctx: Context): Money[] {
  const sums = new Map<Money['currency'], number>();
  for (const id of ctx.rows.inStates(['sending', 'unknown'])) {
    const record = ctx.rows.get(id);
    const send = record === null || record.draft.kira?.mode === 'crypto' ? null : sendOf(record);
    if (send !== null) sums.set(send.currency, (sums.get(send.currency) ?? 0) + send.minor);
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}

function deposit(ctx: Context, id: string): Summary['deposits'] {
  const payout = ctx.lists.row(id);
  const facts = ctx.rows.get(id)?.deposit ?? null;
  return payout === null || facts === null ? [] : [{ payout, deposit: facts }];
}

/** Payouts and payees that match, at most ten of each. */
export function searchAll(ctx: Context, { query }: Request<'search.all'>): PayoutsFound {
  return { payouts: ctx.lists.page('all', query, null, 10).rows, payees: ctx.payees.find(query, 10) };
}

/** The payee book, or what of it matches; at most 500. */
export function listPayees(ctx: Context, { query }: Request<'payees.list'>): Result<Reply<'payees.list'>, AppError> {
  return ok(ctx.payees.find(query, 500));
}

/** Takes a payee out of the book; payouts keep their own copy of the account. */
export function removePayee(ctx: Context, { id }: Request<'payees.remove'>): Result<null, AppError> {
  return ctx.store.transaction(() => {
    if (!ctx.payees.remove(id)) return fail(appError('not-found', 'This payee is no longer in the book.'));
    ctx.audit.append({ at: ctx.clock(), actor: ctx.actor(), what: 'payee.remove', subjectKind: 'payee', subjectId: id });
    ctx.changed('payees', id);
    return ok(null);
  });
}
