import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let customerId: string;

beforeEach(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
  customerId = await verifiedCustomer(desk, provider);
});
afterEach(() => at.close());

describe('with the network cut', () => {
  it('drafts, lists and looks up what is kept, with its age, and says since when', async () => {
    const online = await readyPayout(desk, customerId);
    await desk.app().control({ do: 'online', value: false });
    const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
    expect(wallets.length).toBeGreaterThan(3);
    await desk.page().getByText(/Offline since/).first().waitFor();
    const state = good(await desk.ask('app.state', {}));
    expect(state.connection).toMatchObject({ online: false, since: expect.any(Number) });
    const draft = { ...online.draft, amountMinor: 31_000, amountText: '310.00', reference: 'INV-8' };
    const saved = good(await desk.ask('payouts.save', { id: null, revision: 0, draft }));
    expect(good(await desk.ask('payouts.list', { view: 'drafts', query: 'INV-8', cursor: null, limit: 10 })).rows).toHaveLength(1);
    const asked = await send(desk, online).catch((error: unknown) => String(error));
    expect(asked).toMatch(/offline|timeout/);
    expect(good(await desk.ask('payouts.get', { id: online.id })).state).toBe('ready');
    expect(good(await desk.ask('payouts.get', { id: saved.id })).state).toBe('draft');
  });

  it('sends nothing by itself when the network comes back', async () => {
    const payout = await readyPayout(desk, customerId);
    await desk.app().control({ do: 'online', value: false });
    await desk.ask('wallets.list', { fresh: true });
    await send(desk, payout).catch(() => undefined);
    await desk.app().control({ do: 'online', value: true });
    good(await desk.ask('wallets.list', { fresh: true }));
    await vi.waitFor(async () => { expect(good(await desk.ask('app.state', {})).connection.online).toBe(true); }, { timeout: 10_000 });
    expect(good(await desk.ask('payouts.get', { id: payout.id })).state).toBe('ready');
    expect(await provider.payoutsInLedger()).toHaveLength(0);
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); }, { timeout: 10_000 });
  });
});
