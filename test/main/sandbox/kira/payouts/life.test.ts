import { describe, expect, it } from 'vitest';
import { kiraDesk, type KiraDesk, version } from './desk.ts';

const later = version('2026-04-14');

async function made(at: KiraDesk, amount: string, changes: Record<string, unknown> = {}): Promise<string> {
  return String((await at.pay(amount, changes)).body['id']);
}

async function read(at: KiraDesk, id: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return { ...(await at.call('GET', `/v1/payouts/${id}`, undefined, headers)).body };
}

async function shown(at: KiraDesk, id: string, headers: Record<string, string> = {}): Promise<unknown> {
  return (await read(at, id, headers))['status'];
}

/** The statuses after each of some waits, in seconds. */
async function course(at: KiraDesk, id: string, waits: readonly number[]): Promise<unknown[]> {
  const seen = [];
  for (const wait of waits) {
    await at.skip(wait);
    seen.push(await shown(at, id));
  }
  return seen;
}

describe('a fiat payout', () => {
  it('by wire is queued after 2 s, sent after 5 s and completed after 15 s', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.50');
    expect(await course(at, id, [1, 1, 2, 1, 9, 1, 86_400])).toEqual(['CREATED', 'PENDING', 'PENDING', 'PROCESSING', 'PROCESSING', 'COMPLETED', 'COMPLETED']);
    expect((await read(at, id))['uetr']).toBeNull();
  });

  it('by SWIFT has its UETR after 10 s and is completed after 30 s', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.50', { recipient_id: at.swift });
    await at.skip(9);
    expect(await read(at, id)).toMatchObject({ status: 'PROCESSING', uetr: null });
    await at.skip(1);
    const { uetr } = await read(at, id);
    expect(uetr).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await course(at, id, [19, 1])).toEqual(['PROCESSING', 'COMPLETED']);
    expect((await read(at, id))['uetr']).toBe(uetr);
  });

  it('moves as much faster as the sandbox does', async () => {
    const at = await kiraDesk({ timeScale: 10 });
    const id = await made(at, '250.50');
    expect(await course(at, id, [0.2, 0.3, 1])).toEqual(['PENDING', 'PROCESSING', 'COMPLETED']);
  });

  it('all at once after a long sleep goes through every status in order', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.50');
    await at.skip(3600);
    const { events } = await read(at, id) as { events: { status: string }[] };
    expect(events.map((event) => event.status)).toEqual(['CREATED', 'PENDING', 'PROCESSING', 'COMPLETED']);
  });

  it.each([
    ['.02', '250.02', ['CREATED', 'PENDING', 'IN_REVIEW', 'PROCESSING', 'COMPLETED'], -250_02],
    ['.03', '250.03', ['CREATED', 'PENDING', 'IN_REVIEW', 'FAILED'], 0],
    ['.04', '250.04', ['CREATED', 'PENDING', 'FAILED'], 0],
    ['.06', '250.06', ['CREATED'], -250_06],
  ])('of an amount ending in %s takes its own course', async (_cents, amount, statuses, change) => {
    const at = await kiraDesk();
    const id = await made(at, amount);
    await at.skip(3600);
    const { events, status } = await read(at, id) as { events: { status: string }[]; status: string };
    expect([events.map((event) => event.status), status]).toEqual([statuses, statuses.at(-1)]);
    expect(await at.balance()).toBe(25_000_00 + change);
  });

  it('C7: ending in .05 is completed, then returned less its fees; from 2026-04-14 on that reads FAILED', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.05');
    await at.skip(15);
    expect(await shown(at, id)).toBe('COMPLETED');
    await at.skip(15);
    expect(await read(at, id)).toMatchObject({ status: 'RETURNED', error_code: 'va-payout-bank-returned' });
    expect(await read(at, id, later)).toMatchObject({ status: 'FAILED', error_code: 'va-payout-bank-returned', events: expect.arrayContaining([expect.objectContaining({ status: 'FAILED' })]) });
    expect(await at.balance()).toBe(25_000_00 - 250_05 + 231_55);
  });

  it('waits for a control when told to', async () => {
    const at = await kiraDesk();
    await at.settings({ payouts_move: false });
    const id = await made(at, '250.50');
    await at.skip(3600);
    expect(await shown(at, id)).toBe('CREATED');
    await at.control('POST', `kira/payouts/${id}/status`, { status: 'processing', uetr: '9b1c0d5e-0000-4000-a000-000000000001' });
    expect(await read(at, id)).toMatchObject({ status: 'PROCESSING', uetr: '9b1c0d5e-0000-4000-a000-000000000001' });
  });
});

describe('the control over a payout\'s status', () => {
  it('never takes a payout backwards, and its money comes back once', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.50');
    const set = async (status: string, more = {}): Promise<number> => (await at.control('POST', `kira/payouts/${id}/status`, { status, ...more })).status;
    expect([await set('COMPLETED'), await set('completed'), await set('pending')]).toEqual([200, 200, 409]);
    expect([await set('failed', { reason: 'Account closed', error_code: 'va-payout-account-closed' }), await set('returned'), await set('failed')]).toEqual([200, 409, 200]);
    expect(await read(at, id)).toMatchObject({ status: 'FAILED', error_code: 'va-payout-account-closed', events: expect.arrayContaining([expect.objectContaining({ message: 'Account closed' })]) });
    expect(at.sandbox.kiraLedger().filter((entry) => entry.kind === 'refund').map((entry) => entry.amount)).toEqual([250_50]);
  });

  it('calls the planned course off', async () => {
    const at = await kiraDesk();
    const id = await made(at, '250.50');
    await at.control('POST', `kira/payouts/${id}/status`, { status: 'in_review' });
    await at.skip(3600);
    expect(await shown(at, id)).toBe('IN_REVIEW');
    await at.control('POST', `kira/payouts/${id}/status`, { status: 'cancelled' });
    expect([await shown(at, id), await at.balance()]).toEqual(['CANCELLED', 25_000_00]);
  });

  it('knows no payout that is not there', async () => {
    const at = await kiraDesk();
    expect((await at.control('POST', 'kira/payouts/nobody/status', { status: 'failed' })).status).toBe(404);
  });
});
