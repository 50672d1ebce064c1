import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from './context.ts';

const none = fail(appError('not-found', 'There is nothing to repair here.'));

/** `repairs.list`: payouts to repair. */
export function listRepairs(_ctx: Context, _request: Request<'repairs.list'>): Result<Reply<'repairs.list'>, AppError> {
  return ok([]);
}

/** `repairs.get`: one repair, by its payout. */
export function getRepair(_ctx: Context, _request: Request<'repairs.get'>): Result<Reply<'repairs.get'>, AppError> {
  return none;
}

/** `repairs.checkMoney`: reads the balance and sees whether the money is back. */
export function checkMoney(_ctx: Context, _request: Request<'repairs.checkMoney'>): Promise<Result<Reply<'repairs.checkMoney'>, AppError>> {
  return Promise.resolve(none);
}

/** `repairs.waive`: lets the corrected copy go before the money is seen back. */
export function waiveMoney(_ctx: Context, _request: Request<'repairs.waive'>): Result<Reply<'repairs.waive'>, AppError> {
  return none;
}

/** `repairs.close`: puts a repair away. */
export function closeRepair(_ctx: Context, _request: Request<'repairs.close'>): Result<Reply<'repairs.close'>, AppError> {
  return none;
}
