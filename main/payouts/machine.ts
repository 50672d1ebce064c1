import type { PayoutState } from '../../preload/contract/payouts.ts';

/** Everything that can happen to a payout. People: edit to takeBack, sendAgain, notReceived. Bursar: holdBack to lost, restored, depositExpired. The
 *  provider: the rest; `notLeft` is its word, or a person's, that a payout of a restored backup had not left. */
export const payoutEvents = [
  'edit', 'complete', 'change', 'queue', 'takeBack', 'holdBack', 'leave', 'accepted', 'acceptedAwaiting', 'refused', 'codeRefused', 'lost', 'restored',
  'foundAccepted', 'foundAwaiting', 'foundProcessing', 'foundCompleted', 'foundFailed', 'foundReturned', 'notLeft', 'notReceived', 'sendAgain',
  'depositSeen', 'depositExpired', 'providerProcessing', 'providerCompleted', 'providerFailed', 'providerReturned',
] as const;
/** Something that can happen to a payout. */
export type PayoutEvent = (typeof payoutEvents)[number];

/** What Bursar does in the same transaction, once a payout has moved (see effects.ts, where each is a few lines):
 *  - `rest`: nothing is planned, a person goes on.
 *  - `count-down`: it leaves when the take-back time is over; limits count it from now.
 *  - `hold-back`: it doesn't leave; its code is forgotten.
 *  - `write-attempt`: the bytes that are about to leave are written down; without them there is no such step.
 *  - `hand-over`: the bytes that are written down go once more; limits count it from now.
 *  - `look-up`: its outcome is asked for, at once and then by the rhythm.
 *  - `follow`: its status is read by the rhythm.
 *  - `await-deposit`: the same, and around the end of the deposit's time.
 *  - `watch`: its status is read daily while it may still come back.
 *  - `open-repair`: nothing more is read, and a person is asked to mend it. */
export const payoutActions = [
  'rest', 'count-down', 'hold-back', 'write-attempt', 'hand-over', 'look-up', 'follow', 'await-deposit', 'watch', 'open-repair',
] as const;
/** What Bursar does once a payout has moved. */
export type PayoutAction = (typeof payoutActions)[number];

/** Where an event leads, and what is done then. */
export type Move = { readonly to: PayoutState; readonly action: PayoutAction };

const to = (state: PayoutState, action: PayoutAction): Move => ({ to: state, action });

/** The whole life of a payout. What is not written here can't happen.
 *  - `leave` is the only way into sending besides `sendAgain`, which a person decides for an unknown one.
 *  - A cut-off sending is only ever `lost`: never ready again, never refused by guess. `codeRefused` is the provider's definite word that nothing was
 *    made because of the one-time code; it leads back, and the same bytes go again.
 *  - `restored` takes a payout of a backup out of everybody's hands until it is known whether it left after the backup was made; `notLeft` gives it back,
 *    and only one of which nothing was handed over here.
 *  - A refused payout is copied, never sent itself; it is left only when a look-up finds that it arrived after all.
 *  - A deposit that counts late takes a payout out of deposit_expired; a failure doesn't. */
const table: Readonly<Record<PayoutState, Partial<Record<PayoutEvent, Move>>>> = {
  draft: {
    edit: to('draft', 'rest'),
    complete: to('ready', 'rest'),
  },
  ready: {
    change: to('draft', 'rest'),
    queue: to('queued', 'count-down'),
    restored: to('unknown', 'look-up'),
    notLeft: to('ready', 'rest'),
  },
  queued: {
    takeBack: to('ready', 'hold-back'),
    holdBack: to('ready', 'hold-back'),
    leave: to('sending', 'write-attempt'),
    restored: to('unknown', 'look-up'),
  },
  sending: {
    accepted: to('accepted', 'follow'),
    acceptedAwaiting: to('awaiting_deposit', 'await-deposit'),
    refused: to('refused', 'rest'),
    codeRefused: to('ready', 'hold-back'),
    lost: to('unknown', 'look-up'),
  },
  unknown: {
    foundAccepted: to('accepted', 'follow'),
    foundAwaiting: to('awaiting_deposit', 'await-deposit'),
    foundProcessing: to('processing', 'follow'),
    foundCompleted: to('completed', 'watch'),
    foundFailed: to('failed', 'open-repair'),
    foundReturned: to('returned', 'open-repair'),
    notLeft: to('ready', 'rest'),
    notReceived: to('refused', 'rest'),
    sendAgain: to('sending', 'hand-over'),
  },
  refused: {
    foundAccepted: to('accepted', 'follow'),
    foundAwaiting: to('awaiting_deposit', 'await-deposit'),
    foundProcessing: to('processing', 'follow'),
    foundCompleted: to('completed', 'watch'),
    foundFailed: to('failed', 'open-repair'),
    foundReturned: to('returned', 'open-repair'),
  },
  accepted: {
    providerProcessing: to('processing', 'follow'),
    providerCompleted: to('completed', 'watch'),
    providerFailed: to('failed', 'open-repair'),
    providerReturned: to('returned', 'open-repair'),
  },
  awaiting_deposit: {
    depositSeen: to('accepted', 'follow'),
    depositExpired: to('deposit_expired', 'await-deposit'),
    providerProcessing: to('processing', 'follow'),
    providerCompleted: to('completed', 'watch'),
    providerFailed: to('failed', 'open-repair'),
    providerReturned: to('returned', 'open-repair'),
  },
  deposit_expired: {
    depositSeen: to('accepted', 'follow'),
    providerProcessing: to('processing', 'follow'),
    providerCompleted: to('completed', 'watch'),
    providerReturned: to('returned', 'open-repair'),
  },
  processing: {
    providerCompleted: to('completed', 'watch'),
    providerFailed: to('failed', 'open-repair'),
    providerReturned: to('returned', 'open-repair'),
  },
  completed: {
    providerFailed: to('returned', 'open-repair'),
    providerReturned: to('returned', 'open-repair'),
  },
  failed: {
    providerCompleted: to('completed', 'watch'),
    providerReturned: to('returned', 'open-repair'),
  },
  returned: {
    providerCompleted: to('completed', 'watch'),
  },
};

/** Where an event leads in a state and what is done then, or null when it can't happen there. */
export function moveOf(state: PayoutState, event: PayoutEvent): Move | null {
  return table[state][event] ?? null;
}

/** The state that an event leads to, or null when it can't happen in this state. */
export function nextState(state: PayoutState, event: PayoutEvent): PayoutState | null {
  return moveOf(state, event)?.to ?? null;
}

/** The events that can happen in a state. */
export function eventsOf(state: PayoutState): readonly PayoutEvent[] {
  return payoutEvents.filter((event) => moveOf(state, event) !== null);
}
