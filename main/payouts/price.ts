import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError, type ErrorCode, type FieldIssue } from '../../preload/contract/errors.ts';
import { currencies } from '../../preload/contract/currency.ts';
import { formatMoney, type Money } from '../../preload/contract/money.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PriceQuestion } from '../providers/provider.ts';
import { priceQuestion, questionKey } from './completeness.ts';
import { connected, find, type Context } from './context.ts';
import { wrongState } from './step.ts';

/** Prices a draft or ready payout as saved and keeps the price with it; out of reach, the last price of the same question is given.
 *  Errors: `validation` when the draft doesn't say enough to price, else the provider's. */
export async function priceOf(ctx: Context, { id }: Request<'payouts.price'>): Promise<Result<Reply<'payouts.price'>, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (found.value.state !== 'draft' && found.value.state !== 'ready') return fail(wrongState(found.value));
  const question = priceQuestion(found.value.draft);
  if (question === null) return fail(appError('validation', 'Choose wallet, currency and method, and set the amount, to see what it costs.'));
  const read = await readPrice(ctx, question);
  const price = read.ok || !outOfReach.has(read.error.code) ? read : lastPrice(ctx, question, read.error);
  if (price.ok) keepPrice(ctx, id, question, price.value);
  return price;
}

const outOfReach: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'tls', 'rate-limited', 'provider-down', 'not-set-up']);

function lastPrice(ctx: Context, question: PriceQuestion, error: AppError): Result<Price, AppError> {
  const kept = ctx.kept.get<Price>(questionKey(question));
  return kept === null ? fail(error) : ok(kept.value);
}

/** Asks the provider for a price and keeps the answer for when it is out of reach. */
export async function readPrice(ctx: Context, question: PriceQuestion): Promise<Result<Price, AppError>> {
  const provider = connected(ctx);
  if (!provider.ok) return provider;
  const price = await provider.value.price(question);
  if (price.ok) ctx.kept.put(questionKey(question), price.value, price.value.readAt);
  return price;
}

/** Keeps a price with its payout if it still asks the same and has not left. */
export function keepPrice(ctx: Context, id: string, question: PriceQuestion, price: Price): void {
  ctx.store.transaction(() => {
    const record = ctx.rows.get(id);
    if (record === null || (record.state !== 'draft' && record.state !== 'ready')) return;
    const asked = priceQuestion(record.draft);
    if (asked === null || questionKey(asked) !== questionKey(question)) return;
    ctx.rows.update({ ...record, price }, record.state);
    ctx.changed('payouts', id);
  });
}

/** What differs between the price a person accepted and the price now, beyond 0.5 % or one whole unit of the wallet's currency,
 *  whichever is more; each difference carries the old and the new figure. Empty when the accepted price still holds. */
export function priceDifferences(accepted: Price, now: Price): readonly FieldIssue[] {
  const parts: readonly (readonly [string, string, Money, Money])[] = [
    ['send', 'Leaves the wallet', accepted.send, now.send], ['totalFees', 'Total fees', accepted.totalFees, now.totalFees],
    ['receive', 'Arrives', accepted.receive, now.receive],
  ];
  return parts.filter(([path, , old, fresh]) => !close(path, old, fresh, now))
    .map(([path, label, old, fresh]) => ({ path, message: `${label}: ${formatMoney(old)} before, ${formatMoney(fresh)} now` }));
}

/** Fees are measured against what leaves the wallet; what arrives against itself, by the same share. Whole-number arithmetic throughout. */
function close(path: string, old: Money, fresh: Money, now: Price): boolean {
  if (old.currency !== fresh.currency) return false;
  const difference = BigInt(Math.abs(fresh.minor - old.minor));
  const base = BigInt(path === 'totalFees' ? now.send.minor : old.minor);
  const oneUnit = 10n ** BigInt(currencies[now.send.currency].decimals);
  const send = BigInt(now.send.minor);
  return difference * 200n <= base || difference * send <= oneUnit * base;
}
