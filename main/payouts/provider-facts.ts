import { appError, type AppError } from '../../preload/contract/errors.ts';
import { subtractMoney } from '../../preload/contract/money.ts';
import type { PayoutState, Price } from '../../preload/contract/payouts.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import type { PayoutEvent } from './machine.ts';
import { addBusinessDays, nextFollowLook, nextWatchLook } from './schedule.ts';

/** The event by which a look-up that found a payout leaves unknown (or refused). Statuses we don't know count as accepted: not final. */
export function foundEvent(status: ProviderPayout['status']): PayoutEvent {
  if (status === 'successful') return 'foundCompleted';
  if (status === 'failed') return 'foundFailed';
  return status === 'processing' ? 'foundProcessing' : 'foundAccepted';
}

/** The event that a status means for a payout that is being followed; null when it says nothing new or nothing we know. */
export function statusEvent(state: PayoutState, status: ProviderPayout['status']): PayoutEvent | null {
  if (status === 'successful') return state === 'completed' ? null : 'providerCompleted';
  if (status === 'failed') return state === 'failed' || state === 'returned' ? null : 'providerFailed';
  return status === 'processing' && state === 'accepted' ? 'providerProcessing' : null;
}

/** What the provider's word changes in a payout that goes to (or stays in) `state`. */
export function factsPatch(ctx: Context, record: PayoutRecord, told: ProviderPayout, state: PayoutState): Partial<PayoutRecord> {
  const now = ctx.clock();
  const settled = state === 'completed' ? watchPatch(ctx, record, now) : { watchedUntil: null };
  return {
    transactionId: told.transactionId, providerReference: told.reference ?? record.providerReference, providerStatus: told.rawStatus,
    checkedAt: now, checkCount: 0, nextCheckAt: stillMoving(state) ? nextFollowLook(0, now) : null,
    problem: state === 'failed' || state === 'returned' ? failure(told, state) : null,
    finalPrice: state === 'completed' ? finalPrice(record, told, now) ?? record.finalPrice : record.finalPrice,
    ...settled,
  };
}

/** Whether the provider still moves a payout in this state. */
export function stillMoving(state: PayoutState): boolean {
  return state === 'accepted' || state === 'processing';
}

function watchPatch(ctx: Context, record: PayoutRecord, now: number): Pick<PayoutRecord, 'watchedUntil' | 'nextCheckAt'> {
  const watchedUntil = record.watchedUntil ?? addBusinessDays(now, ctx.preferences().watchDays);
  return { watchedUntil, nextCheckAt: nextWatchLook(watchedUntil, now) };
}

function failure(told: ProviderPayout, state: 'failed' | 'returned'): AppError {
  const said = told.failureReason === null ? 'Blaaiz gives no reason.' : `Blaaiz says: \u201c${told.failureReason}\u201d.`;
  const what = state === 'failed' ? 'The payout failed.' : 'The payout was completed and then came back.';
  return appError('provider-refused', `${what} ${said}`, {
    fix: 'Check that the money is back in the wallet, correct the payee\u2019s account and copy the payout.', reference: told.reference ?? told.transactionId,
  });
}

/** The final price in the provider's own figures; null when it doesn't give them all. */
function finalPrice(record: PayoutRecord, told: ProviderPayout, readAt: number): Price | null {
  const { sent, fee, received } = told;
  if (sent === null || fee === null || received === null || sent.currency !== fee.currency) return null;
  return {
    send: sent, fees: [{ label: 'Fees', amount: fee }], totalFees: fee, converted: subtractMoney(sent, fee),
    rate: told.rate ?? record.price?.rate ?? '', receive: received, gap: null, readAt,
  };
}
