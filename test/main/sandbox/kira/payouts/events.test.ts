import { expect, it } from 'vitest';
import type { Json } from '../../client.ts';
import { kiraDesk, type KiraDesk } from './desk.ts';

interface Told {
  readonly event: string;
  readonly data: Json;
}

/** A desk whose tenant registered an address that nobody reaches, so what would be sent can be read. */
async function listening(): Promise<KiraDesk> {
  const at = await kiraDesk();
  await at.call('POST', '/webhooks/register', { client_uuid: at.sandbox.kira.client_id, webhook_url: 'https://hooks.example.test/kira', secret: 'hush-hush' });
  return at;
}

async function told(at: KiraDesk): Promise<Told[]> {
  const rows = (await at.control('GET', 'kira/webhooks')).body;
  return rows.map((row) => ({ event: String(row['event']), data: row['body']?.['data'] ?? ([] as unknown as Json) }));
}

it('a fiat payout tells each step, changes of status in the nested envelope and in capitals', async () => {
  const at = await listening();
  const { body } = await at.pay('250.50');
  await at.skip(15);
  const events = await told(at);
  expect(events.map((one) => one.event)).toEqual(['payout.created', 'payout.status_changed', 'payout.status_changed', 'payout.completed']);
  expect(events[0]?.data).toMatchObject({ event_id: expect.any(String), payout_id: body['id'], status: 'created', amount: '250.50', recipient_amount: '232.00', fees: { total_fees: '18.50' } });
  expect(events[2]?.data).toMatchObject({ event_id: expect.any(String), data: { payout_id: body['id'], status: 'PROCESSING', previous_status: 'PENDING' } });
  expect(events[3]?.data).toMatchObject({ status: 'completed', previous_status: 'processing' });
});

it('a failure tells why', async () => {
  const at = await listening();
  await at.pay('250.04');
  await at.skip(15);
  expect((await told(at)).at(-1)).toMatchObject({ event: 'payout.failed', data: { status: 'failed', error_code: 'va-payout-failed', failure_reason: expect.any(String) } });
});

it.each([['G1', 'payout.returned', 'returned'], ['G2', 'payout.failed', 'FAILED']])('C7: a return is told in %s as %s', async (profile, event, status) => {
  const at = await listening();
  await at.control('POST', 'kira/tenant', { profile });
  await at.pay('250.05');
  await at.skip(30);
  expect((await told(at)).at(-1)).toMatchObject({ event, data: { status, error_code: 'va-payout-bank-returned' } });
});

it('a deposit is told with what was seen, an ignored one is not', async () => {
  const at = await listening();
  const id = String((await at.payCrypto('500.00')).body['id']);
  await at.control('POST', `kira/payouts/${id}/deposit`, { amount: '500.00', token: 'USDT', network: 'polygon' });
  await at.control('POST', `kira/payouts/${id}/deposit`, { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: '0xabc' });
  const events = await told(at);
  expect(events.map((one) => one.event)).toEqual(['payout.created', 'payout.deposit_received', 'payout.status_changed']);
  expect(events[1]?.data).toMatchObject({ deposit: { tx_hash: '0xabc', amount: '500.00', currency: 'USDC', network: 'polygon' } });
});
