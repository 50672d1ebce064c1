import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readyState } from '../fake/app-state.ts';
import { samplePayouts } from '../fake/sample-payouts.ts';
import { changed, setState } from '../fake/world.ts';
import { requestsOf } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

const unknown = (unknownAtOpening = 1) => ({ ...readyState(Date.now()), unknownAtOpening });

/** The sample desk after a crash: its unknown payout was being sent. */
function crashed() {
  return samplePayouts(Date.now()).map((one) => (one.unknown === null ? one : { ...one, unknown: { ...one.unknown, cause: 'Bursar stopped while sending' } }));
}

describe('a profile with unknown payouts', () => {
  it('opens on their list, with what was looked up and when it is next', async () => {
    const { user, world } = start('/', { world: { state: unknown(), payouts: crashed() } });
    await waitFor(() => expect(window.location.hash).toBe('#/unknown'));
    expect(await screen.findByText('Atelier Brandt GmbH')).toBeDefined();
    expect(screen.getByText(/^Left .*\. Looked up .*: not found\. Next look-up in 6 min/)).toBeDefined();
    expect(requestsOf(world, 'app.sawUnknown')).toEqual([{}]);
    await user.click(screen.getByRole('button', { name: 'Find out: Atelier Brandt GmbH' }));
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/payout-1'));
  });

  it('leaves somebody alone who is already elsewhere', async () => {
    start('/payouts/payout-11', { world: { state: unknown() } });
    expect(await screen.findByText('It arrived')).toBeDefined();
    expect(window.location.hash).toBe('#/payouts/payout-11');
  });

  it('leads there once: Today can be opened after it', async () => {
    const { user, world } = start('/', { world: { state: unknown() } });
    await waitFor(() => expect(window.location.hash).toBe('#/unknown'));
    await user.click(screen.getByRole('link', { name: /^Today/ }));
    expect(await screen.findByText('Needs you')).toBeDefined();
    setState(world, unknown());
    expect(window.location.hash).toBe('#/today');
  });

  it('keeps what is found meanwhile on the list, and says so', async () => {
    const { world } = start('/', { world: { state: unknown() } });
    await screen.findByText('Atelier Brandt GmbH');
    world.payouts = world.payouts.map((one) => (one.id !== 'payout-1' ? one : {
      ...one, state: 'processing', unknown: null, timeline: [{ id: 'f', at: Date.now(), source: 'blaaiz', actor: null, what: 'Found: it arrived once', detail: null, state: 'processing', count: 1 }, ...one.timeline],
    }));
    changed(world, ['payouts']);
    expect(await screen.findByText(/^Found at Blaaiz: it arrived there once/)).toBeDefined();
    expect(screen.getByText('Everything is found out')).toBeDefined();
  });
});
