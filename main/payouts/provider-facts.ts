import { appError, type AppError } from '../../preload/contract/errors.ts';
import { subtractMoney } from '../../preload/contract/money.ts';
import type { PayoutState, Price } from '../../preload/contract/payouts.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { depositOf, depositOver, longOver, ranOut } from './deposit.ts';
import type { PayoutEvent } from './machine.ts';
import { diagnose } from './repair-causes.ts';
import { gapOf } from './told-figures.ts';

/** The event by which a look-up that found a payout leaves unknown (or refused). Statuses we don't know count as accepted: not final. */
export function foundEvent(status: ProviderPayout['status']): PayoutEvent {
  const events: Partial<Record<ProviderPayout['status'], PayoutEvent>> = {
    successful: 'foundCompleted', failed: 'foundFailed', processing: 'foundProcessing', awaiting: 'foundAwaiting', returned: 'foundReturned',
  };
  return events[status] ?? 'foundAccepted';
}

/** The event that a status means for a payout that is being followed; null when it says nothing new or nothing we know. */
export function statusEvent(record: PayoutRecord, told: ProviderPayout, now: number): PayoutEvent | null {
  const { state } = record;
  switch (told.status) {
    case 'successful': return state === 'completed' ? null : 'providerCompleted';
    case 'returned': return state === 'returned' ? null : 'providerReturned';
    case 'failed': return failedEvent(record, told, now);
    case 'processing': return state === 'accepted' || awaited.has(state) ? 'providerProcessing' : null;
    case 'pending': return awaited.has(state) ? 'depositSeen' : null;
    case 'awaiting': return waitedEvent(record, now);
    // What is reviewed after the time for the deposit is a deposit: "copy the payout" would be wrong advice then.
    case 'held': return state === 'deposit_expired' ? 'depositSeen' : null;
    case 'other': return null;
  }
}

const awaited: ReadonlySet<PayoutState> = new Set(['awaiting_deposit', 'deposit_expired']);

function waitedEvent(record: PayoutRecord, now: number): PayoutEvent | null {
  return record.state === 'awaiting_deposit' && longOver(record, now) ? 'depositExpired' : null;
}

function failedEvent(record: PayoutRecord, told: ProviderPayout, now: number): PayoutEvent | null {
  const { state } = record;
  if (state === 'failed' || state === 'returned' || state === 'deposit_expired') return null;
  return state === 'awaiting_deposit' && ranOut(record, told, now) ? 'depositExpired' : 'providerFailed';
}

/** What the provider's word changes in a payout that goes to `state`; when it is looked at next is for the table's action to say (effects.ts). */
export function factsPatch(ctx: Context, record: PayoutRecord, told: ProviderPayout, state: PayoutState): Partial<PayoutRecord> {
  const now = ctx.clock();
  const deposit = depositOf(record, told, now);
  return {
    transactionId: told.transactionId, providerReference: told.reference ?? record.providerReference, providerStatus: told.rawStatus,
    checkedAt: now,
    problem: problemOf(ctx, record, told, state), deposit, uetr: told.uetr ?? record.uetr,
    finalPrice: state === 'completed' ? finalPrice(record, told, now) ?? record.finalPrice : record.finalPrice,
  };
}

function problemOf(ctx: Context, record: PayoutRecord, told: ProviderPayout, state: PayoutState): AppError | null {
  if (state === 'deposit_expired') return depositOver(record);
  return state === 'failed' || state === 'returned' ? failure(ctx, record, told, state) : null;
}

function failure({ lane }: Context, { draft }: PayoutRecord, told: ProviderPayout, state: 'failed' | 'returned'): AppError {
  const said = told.failureReason === null ? `${lane.name} gives no reason.` : `${lane.name} says: \u201c${told.failureReason}\u201d.`;
  const what = state === 'failed' ? 'The payout failed.' : 'The payout was completed and then came back.';
  const { cause, words } = diagnose(told.failureReason, draft, { name: lane.name, purse: lane.purse, ownRecipients: lane.id === 'kira' });
  // A bare code says nothing to a person.
  const ours = cause !== 'unknown' && /^[\w-]+$/.test(told.failureReason ?? '') ? ` ${words}` : '';
  const back = draft.kira?.mode === 'crypto' ? `Ask ${lane.name} where the deposit is` : `Check that the money is back in the ${lane.purse}`;
  return appError('provider-refused', `${what}${ours} ${said}`, {
    fix: `${back}, correct the payee\u2019s account and copy the payout.`, reference: told.reference ?? told.transactionId,
  });
}

/** The final price in the provider's own figures, what is left after fees too where it tells that; null when it doesn't give them all. */
function finalPrice(record: PayoutRecord, told: ProviderPayout, readAt: number): Price | null {
  const { sent, fee, received, converted } = told;
  if (sent === null || fee === null || received === null || sent.currency !== fee.currency) return null;
  return {
    send: sent, fees: [{ label: 'Fees', amount: fee }], totalFees: fee, converted: converted ?? (received.currency === sent.currency ? received : subtractMoney(sent, fee)),
    rate: told.rate ?? record.price?.rate ?? '', receive: received, gap: gapOf(told), readAt,
  };
}
