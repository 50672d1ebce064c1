import { appError } from '../../preload/contract/errors.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { Gate } from './gates.ts';
import { originalsOf } from './relatives.ts';
import { foundWords } from './words.ts';

/** Whether none of the payouts that this one was copied from was found at the provider after the copy had been made: the person who copied it didn't know
 *  then; `already-sent` otherwise. */
export const checkNotArrived: Gate = (ctx, copy) => {
  const since = originalsOf(ctx, copy).some(({ id }) => ctx.events.saidSince('payout', id, foundWords, copy.id));
  return since ? fail(appError('already-sent', `The payout this was copied from did arrive at ${ctx.lane.name} after all. Nothing was sent.`,
    { fix: 'Look at the first one; throw this copy away if it is the same.' })) : ok(null);
};
