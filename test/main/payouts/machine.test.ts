import { describe, expect, it } from 'vitest';
import { needsPersonStates, payoutStates, type PayoutState } from '../../../preload/contract/payouts.ts';
import { eventsOf, moveOf, nextState, payoutActions, payoutEvents, type PayoutAction } from '../../../main/payouts/machine.ts';

const moves = payoutStates.flatMap((state) => eventsOf(state).flatMap((event) => {
  const move = moveOf(state, event);
  return move === null ? [] : [{ state, event, ...move }];
}));
const withAction = (action: PayoutAction) => moves.filter((move) => move.action === action);

describe('the life of a payout', () => {
  it('is exactly this', () => {
    const lines = payoutStates.map((state) => `${state}: ${eventsOf(state).map((event) => `${event} > ${nextState(state, event)}`).join(', ')}`);
    expect(lines).toEqual([
      'draft: edit > draft, complete > ready',
      'ready: change > draft, queue > queued, restored > unknown, notLeft > ready',
      'queued: takeBack > ready, holdBack > ready, leave > sending, restored > unknown',
      'sending: accepted > accepted, acceptedAwaiting > awaiting_deposit, refused > refused, codeRefused > ready, lost > unknown',
      'accepted: providerProcessing > processing, providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'refused: foundAccepted > accepted, foundAwaiting > awaiting_deposit, foundProcessing > processing, foundCompleted > completed, foundFailed > failed, foundReturned > returned',
      'unknown: foundAccepted > accepted, foundAwaiting > awaiting_deposit, foundProcessing > processing, foundCompleted > completed, foundFailed > failed, foundReturned > returned, notLeft > ready, notReceived > refused, sendAgain > sending',
      'awaiting_deposit: depositSeen > accepted, depositExpired > deposit_expired, providerProcessing > processing, providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'deposit_expired: depositSeen > accepted, providerProcessing > processing, providerCompleted > completed, providerReturned > returned',
      'processing: providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'completed: providerFailed > returned, providerReturned > returned',
      'failed: providerCompleted > completed, providerReturned > returned',
      'returned: providerCompleted > completed',
    ]);
  });

  it('lets money leave by two doors only, and through both only what is written down', () => {
    const doors = moves.filter(({ to }) => to === 'sending').map(({ state, event, action }) => `${state} ${event}: ${action}`);
    expect(doors).toEqual(['queued leave: write-attempt', 'unknown sendAgain: hand-over']);
    expect([...withAction('write-attempt'), ...withAction('hand-over')].map(({ to }) => to)).toEqual(['sending', 'sending']);
  });

  it('leads back to a state that can be sent only by the definite word that nothing was made', () => {
    const sendable: readonly PayoutState[] = ['draft', 'ready', 'queued'];
    const back = moves.filter(({ state, to }) => !sendable.includes(state) && sendable.includes(to)).map(({ state, event }) => `${state} ${event}`);
    expect(back).toEqual(['sending codeRefused', 'unknown notLeft']);
  });

  it('has a way out of every state, and to an end or a person from every state', () => {
    const ends: readonly PayoutState[] = ['completed', ...needsPersonStates];
    for (const state of payoutStates) {
      const reached = new Set<PayoutState>([state]);
      for (const from of reached) for (const event of eventsOf(from)) reached.add(nextState(from, event) ?? from);
      expect(eventsOf(state).length, `${state} has a way out`).toBeGreaterThan(0);
      expect([...reached].some((each) => ends.includes(each)), `${state} leads to an end`).toBe(true);
    }
  });

  it('always looks up what is unknown, watches what is completed, and has a repair for what failed or came back', () => {
    for (const { to, action } of moves.filter(({ state, to: next }) => state !== next)) {
      expect([to, action === 'look-up']).toEqual([to, to === 'unknown']);
      expect([to, action === 'watch']).toEqual([to, to === 'completed']);
      expect([to, action === 'open-repair']).toEqual([to, to === 'failed' || to === 'returned']);
      expect([to, action === 'follow']).toEqual([to, to === 'accepted' || to === 'processing']);
    }
  });

  it('says who can’t do what: no state takes an event that it does not name', () => {
    for (const state of payoutStates) for (const event of payoutEvents) expect(moveOf(state, event) === null).toBe(!eventsOf(state).includes(event));
    expect(payoutActions.filter((action) => withAction(action).length === 0)).toEqual([]);
  });
});
