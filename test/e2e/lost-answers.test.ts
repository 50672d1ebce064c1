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

const stateOf = async (id: string) => good(await desk.ask('payouts.get', { id })).state;
const settled = async (id: string) => {
  if ((await stateOf(id)) === 'unknown') await desk.ask('payouts.look', { id });
  expect(['accepted', 'processing', 'completed']).toContain(await stateOf(id));
};

describe('a payout whose answer is lost', () => {
  it('after the provider committed it and never answered, is unknown, then found, and left once', async () => {
    const payout = await readyPayout(desk, customerId);
    await provider.control('faults', { kind: 'timeout-after-commit', path: '/api/external/payout', method: 'POST', times: 1 });
    await send(desk, payout);
    await vi.waitFor(async () => { expect((await desk.ask('payouts.get', { id: payout.id })).ok && (await stateOf(payout.id))).not.toBe('sending'); }, { timeout: 60_000, interval: 500 });
    await vi.waitFor(() => settled(payout.id), { timeout: 20_000, interval: 500 });
    expect(good(await desk.ask('payouts.get', { id: payout.id })).timeline.map((entry) => entry.what)).toContain('Outcome unknown');
    expect(await provider.payoutsInLedger()).toHaveLength(1);
  });

  it.each(['reset-after-headers', 'truncated', 'malformed', 'empty', 'html', '500'] as const)('by %s, ends where the ledger says', async (kind) => {
    const payout = await readyPayout(desk, customerId);
    await provider.control('faults', { kind, path: '/api/external/payout', method: 'POST', times: 1, commit: true });
    await send(desk, payout);
    await vi.waitFor(() => settled(payout.id), { timeout: 30_000, interval: 300 });
    const entries = await provider.payoutsInLedger();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.merchant_reference).toBe(good(await desk.ask('payouts.get', { id: payout.id })).sent?.merchantReference);
  });
});

describe('a send that is asked for more than once', () => {
  it('leaves once, whoever asks', async () => {
    const payout = await readyPayout(desk, customerId);
    const asked = await Promise.allSettled([send(desk, payout), send(desk, payout), send(desk, payout)]);
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await vi.waitFor(async () => { expect(['processing', 'completed']).toContain(await stateOf(payout.id)); }, { timeout: 15_000 });
    expect(await provider.payoutsInLedger()).toHaveLength(1);
  });

  it('can be taken back while it is queued, and then nothing has left', async () => {
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const payout = await readyPayout(desk, customerId);
    expect((await send(desk, payout)).state).toBe('queued');
    expect(good(await desk.ask('payouts.takeBack', { id: payout.id })).state).toBe('ready');
    expect(await provider.payoutsInLedger()).toHaveLength(0);
  });
});

describe('a token that ends between two calls', () => {
  it('is renewed without anybody noticing, and the payout leaves once', async () => {
    const payout = await readyPayout(desk, customerId);
    await provider.control('tokens/expire', {});
    await send(desk, payout);
    await vi.waitFor(async () => { expect(['processing', 'completed']).toContain(await stateOf(payout.id)); }, { timeout: 15_000 });
    expect(await provider.payoutsInLedger()).toHaveLength(1);
  });
});

describe('a price that moved after it was seen', () => {
  it('keeps the payout ready and names old and new', async () => {
    const payout = await readyPayout(desk, customerId);
    await provider.control('rates', { pair: 'GBP/NGN', value: '1000.00' });
    const asked = await desk.ask('payouts.send', { id: payout.id, revision: payout.revision, accepted: payout.price ?? (() => { throw new Error('no price'); })(), code: null });
    expect(asked).toMatchObject({ ok: false, error: { code: 'price-changed' } });
    expect(await stateOf(payout.id)).toBe('ready');
    expect(await provider.payoutsInLedger()).toHaveLength(0);
  });
});
