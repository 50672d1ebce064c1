import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectKira, good, openDesk, type Desk } from './support/desk.ts';
import { readyCrypto, release } from './support/kira-payout.ts';
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
const exact = { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: `0x${'ab'.repeat(32)}` };

/** A payout that waits for its deposit, with Kira's id of it. */
async function waiting(): Promise<{ readonly id: string; readonly remote: string }> {
  const payout = await readyCrypto(desk, provider);
  await release(desk, payout, null);
  await reaches(payout.id, ['awaiting_deposit'], false);
  return { id: payout.id, remote: (await provider.kira.payouts())[0]?.id ?? '' };
}

const reaches = (id: string, states: readonly string[], ask = true) => vi.waitFor(async () => {
  if (ask) await desk.ask('payouts.check', { id });
  expect(states).toContain((await payoutOf(id)).state);
}, { timeout: 20_000 });
const deposit = (remote: string, change: Partial<typeof exact> = {}) => provider.control(`kira/payouts/${remote}/deposit`, { ...exact, ...change });
const stillWaits = async (id: string) => {
  good(await desk.ask('payouts.check', { id }));
  expect((await payoutOf(id)).state).toBe('awaiting_deposit');
};

describe('a stablecoin deposit', () => {
  it('that is exact moves the payout on to its end', async () => {
    const { id, remote } = await waiting();
    await deposit(remote);
    await reaches(id, ['completed']);
  });

  it('that is short leaves it waiting until the rest comes to the same address', async () => {
    const { id, remote } = await waiting();
    const { deposit: before } = await payoutOf(id);
    await deposit(remote, { amount: '499.00' });
    await stillWaits(id);
    expect((await payoutOf(id)).deposit?.address).toBe(before?.address);
    await deposit(remote, { amount: '1.00' });
    await reaches(id, ['accepted', 'processing', 'completed']);
  });

  it.each([['the wrong token', { token: 'USDT' }], ['the wrong network', { network: 'solana' }]])('in %s is not counted', async (_what, change) => {
    const { id, remote } = await waiting();
    await deposit(remote, change);
    await stillWaits(id);
  });

  it('that is late finds the payout expired: the address is not given again, and a copy gets one of its own', async () => {
    const { id, remote } = await waiting();
    const first = (await payoutOf(id)).deposit?.address;
    await provider.control('clock', { skip_seconds: 24 * 3600 + 60 });
    await reaches(id, ['deposit_expired']);
    await deposit(remote);
    good(await desk.ask('payouts.check', { id }));
    expect((await payoutOf(id)).state).toBe('deposit_expired');
    expect(await desk.ask('payouts.copyAddress', { id })).toMatchObject({ ok: false, error: { code: 'deposit-expired' } });
    const copy = good(await desk.ask('payouts.clone', { id }));
    expect([copy.deposit, copy.documents.length]).toEqual([null, 1]);
    good(await desk.ask('payouts.price', { id: copy.id }));
    const ready = good(await desk.ask('payouts.ready', { id: copy.id, revision: (await payoutOf(copy.id)).revision }));
    await release(desk, ready, null);
    await reaches(copy.id, ['awaiting_deposit'], false);
    expect((await payoutOf(copy.id)).deposit?.address).not.toBe(first);
  });
});
