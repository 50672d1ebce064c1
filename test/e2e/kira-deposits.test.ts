import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrivedStates, openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { readyCrypto, release } from './support/kira-payout.ts';

let at: ConnectedDesk;
beforeEach(async () => { at = await openKiraDesk(); });
afterEach(() => at.close());
const exact = { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: `0x${'ab'.repeat(32)}` };

/** A payout that waits for its deposit, with Kira's id of it. */
async function waiting(): Promise<{ readonly id: string; readonly remote: string }> {
  const payout = await readyCrypto(at);
  await release(at, payout, null);
  await at.until(payout.id, ['awaiting_deposit']);
  return { id: payout.id, remote: (await at.provider.kira.payouts())[0]?.id ?? '' };
}

const deposit = (remote: string, change: Partial<typeof exact> = {}) => at.provider.control(`kira/payouts/${remote}/deposit`, { ...exact, ...change });
const stillWaits = async (id: string) => {
  good(await at.desk.ask('payouts.check', { id }));
  expect((await at.payoutOf(id)).state).toBe('awaiting_deposit');
};

describe('a stablecoin deposit', () => {
  it('that is exact moves the payout on to its end', async () => {
    const { id, remote } = await waiting();
    await deposit(remote);
    await at.until(id, ['completed'], true);
  });

  it('that is short leaves it waiting until the rest comes to the same address', async () => {
    const { id, remote } = await waiting();
    const { deposit: before } = await at.payoutOf(id);
    await deposit(remote, { amount: '499.00' });
    await stillWaits(id);
    expect((await at.payoutOf(id)).deposit?.address).toBe(before?.address);
    await deposit(remote, { amount: '1.00' });
    await at.until(id, arrivedStates, true);
  });

  it.each([['the wrong token', { token: 'USDT' }], ['the wrong network', { network: 'solana' }]])('in %s is not counted', async (_what, change) => {
    const { id, remote } = await waiting();
    await deposit(remote, change);
    await stillWaits(id);
  });

  it('that is late finds the payout expired: the address is not given again, and a copy gets one of its own', async () => {
    const { id, remote } = await waiting();
    const first = (await at.payoutOf(id)).deposit?.address;
    await at.provider.control('clock', { skip_seconds: 24 * 3600 + 60 });
    await at.until(id, ['deposit_expired'], true);
    await deposit(remote);
    good(await at.desk.ask('payouts.check', { id }));
    expect((await at.payoutOf(id)).state).toBe('deposit_expired');
    expect(await at.desk.ask('payouts.copyAddress', { id })).toMatchObject({ ok: false, error: { code: 'deposit-expired' } });
    const copy = good(await at.desk.ask('payouts.clone', { id }));
    expect([copy.deposit, copy.documents.length]).toEqual([null, 1]);
    good(await at.desk.ask('payouts.price', { id: copy.id }));
    const ready = good(await at.desk.ask('payouts.ready', { id: copy.id, revision: (await at.payoutOf(copy.id)).revision }));
    await release(at, ready, null);
    await at.until(copy.id, ['awaiting_deposit']);
    expect((await at.payoutOf(copy.id)).deposit?.address).not.toBe(first);
  });
});
