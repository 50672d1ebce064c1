import { payoutStates } from '../../../preload/contract/payouts.ts';
import { payoutStatus, type StatusWord } from '../../components/status-words.ts';

/** The word for the state that an entry of a payout's story led to; null for what is no state of ours. */
export function timelineStatus(state: string): StatusWord | null {
  const known = payoutStates.find((one) => one === state);
  return known ? payoutStatus(known) : null;
}
