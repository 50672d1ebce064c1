import type { LimitLine } from '../../preload/contract/limits.ts';
import type { AppError, FieldIssue } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutState, Prerequisite, Price } from '../../preload/contract/payouts.ts';
import type { Result } from '../../preload/contract/result.ts';
import { accountKey } from '../store/account-key.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { limitsOf } from './limits.ts';
import { keepPrice, priceDifferences, readPrice } from './price.ts';
import { follow } from './watch.ts';

/** A payout that waits to be released, and what it assumes: its price, the conditions that others can change, its account (see account-key.ts; Kira's
 *  recipient where there are no details). `question` is what its price depends on, null when it can't be priced. */
export type Stake = {
  readonly id: string; readonly name: string; readonly sender: string; readonly customerId: string | null; readonly walletId: string | null; readonly account: string;
  readonly updatedAt: number; readonly pays: 'send' | 'receive'; readonly question: string | null; readonly price: Price | null; readonly checks: readonly Prerequisite[];
};
/** A payout that the provider has, or may have, and that isn't over. */
export type Moving = Pick<Stake, 'id' | 'name' | 'account'> & { readonly state: PayoutState };

/** What waits to be released and what is on its way, for the sheet of changes: reads the provider, sends nothing. */
export type StakesDesk = {
  readonly purse: 'wallet' | 'account';
  /** Whether anything waits to be released. */
  any(): boolean;
  /** How many payouts' outcome isn't known. */
  unknown(): number;
  /** What waits, ready payouts first, the oldest first. */
  waiting(): readonly Stake[];
  /** How the limits stand for everything that waits, by payout. */
  limitsOfAll(): Readonly<Record<string, readonly LimitLine[]>>;
  /** What is on its way, the oldest first. */
  moving(): readonly Moving[];
  stateOf(id: string): PayoutState | null;
  /** A balance as last read; null when it isn't known. */
  balance(walletId: string): { readonly balance: Money | null; readonly readAt: number } | null;
  /** Reads the balances anew; where that fails what is kept stays. */
  readBalances(): Promise<Result<unknown, AppError>>;
  limits(id: string): readonly LimitLine[];
  /** What the payout costs now, null when it doesn't ask this any more; its own price stays until {@link keep}. */
  price(id: string, question: string): Promise<Result<Price, AppError> | null>;
  /** Keeps a price with its payout, unless that has read a newer one. */
  keep(id: string, question: string, price: Price): void;
  /** What differs beyond the tolerance. */
  differences(before: Price, now: Price): readonly FieldIssue[];
  /** Reads the status of a payout that is on its way and goes where it leads. */
  follow(id: string): Promise<Result<unknown, AppError>>;
};

/** Makes the {@link StakesDesk} of a profile's payouts. */
export function createStakes(ctx: Context): StakesDesk {
  const records = (...states: readonly PayoutState[]) => ctx.rows.inStates(states).flatMap((id) => ctx.rows.get(id) ?? []);
  return {
    purse: ctx.lane.purse,
    any: () => ctx.rows.inStates(['draft', 'ready']).length > 0,
    unknown: () => ctx.rows.inStates(['unknown']).length,
    waiting: () => [...records('ready'), ...records('draft')].map((record) => stakeOf(ctx, record)),
    moving: () => records('accepted', 'processing', 'awaiting_deposit').map((record) => ({ ...whoOf(record), state: record.state })),
    stateOf: (id) => ctx.rows.get(id)?.state ?? null,
    balance: (walletId) => ctx.lane.balance(ctx, walletId),
    readBalances: () => ctx.lane.readBalances(ctx),
    limits: (id) => limitsFor(ctx, id),
    limitsOfAll: () => Object.fromEntries(ctx.rows.inStates(['ready', 'draft']).map((id) => [id, limitsFor(ctx, id)]).filter(([, lines]) => lines?.length !== 0)),
    price: (id, question) => priceNow(ctx, id, question),
    keep: (id, question, price) => { if ((ctx.rows.get(id)?.price?.readAt ?? 0) < price.readAt) keepPrice(ctx, id, question, price); },
    differences: (before, now) => priceDifferences(before, now, ctx.lane.purse, ctx.preferences()),
    follow: (id) => ctx.work.exclusive(id, () => follow(ctx, id)),
  };
}

function stakeOf(ctx: Context, record: PayoutRecord): Stake {
  const { draft } = record;
  return {
    ...whoOf(record), sender: record.customerName, customerId: draft.customerId, walletId: draft.walletId, updatedAt: record.updatedAt, pays: draft.side,
    question: ctx.lane.priceKey(draft), price: record.price, checks: ctx.lane.outside.map((check) => check(record, ctx)),
  };
}

function whoOf({ id, draft }: PayoutRecord): Pick<Stake, 'id' | 'name' | 'account'> {
  return { id, name: draft.payeeName.trim() || draft.reference || 'A payout without a payee', account: accountKey(draft.details) || (draft.payeeId ?? '') };
}

function limitsFor(ctx: Context, id: string): readonly LimitLine[] {
  const lines = limitsOf(ctx, { id });
  return lines.ok ? lines.value : [];
}

async function priceNow(ctx: Context, id: string, question: string): Promise<Result<Price, AppError> | null> {
  const record = ctx.rows.get(id);
  return record === null || ctx.lane.priceKey(record.draft) !== question ? null : readPrice(ctx, record.draft, question);
}
