import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { find, type Context } from './context.ts';
import type { Gate } from './gates.ts';

/** Whether the payout is inside the profile's limits; `over-limit` names each that it isn't. */
export const checkLimits: Gate = () => ok(null);

/** `payouts.limits`: how the limits stand for a payout. */
export function limitsOf(ctx: Context, { id }: Request<'payouts.limits'>): Result<Reply<'payouts.limits'>, AppError> {
  const found = find(ctx, id);
  return found.ok ? ok([]) : found;
}

/** `limits.get`: the profile's limits. */
export function getLimits(_ctx: Context): Result<Reply<'limits.get'>, AppError> {
  return ok({ limits: [], today: [] });
}

/** `limits.save`: changes the profile's limits; an audited act. */
export function saveLimits(_ctx: Context, _request: Request<'limits.save'>): Result<Reply<'limits.save'>, AppError> {
  return ok([]);
}
