import { describe, expect, it } from 'vitest';
import { kiraDesk, type KiraDesk } from './desk.ts';

interface Held {
  readonly id: string;
  readonly status: string;
  readonly wallet: { readonly received: number; readonly transfers: readonly { readonly amount: number; readonly ignored: string | null }[] };
}

const exact = { amount: '500.00', token: 'USDC', network: 'polygon' };

async function waiting(at: KiraDesk, amount = '500.00'): Promise<string> {
  return String((await at.payCrypto(amount)).body['id']);
}

async function held(at: KiraDesk, id: string): Promise<Held> {
  const { payouts } = (await at.control('GET', 'kira/payouts')).body as unknown as { payouts: Held[] };
  const found = payouts.find((one) => one.id === id);
  if (!found) throw new Error(`no payout ${id}`);
  return found;
}

async function send(at: KiraDesk, id: string, change: Record<string, unknown> = {}): Promise<unknown> {
  return (await at.control('POST', `kira/payouts/${id}/deposit`, { ...exact, ...change })).body['ignored'];
}

describe('a deposit for a payout', () => {
  it('that is exact starts it', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await at.skip(3600);
    expect((await held(at, id)).status).toBe('created');
    expect(await send(at, id, { tx_hash: '0xabc' })).toBeNull();
    expect((await held(at, id)).status).toBe('pending');
    await at.skip(28);
    expect((await at.call('GET', `/v1/payouts/${id}`)).body).toMatchObject({ status: 'COMPLETED', txn_hash: '0xabc' });
  });

  it('that is short waits for the rest', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await send(at, id, { amount: '499.99' });
    expect(await held(at, id)).toMatchObject({ status: 'created', wallet: { received: 499_99 } });
    await send(at, id, { amount: '0.01' });
    expect(await held(at, id)).toMatchObject({ status: 'pending', wallet: { received: 500_00 } });
  });

  it('that is too much is taken', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await send(at, id, { amount: '600.00' });
    expect(await held(at, id)).toMatchObject({ status: 'pending', wallet: { received: 600_00 } });
  });

  it.each([['token', { token: 'USDT' }, 'wrong token'], ['network', { network: 'solana' }, 'wrong network']])('in the wrong %s is ignored, and why is written down', async (_what, change, why) => {
    const at = await kiraDesk();
    const id = await waiting(at);
    expect(await send(at, id, change)).toBe(why);
    expect(await held(at, id)).toMatchObject({ status: 'created', wallet: { received: 0, transfers: [{ ignored: why }] } });
  });

  it('trap 19: that is late is ignored, and the payout has failed', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await send(at, id, { amount: '499.00' });
    await at.skip(86_400);
    expect(await send(at, id)).toBe('after the address expired');
    expect(await held(at, id)).toMatchObject({ status: 'failed', wallet: { received: 499_00 } });
    expect((await at.call('GET', `/v1/payouts/${id}`)).body['error_code']).toBe('va-payout-deposit-expired');
  });

  it('counts in the last moment', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await at.skip(86_399);
    expect(await send(at, id)).toBeNull();
    await at.skip(86_400);
    expect((await held(at, id)).status).toBe('completed');
  });

  it('is ignored once the payout is on its way: the address serves once', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await send(at, id);
    expect(await send(at, id)).toBe('the payout is pending');
    expect((await held(at, id)).wallet.received).toBe(500_00);
  });

  it('moves no balance, whatever becomes of the payout', async () => {
    const at = await kiraDesk();
    const id = await waiting(at);
    await send(at, id);
    await at.control('POST', `kira/payouts/${id}/status`, { status: 'failed' });
    expect(at.sandbox.kiraLedger().filter((entry) => entry.virtual_account_id === at.crypto)).toEqual([]);
  });

  it('has no place at a fiat payout', async () => {
    const at = await kiraDesk();
    const id = String((await at.pay('250.50')).body['id']);
    expect(await send(at, id)).toBe('The payout has no deposit address.');
  });
});

describe('a crypto payout that asks for trouble', () => {
  it('ending in .51 gets half, and then nothing until it expires', async () => {
    const at = await kiraDesk();
    const id = await waiting(at, '500.51');
    await at.skip(60);
    expect(await held(at, id)).toMatchObject({ status: 'created', wallet: { received: 250_25 } });
    await at.skip(86_400);
    expect((await held(at, id)).status).toBe('failed');
  });

  it('ending in .52 gets the wrong token', async () => {
    const at = await kiraDesk();
    const id = await waiting(at, '500.52');
    await at.skip(60);
    expect(await held(at, id)).toMatchObject({ status: 'created', wallet: { received: 0, transfers: [{ amount: 500_52, ignored: 'wrong token' }] } });
  });

  it('ending in .54 is paid in by itself', async () => {
    const at = await kiraDesk();
    const id = await waiting(at, '500.54');
    await at.skip(2);
    expect(await held(at, id)).toMatchObject({ status: 'pending', wallet: { received: 500_54, transfers: [{ ignored: null }] } });
    await at.skip(28);
    expect((await held(at, id)).status).toBe('completed');
  });

  it('ending in .53 expires after a minute', async () => {
    const at = await kiraDesk();
    const { body } = await at.payCrypto('500.53');
    expect(body['deposit_instructions']?.['expires_at']).toBe('2026-05-04T09:31:00Z');
    await at.skip(60);
    expect((await held(at, String(body['id']))).status).toBe('failed');
  });
});
