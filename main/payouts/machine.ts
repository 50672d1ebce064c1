import type { PayoutState } from '../../preload/contract/payouts.ts';

/** Everything that can happen to a payout. People: edit to takeBack, sendAgain, notReceived. Bursar: holdBack to lost, depositExpired. The
 *  provider: the rest. */
export const payoutEvents = [
  'edit', 'complete', 'change', 'queue', 'takeBack', 'holdBack', 'leave', 'accepted', 'acceptedAwaiting', 'refused', 'codeRefused', 'lost',
  'foundAccepted', 'foundAwaiting', 'foundProcessing', 'foundCompleted', 'foundFailed', 'foundReturned', 'notReceived', 'sendAgain',
  'depositSeen', 'depositExpired', 'providerProcessing', 'providerCompleted', 'providerFailed', 'providerReturned',
] as const;
/** Something that can happen to a payout. */
export type PayoutEvent = (typeof payoutEvents)[number];

const found: Partial<Record<PayoutEvent, PayoutState>> = {
  foundAccepted: 'accepted', foundAwaiting: 'awaiting_deposit', foundProcessing: 'processing', foundCompleted: 'completed', foundFailed: 'failed',
  foundReturned: 'returned',
};

/** The whole life of a payout. What is not written here can't happen.
 *  - `leave` is the only way into sending besides `sendAgain`, which a person decides for an unknown one.
 *  - A cut-off sending is only ever `lost`: never ready again, never refused by guess. `codeRefused` is the provider's definite word that nothing was
 *    made because of the one-time code; it alone leads back, and the same bytes go again.
 *  - A refused payout is copied, never sent itself; it is left only when a look-up finds that it arrived after all.
 *  - A deposit that counts late takes a payout out of deposit_expired; a failure doesn't. */
const table: Readonly<Record<PayoutState, Partial<Record<PayoutEvent, PayoutState>>>> = {
  draft: { edit: 'draft', complete: 'ready' },
  ready: { change: 'draft', queue: 'queued' },
  queued: { takeBack: 'ready', holdBack: 'ready', leave: 'sending' },
  sending: { accepted: 'accepted', acceptedAwaiting: 'awaiting_deposit', refused: 'refused', codeRefused: 'ready', lost: 'unknown' },
  accepted: { providerProcessing: 'processing', providerCompleted: 'completed', providerFailed: 'failed', providerReturned: 'returned' },
  refused: found,
  unknown: { ...found, notReceived: 'refused', sendAgain: 'sending' },
  awaiting_deposit: {
    depositSeen: 'accepted', depositExpired: 'deposit_expired',
    providerProcessing: 'processing', providerCompleted: 'completed', providerFailed: 'failed', providerReturned: 'returned',
  },
  deposit_expired: { depositSeen: 'accepted', providerProcessing: 'processing', providerCompleted: 'completed', providerReturned: 'returned' },
  processing: { providerCompleted: 'completed', providerFailed: 'failed', providerReturned: 'returned' },
  completed: { providerFailed: 'returned', providerReturned: 'returned' },
  failed: { providerCompleted: 'completed', providerReturned: 'returned' },
  returned: { providerCompleted: 'completed' },
};

/** The state that an event leads to, or null when it can't happen in this state. */
export function nextState(state: PayoutState, event: PayoutEvent): PayoutState | null {
  return table[state][event] ?? null;
}

/** The events that can happen in a state. */
export function eventsOf(state: PayoutState): readonly PayoutEvent[] {
  return payoutEvents.filter((event) => nextState(state, event) !== null);
}
