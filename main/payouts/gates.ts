import type { Request } from '../../preload/contract/api.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { checkNotArrived } from './arrived.ts';
import type { Context } from './context.ts';
import { checkDuplicates } from './duplicates.ts';
import type { Checked } from './lane.ts';
import { checkLimits } from './limits.ts';
import { checkMoneyBack } from './money-back.ts';

/** One more condition before a payout leaves, beyond the provider's; looks at what is stored and awaits nothing. */
export type Gate = (ctx: Context, record: PayoutRecord) => Checked;

const notHeld: Gate = (ctx, { id }) => {
  const held = ctx.held?.(id) ?? null;
  return held === null ? ok(null) : fail(held);
};

/** Sending again what is unknown is no release: what changed while the provider was out of reach need not have been looked at. */
const logSound: Gate = (ctx, { id }) => {
  const held = ctx.held?.(id) ?? null;
  return held?.code === 'audit-broken' ? fail(held) : ok(null);
};

/** What can come between a payout's release and its leaving. */
const always: readonly Gate[] = [checkNotArrived, checkMoneyBack, checkLimits];

/** The first gate that isn't open says why; in the order in which a person should hear of them. */
function through(gates: readonly Gate[], ctx: Context, record: PayoutRecord): Checked {
  for (const gate of gates) {
    const checked = gate(ctx, record);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

/** Whether every gate is open for a payout that a person releases. Call it in the queueing transaction. */
export function checkRelease(ctx: Context, record: PayoutRecord, { duplicates }: Request<'payouts.send'>): Checked {
  return through([notHeld, ...always, (_ctx, each) => checkDuplicates(ctx, each, duplicates)], ctx, record);
}

/** The same once more at the moment a queued payout leaves, for its take-back time has passed. What is alike came later than this one and is asked about
 *  itself. */
export const checkLeaving: Gate = (ctx, record) => through([notHeld, ...always], ctx, record);

/** The same for an unknown payout that a person sends again. */
export const checkRepeat: Gate = (ctx, record) => through([logSound, ...always], ctx, record);
