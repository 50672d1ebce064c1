import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectKira, good, openDesk, type Desk } from './support/desk.ts';
import { freshCode, readyCrypto, readyFiat, release } from './support/kira-payout.ts';
import { startProvider, type TestProvider } from './support/provider.ts';

let desk: Desk;
let provider: TestProvider;

beforeEach(async () => {
  provider = await startProvider();
  desk = await openDesk();
  await connectKira(desk, provider);
  good(await desk.ask('app.savePreferences', { takeBackSeconds: 0 }));
});
afterEach(async () => {
  await desk.close();
  await provider.close();
});

const payoutOf = async (id: string) => good(await desk.ask('payouts.get', { id }));
const until = (id: string, states: readonly string[]) => vi.waitFor(async () => { expect(states).toContain((await payoutOf(id)).state); }, { timeout: 20_000 });
/** Kira's own list is the judge: how many payouts there are, and how often the account was debited. */
const judged = async () => [(await provider.kira.payouts()).length, (await provider.kira.payoutsInLedger()).length];

/** What becomes of the request that makes the payout; the price is read again before it by the same address. */
const fault = (kind: string) => provider.control('faults', { kind, path: '/sandbox/v1/virtual-accounts/', method: 'POST', skip: 1, times: 1 });

async function killAndStart(): Promise<void> {
  await desk.app().kill();
  await desk.startAgain();
}

describe('a fiat payout whose app is killed', () => {
  it('before it was released: is ready as it was, and the code is still good', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await killAndStart();
    expect((await payoutOf(payout.id)).state).toBe('ready');
    await release(desk, payout, code);
    await until(payout.id, ['accepted', 'processing', 'completed']);
    expect(await judged()).toEqual([1, 1]);
  });

  it('while it could still be taken back: is ready again, and nothing left', async () => {
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const payout = await readyFiat(desk, provider);
    await release(desk, payout, await freshCode(desk, provider, payout.id));
    expect((await payoutOf(payout.id)).state).toBe('queued');
    await killAndStart();
    expect((await payoutOf(payout.id)).state).toBe('ready');
    expect(await judged()).toEqual([0, 0]);
  });

  it('before Kira had it: is looked for, not there, and goes again under the same key with a new code', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await fault('timeout-before-commit');
    await release(desk, payout, code);
    await until(payout.id, ['sending']);
    const before = (await payoutOf(payout.id)).sent;
    await killAndStart();
    await vi.waitFor(async () => { expect((await payoutOf(payout.id)).unknown?.lookups.some(({ found }) => !found)).toBe(true); }, { timeout: 20_000 });
    expect(await judged()).toEqual([0, 0]);
    const next = await freshCode(desk, provider, payout.id);
    good(await desk.ask('payouts.sendAgain', { id: payout.id, reason: 'The computer stopped while sending', code: next }));
    await until(payout.id, ['accepted', 'processing', 'completed']);
    const after = await payoutOf(payout.id);
    expect([after.sent?.merchantReference, after.sent?.fingerprint]).toEqual([before?.merchantReference, before?.fingerprint]);
    expect(await judged()).toEqual([1, 1]);
  });

  it('after Kira had taken it: is found by its own key, and left once', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await fault('timeout-after-commit');
    await release(desk, payout, code);
    await vi.waitFor(async () => { expect(await judged()).toEqual([1, 1]); }, { timeout: 15_000 });
    expect((await payoutOf(payout.id)).state).toBe('sending');
    await killAndStart();
    await until(payout.id, ['accepted', 'processing', 'completed']);
    expect((await payoutOf(payout.id)).timeline.map(({ what }) => what)).toContain('Outcome unknown');
    expect(await judged()).toEqual([1, 1]);
  });

  it('after it was accepted: is followed to its end', async () => {
    const payout = await readyFiat(desk, provider);
    await release(desk, payout, await freshCode(desk, provider, payout.id));
    await until(payout.id, ['accepted', 'processing', 'completed']);
    await killAndStart();
    await vi.waitFor(async () => {
      await desk.ask('payouts.check', { id: payout.id });
      expect((await payoutOf(payout.id)).state).toBe('completed');
    }, { timeout: 20_000 });
    expect(await judged()).toEqual([1, 1]);
  });
});

describe('a stablecoin payout whose app is killed', () => {
  it.each([['before Kira had it', 'timeout-before-commit'], ['after Kira had made it', 'timeout-after-commit']])('%s: waits at one address, made once', async (_when, kind) => {
    const payout = await readyCrypto(desk, provider);
    await fault(kind);
    await release(desk, payout, null);
    await until(payout.id, ['sending']);
    await killAndStart();
    await until(payout.id, ['awaiting_deposit']);
    const made = await provider.kira.payouts();
    expect(made).toHaveLength(1);
    expect((await payoutOf(payout.id)).deposit?.address).toMatch(/^0x[0-9a-fA-F]{40}$/);
  });

  it('while it could still be taken back: is ready again, and no address was made', async () => {
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const payout = await readyCrypto(desk, provider);
    await release(desk, payout, null);
    await killAndStart();
    expect((await payoutOf(payout.id)).state).toBe('ready');
    expect(await provider.kira.payouts()).toEqual([]);
  });

  it('while it waits: keeps its address, and sees a deposit that came meanwhile', async () => {
    const payout = await readyCrypto(desk, provider);
    await release(desk, payout, null);
    await until(payout.id, ['awaiting_deposit']);
    const { deposit } = await payoutOf(payout.id);
    await desk.app().kill();
    const [made] = await provider.kira.payouts();
    await provider.control(`kira/payouts/${made?.id ?? ''}/deposit`, { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: `0x${'ab'.repeat(32)}` });
    await desk.startAgain();
    expect((await payoutOf(payout.id)).deposit).toMatchObject({ address: deposit?.address });
    await vi.waitFor(async () => {
      await desk.ask('payouts.check', { id: payout.id });
      expect(['accepted', 'processing', 'completed']).toContain((await payoutOf(payout.id)).state);
    }, { timeout: 20_000 });
  });
});
