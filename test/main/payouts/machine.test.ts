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
      'sending: accepted > accepted, refused > refused, lost > unknown',
      'accepted: providerProcessing > processing, providerCompleted > completed, providerFailed > failed',
      'refused: foundAccepted > accepted, foundProcessing > processing, foundCompleted > completed, foundFailed > failed',
      'unknown: foundAccepted > accepted, foundProcessing > processing, foundCompleted > completed, foundFailed > failed, notReceived > refused, sendAgain > sending',
      'processing: providerCompleted > completed, providerFailed > failed',
      'completed: providerFailed > returned',
      'failed: providerCompleted > completed',
      'returned: providerCompleted > completed',
    ]);
  });

  it('lets money leave by two doors only', () => {
    const doors = payoutStates.flatMap((state) => payoutEvents.filter((event) => nextState(state, event) === 'sending').map((event) => `${state} ${event}`));
    expect(doors).toEqual(['queued leave', 'unknown sendAgain']);
  });

  it('never leads back to a state that can be sent once it has left', () => {
    const gone = payoutStates.filter((state) => !['draft', 'ready', 'queued'].includes(state));
    const back = gone.flatMap((state) => eventsOf(state).filter((event) => ['draft', 'ready', 'queued'].includes(nextState(state, event) ?? '')));
    expect(back).toEqual([]);
  });
});
