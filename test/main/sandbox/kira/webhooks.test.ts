import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { signKira } from '../../../../main/sandbox/kira/events.ts';
import type { Json } from '../client.ts';
import { type Answer, type KiraDesk, kiraDesk } from './payouts/desk.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json;
}

const secret = 'local-secret';

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

const register = (desk: KiraDesk, changes: Record<string, unknown> = {}): Promise<Answer> =>
  desk.call('POST', '/webhooks/register', { client_uuid: desk.sandbox.kira.client_id, webhook_url: 'https://hooks.example.test/x', secret, ...changes });
const simulate = (desk: KiraDesk, amount = '5.00'): Promise<Answer> => desk.call('POST', `/v1/virtual-accounts/${desk.fiat}/simulate-deposit`, { amount });
const attempts = async (desk: KiraDesk): Promise<unknown> => (await desk.control('GET', 'kira/webhooks')).body[0]?.['attempts']?.map((one) => one['status']);

test('C20: an event is signed over the raw body and carries its id inside', async () => {
  const desk = await kiraDesk();
  const { url, got } = await receiver();
  expect((await register(desk, { webhook_url: url, events: ['ignored'] })).body).toEqual({ message: 'Webhook registered successfully' });
  await simulate(desk);
  await vi.waitFor(() => { expect(got).toHaveLength(1); }, 10_000);
  const [event] = got;
  expect(event?.headers).toMatchObject({ 'x-signature-sha256': signKira(secret, event?.text ?? ''), 'user-agent': 'node' });
  expect(event?.body).toMatchObject({ event: 'virtual_account.deposit_funds_received', data: { event_id: expect.any(String), virtual_account_id: desk.fiat, amount: '5.00', currency: 'USD' } });
});

test('an account’s two steps are announced', async () => {
  const desk = await kiraDesk();
  const { url, got } = await receiver();
  await register(desk, { webhook_url: url });
  const id = String((await desk.call('GET', '/v1/virtual-accounts?status=pending')).body['data']?.[0]?.['id']);
  await desk.control('POST', `kira/accounts/${id}`, { status: 'activating' });
  await desk.control('POST', `kira/accounts/${id}`, { status: 'active' });
  await vi.waitFor(() => { expect(got).toHaveLength(2); }, 10_000);
  expect(new Set(got.map((one) => `${String(one.body['event'])} ${String(one.body['data']?.['status'])}`))).toEqual(new Set(['virtual_account.created activating', 'virtual_account.activated active']));
});

test('tries again after one, five, fifteen and sixty minutes, in the first and in the newest version', async () => {
  const desk = await kiraDesk();
  const { url } = await receiver([500, 429, 408, 503, 500]);
  await register(desk, { webhook_url: url });
  await simulate(desk);
  const seen = [500];
  await vi.waitFor(async () => { expect(await attempts(desk)).toEqual(seen); }, 10_000);
  for (const [minutes, status] of [[1, 429], [5, 408], [15, 503], [60, 500]] as const) {
    await desk.skip(minutes * 60);
    seen.push(status);
    await vi.waitFor(async () => { expect(await attempts(desk)).toEqual(seen); }, 10_000);
  }
  expect((await desk.control('GET', 'kira/webhooks')).body[0]?.['state']).toBe('given-up');
});

test.each([['G1', 404], ['G2', 500]])('in %s a %i is the last word', async (profile, status) => {
  const desk = await kiraDesk();
  const { url } = await receiver([status]);
  await desk.control('POST', 'kira/tenant', { profile });
  await register(desk, { webhook_url: url });
  await simulate(desk);
  await vi.waitFor(async () => { expect((await desk.control('GET', 'kira/webhooks')).body[0]?.['state']).toBe('given-up'); }, 10_000);
  await desk.skip(3600);
  expect(await attempts(desk)).toEqual([status]);
});

test('can be sent again, as it was or with a bad signature', async () => {
  const desk = await kiraDesk();
  const { url, got } = await receiver();
  await register(desk, { webhook_url: url });
  await simulate(desk);
  await vi.waitFor(() => { expect(got).toHaveLength(1); }, 10_000);
  const id = String((await desk.control('GET', 'kira/webhooks')).body[0]?.['id']);
  await desk.control('POST', `kira/webhooks/${id}/send`, {});
  await desk.control('POST', `kira/webhooks/${id}/send`, { bad_signature: true });
  const signatures = got.map((one) => one.headers['x-signature-sha256']);
  expect([signatures[0] === signatures[1], signatures[1] === signatures[2], new Set(got.map((one) => one.text)).size]).toEqual([true, false, 1]);
});

test('nothing leaves this machine, and without a secret nothing is signed', async () => {
  const desk = await kiraDesk();
  await simulate(desk);
  expect((await desk.control('GET', 'kira/webhooks')).body).toEqual([]);
  await register(desk, { secret: null });
  await simulate(desk);
  expect((await desk.control('GET', 'kira/webhooks')).body).toMatchObject([{ state: 'skipped', attempts: [], signature: '' }]);
  expect((await desk.control('POST', `kira/webhooks/${String((await desk.control('GET', 'kira/webhooks')).body[0]?.['id'])}/send`)).status).toBe(404);
});

test.each<[Record<string, unknown>, string, string]>([
  [{ webhook_url: undefined }, 'webhook_url', 'missing'], [{ client_uuid: undefined }, 'client_uuid', 'missing'], [{ webhook_url: 'ftp://x.test' }, 'webhook_url', 'url_parsing'],
  [{ webhook_url: 5 }, 'webhook_url', 'string_type'], [{ secret: 'four' }, 'secret', 'string_too_short'], [{ secret: 5 }, 'secret', 'string_type'],
])('refuses %o', async (changes, loc, type) => {
  expect(await register(await kiraDesk(), changes)).toMatchObject({ status: 400, body: { message: 'ERROR-V001: Validation Error', data: [{ loc, type }] } });
});

test('another client’s address can’t be set, and none can be read', async () => {
  const desk = await kiraDesk();
  expect((await register(desk, { client_uuid: '00000000-0000-4000-8000-000000000000' })).status).toBe(403);
  expect((await desk.call('GET', '/webhooks/register')).status).toBe(403);
});
