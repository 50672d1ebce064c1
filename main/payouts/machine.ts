import type { PayoutState } from '../../preload/contract/payouts.ts';

/** Everything that can happen to a payout. People: edit to takeBack, sendAgain, notReceived. Bursar: holdBack to lost. The provider: the rest. */
export const payoutEvents = [
  'edit', 'complete', 'change', 'queue', 'takeBack', 'holdBack', 'leave', 'accepted', 'refused', 'lost',
  'foundAccepted', 'foundProcessing', 'foundCompleted', 'foundFailed', 'notReceived', 'sendAgain',
  'providerProcessing', 'providerCompleted', 'providerFailed',
] as const;
/** Something that can happen to a payout. */
export type PayoutEvent = (typeof payoutEvents)[number];

/** The whole life of a payout. What is not written here can't happen.
 *  - `leave` is the only way into sending besides `sendAgain`, which a person decides for an unknown one.
 *  - A cut-off sending is only ever `lost`: never ready again, never refused by guess.
 *  - A refused payout is copied, never sent itself; it is left only when a look-up finds that it arrived after all. */
const table: Readonly<Record<PayoutState, Partial<Record<PayoutEvent, PayoutState>>>> = {
  draft: { edit: 'draft', complete: 'ready' },
  ready: { change: 'draft', queue: 'queued' },
  queued: { takeBack: 'ready', holdBack: 'ready', leave: 'sending' },
  sending: { accepted: 'accepted', refused: 'refused', lost: 'unknown' },
  accepted: { providerProcessing: 'processing', providerCompleted: 'completed', providerFailed: 'failed' },
  refused: { foundAccepted: 'accepted', foundProcessing: 'processing', foundCompleted: 'completed', foundFailed: 'failed' },
  unknown: {
    foundAccepted: 'accepted', foundProcessing: 'processing', foundCompleted: 'completed', foundFailed: 'failed',
    notReceived: 'refused', sendAgain: 'sending',
  },
  processing: { providerCompleted: 'completed', providerFailed: 'failed' },
  completed: { providerFailed: 'returned' },
  failed: { providerCompleted: 'completed' },
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
