import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import type { Checked } from './lane.ts';
import { seek } from './radar-find.ts';
import { tell } from './step.ts';

/** Whether nothing that looks like the same payout is unanswered; `duplicate-suspected` otherwise. An answer names what was seen (its key): something
 *  new asks again. The reason goes into the payout's story. */
export function checkDuplicates(ctx: Context, record: PayoutRecord, answer: Request<'payouts.send'>['duplicates']): Checked {
  const { ask, key, matches } = seek(ctx, record);
  if (!ask) return ok(null);
  if (answer?.key !== key) return fail(suspected(matches.length, answer !== undefined));
  tell(ctx, record.id, { source: 'you', what: 'Sent although it looks like another', detail: answer.reason });
  return ok(null);
}

function suspected(count: number, answered: boolean): AppError {
  const what = answered ? 'Meanwhile another payout looks like this one.' : count === 1 ? 'It looks like a payout you have.' : `It looks like ${count} payouts you have.`;
  return appError('duplicate-suspected', `${what} Nothing was sent.`, { fix: 'Compare them. If it is right to send this one too, say why; it is kept.' });
}

/** `payouts.radar`: payouts that may be the same as this one. */
export function radar(ctx: Context, { id }: Request<'payouts.radar'>): Result<Reply<'payouts.radar'>, AppError> {
  const found = find(ctx, id);
  return found.ok ? ok(seek(ctx, found.value)) : found;
}
