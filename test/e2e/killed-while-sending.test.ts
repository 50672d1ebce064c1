import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;

beforeEach(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
});
afterEach(() => at.close());

const stateOf = async (id: string) => good(await desk.ask('payouts.get', { id })).state;

describe('a payout whose app is killed while it is being sent', () => {
  it('is unknown after the restart, is found by its reference, and left once', async () => {
    const payout = await readyPayout(desk, await verifiedCustomer(desk, provider));
    await provider.control('faults', { kind: 'timeout-after-commit', path: '/api/external/payout', method: 'POST', times: 1 });
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); }, { timeout: 15_000 });
    expect(await stateOf(payout.id)).toBe('sending');
    // Look-ups are held back, so that the state after the restart can be seen before they settle it.
    await provider.control('faults', { kind: '500', path: '/api/external/transaction', method: '*', times: 3 });
    await desk.app().kill();
    await desk.startAgain();
    // The app opens on the list of what isn't known, says why, and counts it until it was shown.
    await desk.page().getByText('Bursar stopped while a payout was being sent').waitFor();
    await desk.page().getByText(/no answer|Not looked up yet|Looked up again now/).first().waitFor();
    expect(await desk.page().evaluate('location.hash')).toBe('#/unknown');
    await vi.waitFor(async () => { expect(good(await desk.ask('app.state', {})).unknownAtOpening).toBe(0); });
    const after = good(await desk.ask('payouts.get', { id: payout.id }));
    expect(after.timeline.map((entry) => entry.what)).toContain('Outcome unknown');
    await provider.control('faults', undefined, 'DELETE');
    await vi.waitFor(async () => {
      if ((await stateOf(payout.id)) === 'unknown') await desk.ask('payouts.look', { id: payout.id });
      expect(['accepted', 'processing', 'completed']).toContain(await stateOf(payout.id));
    }, { timeout: 20_000 });
    await desk.page().getByText(/^Found at Blaaiz: it arrived there once/).waitFor();
    expect(await provider.payoutsInLedger()).toHaveLength(1);
  });

  it('is unknown and not found when the kill came before the provider had it, and nothing leaves by itself', async () => {
    const payout = await readyPayout(desk, await verifiedCustomer(desk, provider));
    await provider.control('faults', { kind: 'timeout-before-commit', path: '/api/external/payout', method: 'POST', times: 1 });
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await stateOf(payout.id)).toBe('sending'); }, { timeout: 15_000 });
    await desk.app().kill();
    await desk.startAgain();
    await vi.waitFor(async () => {
      const after = good(await desk.ask('payouts.get', { id: payout.id }));
      expect(after.state).toBe('unknown');
      expect(after.unknown?.lookups.some((lookup) => !lookup.found)).toBe(true);
    }, { timeout: 20_000 });
    expect(await provider.payoutsInLedger()).toHaveLength(0);
    expect(await desk.ask('payouts.sendAgain', { id: payout.id, reason: 'I am in a hurry today', code: null })).toMatchObject({ ok: false, error: { code: 'prerequisite' } });
  });
});
