import { describe, expect, it } from 'vitest';
import { payoutStates } from '../../../preload/contract/payouts.ts';
import { eventsOf, nextState, payoutEvents } from '../../../main/payouts/machine.ts';

describe('the life of a payout', () => {
  it('is exactly this', () => {
    const lines = payoutStates.map((state) => `${state}: ${eventsOf(state).map((event) => `${event} > ${nextState(state, event)}`).join(', ')}`);
    expect(lines).toEqual([
      'draft: edit > draft, complete > ready',
      'ready: change > draft, queue > queued',
      'queued: takeBack > ready, holdBack > ready, leave > sending',
      'sending: accepted > accepted, acceptedAwaiting > awaiting_deposit, refused > refused, codeRefused > ready, lost > unknown',
      'accepted: providerProcessing > processing, providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'refused: foundAccepted > accepted, foundAwaiting > awaiting_deposit, foundProcessing > processing, foundCompleted > completed, foundFailed > failed, foundReturned > returned',
      'unknown: foundAccepted > accepted, foundAwaiting > awaiting_deposit, foundProcessing > processing, foundCompleted > completed, foundFailed > failed, foundReturned > returned, notReceived > refused, sendAgain > sending',
      'awaiting_deposit: depositSeen > accepted, depositExpired > deposit_expired, providerProcessing > processing, providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'deposit_expired: depositSeen > accepted, providerProcessing > processing, providerCompleted > completed, providerReturned > returned',
      'processing: providerCompleted > completed, providerFailed > failed, providerReturned > returned',
      'completed: providerFailed > returned, providerReturned > returned',
      'failed: providerCompleted > completed, providerReturned > returned',
      'returned: providerCompleted > completed',
    ]);
  });

  it('lets money leave by two doors only', () => {
    const doors = payoutStates.flatMap((state) => payoutEvents.filter((event) => nextState(state, event) === 'sending').map((event) => `${state} ${event}`));
    expect(doors).toEqual(['queued leave', 'unknown sendAgain']);
  });

  it('leads back to a state that can be sent only by the definite word that nothing was made', () => {
    const gone = payoutStates.filter((state) => !['draft', 'ready', 'queued'].includes(state));
    const back = gone.flatMap((state) => eventsOf(state).filter((event) => ['draft', 'ready', 'queued'].includes(nextState(state, event) ?? '')).map((event) => `${state} ${event}`));
    expect(back).toEqual(['sending codeRefused']);
  });
});
