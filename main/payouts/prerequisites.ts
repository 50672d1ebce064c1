import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Prerequisite } from '../../preload/contract/payouts.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { keepPrice, readPrice } from './price.ts';

/** Every condition that must hold before sending, in the order they are asked; `fresh` reads who sends, balances and price anew first
 *  and goes on with what is kept where that fails. */
export async function prerequisitesOf(ctx: Context, { id, fresh }: Request<'payouts.prerequisites'>): Promise<Result<Reply<'payouts.prerequisites'>, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (fresh) await Promise.all([ctx.lane.readAgain(ctx, found.value.draft), priceAgain(ctx, found.value)]);
  const record = ctx.rows.get(id) ?? found.value;
  return ok(ctx.lane.checks.map((check) => check(record, ctx)));
}

async function priceAgain(ctx: Context, { id, draft }: PayoutRecord): Promise<void> {
  const key = ctx.lane.priceKey(draft);
  const read = key === null ? null : await readPrice(ctx, draft, key);
  if (key !== null && read?.ok) keepPrice(ctx, id, key, read.value);
}

/** A condition that holds. */
export const met = (id: Prerequisite['id'], label: string): Prerequisite => ({ id, state: 'met', label, remedy: null });
/** A condition that doesn't hold, and what to do. */
export const unmet = (id: Prerequisite['id'], label: string, remedy: string): Prerequisite => ({ id, state: 'unmet', label, remedy });
/** A condition that can't be known now. */
export const open = (id: Prerequisite['id'], label: string, remedy: string | null = null): Prerequisite => ({ id, state: 'open', label, remedy });
