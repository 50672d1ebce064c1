import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivedStates, openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { freshCode, readyCrypto, readyFiat, release } from './support/kira-payout.ts';

let at: ConnectedDesk;
beforeEach(async () => { at = await openKiraDesk(); });
afterEach(() => at.close());

/** Kira's own list is the judge: how many payouts there are, and how often the account was debited. */
const judged = async () => [(await at.provider.kira.payouts()).length, (await at.provider.kira.payoutsInLedger()).length];

/** What becomes of the request that makes the payout; the price is read again before it by the same address. */
const fault = (kind: string) => at.provider.control('faults', { kind, path: '/sandbox/v1/virtual-accounts/', method: 'POST', skip: 1, times: 1 });

describe('a fiat payout whose app is killed', () => {
  it('before it was released: is ready as it was, and the code is still good', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await at.killAndStart();
    expect((await at.payoutOf(payout.id)).state).toBe('ready');
    await release(at, payout, code);
    await at.until(payout.id, arrivedStates);
    expect(await judged()).toEqual([1, 1]);
  });

  it('while it could still be taken back: is ready again, and nothing left', async () => {
    good(await at.desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const payout = await readyFiat(at);
    await release(at, payout, await freshCode(at, payout.id));
    expect((await at.payoutOf(payout.id)).state).toBe('queued');
    await at.killAndStart();
    expect((await at.payoutOf(payout.id)).state).toBe('ready');
    expect(await judged()).toEqual([0, 0]);
  });

  it('before Kira had it: is looked for, not there, and goes again under the same key with a new code', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await fault('timeout-before-commit');
    await release(at, payout, code);
    await at.until(payout.id, ['sending']);
    const before = (await at.payoutOf(payout.id)).sent;
    await at.killAndStart();
    await vi.waitFor(async () => { expect((await at.payoutOf(payout.id)).unknown?.lookups.some(({ found }) => !found)).toBe(true); }, { timeout: 20_000 });
    expect(await judged()).toEqual([0, 0]);
    const next = await freshCode(at, payout.id);
    good(await at.desk.ask('payouts.sendAgain', { id: payout.id, reason: 'The computer stopped while sending', code: next }));
    await at.until(payout.id, arrivedStates);
    const after = await at.payoutOf(payout.id);
    expect([after.sent?.merchantReference, after.sent?.fingerprint]).toEqual([before?.merchantReference, before?.fingerprint]);
    expect(await judged()).toEqual([1, 1]);
  });

  it('after Kira had taken it: is found by its own key, and left once', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await fault('timeout-after-commit');
    await release(at, payout, code);
    await vi.waitFor(async () => { expect(await judged()).toEqual([1, 1]); }, { timeout: 15_000 });
    expect((await at.payoutOf(payout.id)).state).toBe('sending');
    await at.killAndStart();
    await at.until(payout.id, arrivedStates);
    expect((await at.payoutOf(payout.id)).timeline.map(({ what }) => what)).toContain('Outcome unknown');
    expect(await judged()).toEqual([1, 1]);
  });

  it('after it was accepted: is followed to its end', async () => {
    const payout = await readyFiat(at);
    await release(at, payout, await freshCode(at, payout.id));
    await at.until(payout.id, arrivedStates);
    await at.killAndStart();
    await at.until(payout.id, ['completed'], true);
    expect(await judged()).toEqual([1, 1]);
  });
});

describe('a stablecoin payout whose app is killed', () => {
  it.each([['before Kira had it', 'timeout-before-commit'], ['after Kira had made it', 'timeout-after-commit']])('%s: waits at one address, made once', async (_when, kind) => {
    const payout = await readyCrypto(at);
    await fault(kind);
    await release(at, payout, null);
    await at.until(payout.id, ['sending']);
    await at.killAndStart();
    await at.until(payout.id, ['awaiting_deposit']);
    const made = await at.provider.kira.payouts();
    expect(made).toHaveLength(1);
    expect((await at.payoutOf(payout.id)).deposit?.address).toMatch(/^0x[0-9a-fA-F]{40}$/);
  });

  it('while it could still be taken back: is ready again, and no address was made', async () => {
    good(await at.desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const payout = await readyCrypto(at);
    await release(at, payout, null);
    await at.killAndStart();
    expect((await at.payoutOf(payout.id)).state).toBe('ready');
    expect(await at.provider.kira.payouts()).toEqual([]);
  });

  it('while it waits: keeps its address, and sees a deposit that came meanwhile', async () => {
    const payout = await readyCrypto(at);
    await release(at, payout, null);
    await at.until(payout.id, ['awaiting_deposit']);
    const { deposit } = await at.payoutOf(payout.id);
    await at.desk.app().kill();
    const [made] = await at.provider.kira.payouts();
    await at.provider.control(`kira/payouts/${made?.id ?? ''}/deposit`, { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: `0x${'ab'.repeat(32)}` });
    await at.desk.startAgain();
    expect((await at.payoutOf(payout.id)).deposit).toMatchObject({ address: deposit?.address });
    await at.until(payout.id, arrivedStates, true);
  });
});
