import type { AppError } from '../../preload/contract/errors.ts';
import { formatMoney, type Money } from '../../preload/contract/money.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';

/** The balance that a payout is taken from as the person last saw it; null when it isn't known. */
export function balanceSeen(ctx: Context, { draft }: PayoutRecord): Money | null {
  return ctx.lane.balance(ctx, draft.walletId)?.balance ?? null;
}

/** Adds to the error of a balance that doesn't cover a payout what it was before it was read again, if it was another. */
export function tellBalances<T>(ctx: Context, record: PayoutRecord, seen: Money | null, result: Result<T, AppError>): Result<T, AppError> {
  if (result.ok || result.error.code !== 'insufficient-funds') return result;
  const now = balanceSeen(ctx, record);
  if (seen === null || now === null || (seen.minor === now.minor && seen.currency === now.currency)) return result;
  const field = { path: 'balance', message: `Balance: ${formatMoney(seen)} before, ${formatMoney(now)} now` };
  return fail({ ...result.error, fields: [...(result.error.fields ?? []), field] });
}
