import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { retryWait, sign } from '../../../main/sandbox/webhooks.ts';
import { bench, type Bench, type Json, nairaPayout, walletId } from './client.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json;
}

/** A receiver on loopback that answers with the statuses given, then 200. */
async function receiver(statuses: number[] = []): Promise<{ url: string; got: Received[] }> {
  const got: Received[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      got.push({ headers: request.headers, text, body: JSON.parse(text) as Json });
      reply.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

async function register(at: Bench, url: string): Promise<string> {
  const { body } = await at.client.call('POST', '/webhook', { collection_url: url, payout_url: url });
  return String(body['data']?.['signing_secret']);
}

test('signs the timestamp and the raw body with the published construction', () => {
  const body = '{"message":"Transaction Completed","transaction_id":"0192aa00-0000-7000-8000-000000000001","note":"café / ok","event_id":"evt_1","type":"payout"}';
  expect(sign('local_signing_secret_0001', '1767225600', body)).toBe('1db18ab37bfed7548b1cb590b16ef342ddafca7cc0dd5c12ff0337da5262bb14');
});

test('a finished payout is announced with a signature over exactly what was sent', async () => {
  const at = await bench();
  const { url, got } = await receiver();
  const secret = await register(at, url);
  await at.client.call('POST', '/payout', await nairaPayout(at.client, { merchant_reference: 'HOOK' }));
  await at.skip(45);
  await vi.waitFor(() => { expect(got).toHaveLength(1); }, 10_000);
  expect(got[0]?.body).toMatchObject({ type: 'payout', transaction_status: 'SUCCESSFUL', merchant_reference: 'HOOK', transaction_amount: 50000 });
  const timestamp = String(got[0]?.headers['x-blaaiz-timestamp']);
  expect(got[0]?.headers['x-blaaiz-signature']).toBe(sign(secret, timestamp, got[0]?.text ?? ''));
});

test('Interac announces its start with question and answer, then its end, under one event id', async () => {
  const at = await bench();
  const { url, got } = await receiver();
  await register(at, url);
  await at.client.call('POST', '/payout', await nairaPayout(at.client, {
    wallet_id: await walletId(at.client, 'USD'), from_currency_id: 'USD', to_currency_id: 'CAD', from_amount: 20, method: 'interac',
    email: 'jo@example.test', interac_first_name: 'Jo', interac_last_name: 'Field',
  }));
  await at.skip(45);
  await vi.waitFor(() => { expect(got).toHaveLength(2); }, 10_000);
  const [first, second] = ['payout_initiated', 'payout'].map((type) => got.find((one) => String(one.body['type']) === type)?.body);
  expect(first).toMatchObject({ transaction_status: 'PENDING', extras: { interac_instruction: { answer: expect.any(Number) } } });
  expect(second).toMatchObject({ transaction_status: 'SUCCESSFUL', event_id: first?.['event_id'] });
});

test('a decision about a customer is announced with its comment', async () => {
  const at = await bench();
  const { url, got } = await receiver();
  await register(at, url);
  const id = String((await at.client.call('GET', '/customer?verification_status=PENDING')).body['data']?.[0]?.['id']);
  await at.control('POST', `customers/${id}/decision`, { status: 'REJECTED', comment: 'Blurred' });
  await vi.waitFor(() => { expect(got).toHaveLength(1); }, 10_000);
  expect(got[0]?.body).toMatchObject({ event_type: 'customer.status_changed', old_status: 'PENDING', new_status: 'REJECTED', comment: 'Blurred' });
});

test('waits five minutes, doubling, at most a day, give or take a fifth', () => {
  expect(retryWait(1, 0.5)).toBe(300);
  expect(retryWait(2, 0)).toBe(480);
  expect(retryWait(2, 1)).toBeCloseTo(720);
  expect(retryWait(10, 0.5)).toBe(86_400);
});

test('tries again until the receiver is content, and writes down each attempt', async () => {
  const at = await bench();
  const { url, got } = await receiver([500, 500]);
  await register(at, url);
  const statuses = async (): Promise<unknown> => (await at.control('GET', 'webhooks')).body[0]?.['attempts']?.map((one) => one['status']);
  await at.client.call('POST', '/mock/simulate-webhook/interac', { interac_email: 'pay@example.test' });
  await vi.waitFor(async () => { expect(await statuses()).toEqual([500]); }, 10_000);
  await at.skip(360);
  await vi.waitFor(async () => { expect(await statuses()).toEqual([500, 500]); }, 10_000);
  await at.skip(720);
  await vi.waitFor(async () => { expect(await statuses()).toEqual([500, 500, 200]); }, 10_000);
  expect(new Set(got.map((one) => String(one.body['event_id']))).size).toBe(1);
});

test('a delivery can be sent again with a bad signature or a stale timestamp', async () => {
  const at = await bench();
  const { url, got } = await receiver();
  const secret = await register(at, url);
  await at.client.call('POST', '/mock/simulate-webhook/interac', { interac_email: 'pay@example.test', amount: 12.5 });
  await vi.waitFor(() => { expect(got).toHaveLength(1); }, 10_000);
  const id = String((await at.control('GET', 'webhooks')).body[0]?.['id']);
  await at.control('POST', `webhooks/${id}/send`, { bad_signature: true, age_seconds: 900 });
  const [fresh, stale] = [Number(got[0]?.headers['x-blaaiz-timestamp']), Number(got[1]?.headers['x-blaaiz-timestamp'])];
  expect(fresh - stale).toBe(900);
  expect(got[1]?.headers['x-blaaiz-signature']).not.toBe(sign(secret, String(stale), got[1]?.text ?? ''));
});

test('addresses must be https unless on this machine, and nothing is sent off the machine', async () => {
  const at = await bench();
  const refused = await at.client.call('POST', '/webhook', { collection_url: 'http://hooks.example.test/c', payout_url: 'nonsense' });
  expect(Object.keys(refused.body['errors'] ?? {})).toEqual(['collection_url', 'payout_url']);
  await register(at, 'https://hooks.example.test/c');
  await at.client.call('POST', '/mock/simulate-webhook/interac', { interac_email: 'pay@example.test' });
  expect((await at.control('GET', 'webhooks')).body[0]).toMatchObject({ state: 'skipped', attempts: [] });
});

test('only successful transactions can be replayed, and nothing is configured at first', async () => {
  const at = await bench();
  expect(await at.client.call('GET', '/webhook')).toMatchObject({ status: 404, body: { message: 'No webhook URLs configured' } });
  const { url, got } = await receiver();
  await register(at, url);
  await at.client.call('POST', '/payout', await nairaPayout(at.client, { merchant_reference: 'AGAIN' }));
  expect((await at.client.call('POST', '/webhook-replay', { transaction_id: 'AGAIN' })).status).toBe(400);
  await at.skip(45);
  expect((await at.client.call('POST', '/webhook-replay', { transaction_id: 'AGAIN' })).status).toBe(200);
  await vi.waitFor(() => { expect(got).toHaveLength(2); }, 10_000);
});
