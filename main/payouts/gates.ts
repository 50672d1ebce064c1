import type { Request } from '../../preload/contract/api.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { checkDuplicates } from './duplicates.ts';
import type { Checked } from './lane.ts';
import { checkLimits } from './limits.ts';
import { checkMoneyBack } from './money-back.ts';

/** One more condition before a payout is queued, beyond the provider's; looks at what is stored and awaits nothing. */
export type Gate = (ctx: Context, record: PayoutRecord, request: Request<'payouts.send'>) => Checked;

const notHeld: Gate = (ctx) => {
  const held = ctx.held?.() ?? null;
  return held === null ? ok(null) : fail(held);
};

/** In the order in which a person should hear of them. */
const gates: readonly Gate[] = [notHeld, checkMoneyBack, checkLimits, checkDuplicates];

/** Whether every gate is open for this payout; the first that isn't says why. Call it in the queueing transaction. */
export const checkGates: Gate = (ctx, record, request) => {
  for (const gate of gates) {
    const checked = gate(ctx, record, request);
    if (!checked.ok) return checked;
  }
  return ok(null);
};
