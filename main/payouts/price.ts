import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Preferences } from '../../preload/contract/app.ts';
import { appError, type AppError, type ErrorCode, type FieldIssue } from '../../preload/contract/errors.ts';
import { currencies } from '../../preload/contract/currency.ts';
import { formatMoney, type Money } from '../../preload/contract/money.ts';
import type { PayoutDraft, Price } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { find, type Context } from './context.ts';
import { wrongState } from './step.ts';

/** Prices a draft or ready payout as saved and keeps the price with it; out of reach, the last price of the same question is given.
 *  Errors: `validation` when the draft doesn't say enough to price, else the provider's. */
export async function priceOf(ctx: Context, { id }: Request<'payouts.price'>): Promise<Result<Reply<'payouts.price'>, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (found.value.state !== 'draft' && found.value.state !== 'ready') return fail(wrongState(ctx, found.value));
  const key = ctx.lane.priceKey(found.value.draft);
  if (key === null) return fail(appError('validation', ctx.lane.priceHint));
  const read = await readPrice(ctx, found.value.draft, key);
  const price = read.ok || !outOfReach.has(read.error.code) ? read : lastPrice(ctx, key, read.error);
  if (price.ok) keepPrice(ctx, id, key, price.value);
  return price;
}

const outOfReach: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'tls', 'rate-limited', 'provider-down', 'not-set-up']);

function lastPrice(ctx: Context, key: string, error: AppError): Result<Price, AppError> {
  const kept = ctx.kept.get<Price>(key);
  return kept === null ? fail(error) : ok(kept.value);
}

/** Asks the provider for the price of a draft whose question is `key`, and keeps the answer for when it is out of reach. */
export async function readPrice(ctx: Context, draft: PayoutDraft, key: string): Promise<Result<Price, AppError>> {
  const price = await ctx.lane.price(ctx, draft);
  if (price.ok) ctx.kept.put(key, price.value, price.value.readAt);
  return price;
}

/** Keeps a price with its payout if it still asks the same and has not left. */
export function keepPrice(ctx: Context, id: string, key: string, price: Price): void {
  ctx.store.transaction(() => {
    const record = ctx.rows.get(id);
    if (record === null || (record.state !== 'draft' && record.state !== 'ready')) return;
    if (ctx.lane.priceKey(record.draft) !== key) return;
    ctx.rows.update({ ...record, price }, record.state);
    ctx.changed('payouts', id);
  });
}

/** How far figures may differ before a person is asked: basis points (50 is 0.5 %) or hundredths of the unit of the wallet's currency (100 is 1.00),
 *  whichever allows more. */
export type Tolerance = Pick<Preferences, 'toleranceBasisPoints' | 'toleranceHundredths'>;

/** What differs between the price a person accepted and the price now, beyond the tolerance; each difference carries the old and the new figure. Empty
 *  when the accepted price still holds. */
export function priceDifferences(accepted: Price, now: Price, purse: string, tolerance: Tolerance): readonly FieldIssue[] {
  return partsOf(accepted, now, purse).filter(([path, , old, fresh]) => !withinTolerance(old, fresh, path === 'totalFees' ? now.send : old, now.send, tolerance)).map(differs);
}

/** What differs at all between a price and what the provider's answer says it came to; what the answer doesn't say can't differ. */
export function exactDifferences(shown: Price, answer: { readonly totalFees: Money | null; readonly receive: Money | null }): readonly FieldIssue[] {
  const parts: readonly (readonly [string, string, Money, Money | null])[] = [
    ['totalFees', 'Total fees', shown.totalFees, answer.totalFees], ['receive', 'Arrives', shown.receive, answer.receive],
  ];
  return parts.flatMap(([path, label, old, fresh]) => (fresh === null || (fresh.minor === old.minor && fresh.currency === old.currency) ? [] : [differs([path, label, old, fresh])]));
}

type Part = readonly [path: string, label: string, old: Money, fresh: Money];

function partsOf(old: Price, now: Price, purse: string): readonly Part[] {
  return [['send', `Leaves the ${purse}`, old.send, now.send], ['totalFees', 'Total fees', old.totalFees, now.totalFees], ['receive', 'Arrives', old.receive, now.receive]];
}

function differs([path, label, old, fresh]: Part): FieldIssue {
  return { path, message: `${label}: ${formatMoney(old)} before, ${formatMoney(fresh)} now` };
}

/** Whether two figures differ by no more than the tolerance's share of `base`, or than its amount, which is in the unit of `send` and counts for `base` by
 *  the same share. Whole-number arithmetic throughout. */
export function withinTolerance(old: Money, fresh: Money, base: Money, send: Money, { toleranceBasisPoints, toleranceHundredths }: Tolerance): boolean {
  if (old.currency !== fresh.currency) return false;
  const difference = BigInt(Math.abs(fresh.minor - old.minor));
  const [whole, sent] = [BigInt(Math.abs(base.minor)), BigInt(Math.abs(send.minor))];
  const unit = 10n ** BigInt(currencies[send.currency].decimals);
  return difference * 10_000n <= BigInt(toleranceBasisPoints) * whole || (sent > 0n && difference * sent * 100n <= BigInt(toleranceHundredths) * unit * whole);
}
