import { depositTokens, type DepositFacts } from '../../../preload/contract/deposit.ts';
import { formatTokens } from '../../../preload/contract/deposit-amount.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { countdownOf } from '../../components/clock.ts';
import { locale, t } from '../../text.ts';
import type { TimeLeft } from './time-left.ts';

/** The stablecoin that is mixed up with this one most easily. */
export function otherToken(token: string): string | null {
  return depositTokens.some((one) => one === token) ? (depositTokens.find((one) => one !== token) ?? null) : null;
}

/** The exact amount of a deposit for people, every decimal kept: "5,000.00". */
export function shownAmount({ amount }: Pick<DepositFacts, 'amount'>): string {
  return formatTokens(amount, locale());
}

/** The time left in words: "21 h 14 min", or that it is over. */
export function leftWords({ left, pace }: TimeLeft): string {
  return pace === 'over' ? t('Over') : countdownOf(left);
}

/** Whether the provider says more of a payout than that it was made: a deposit may have come, though it isn't booked yet. */
export function movedOn({ providerStatus }: Pick<Payout, 'providerStatus'>): boolean {
  return providerStatus !== null && providerStatus.toLowerCase() !== 'created';
}

/** Whether the address of a deposit may still be shown: it takes one payment, until its time is over, and none once a copy was made or
 *  the provider says that something came. */
export function addressCounts({ state, clonedTo, providerStatus }: Pick<Payout, 'state' | 'clonedTo' | 'providerStatus'>, { pace }: TimeLeft): boolean {
  return state === 'awaiting_deposit' && clonedTo === null && pace !== 'over' && !movedOn({ providerStatus });
}
