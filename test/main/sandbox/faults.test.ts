import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { bench, type Bench, nairaPayout } from './client.ts';
import { png, sdkPut } from './sdk-client.ts';

async function send(at: Bench, reference: string, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify(await nairaPayout(at.client, { merchant_reference: reference }));
  return fetch(`${at.sandbox.url}/api/external/payout`, {
    method: 'POST', body, headers: { Authorization: `Bearer ${at.client.token}`, 'Content-Type': 'application/json' },
    ...(signal ? { signal } : {}),
  });
}

function plan(at: Bench, kind: string, more: Record<string, unknown> = {}): Promise<unknown> {
  return at.control('POST', 'faults', { kind, method: 'POST', path: '/api/external/payout', ...more });
}

function paid(at: Bench, reference: string): number {
  return at.sandbox.ledger().filter((entry) => entry.kind === 'payout' && entry.merchant_reference === reference).length;
}

test.each([
  ['timeout-after-commit', 1],
  ['timeout-before-commit', 0],
])('%s never answers and leaves %i payout', async (kind, count) => {
  const at = await bench();
  await plan(at, kind);
  await expect(send(at, 'T', AbortSignal.timeout(400))).rejects.toThrow();
  expect(paid(at, 'T')).toBe(count);
  const again = await send(at, 'T');
  expect(again.status).toBe(count === 1 ? 422 : 200);
  expect(paid(at, 'T')).toBe(1);
});

test.each([
  ['reset', {}, 0],
  ['reset', { commit: true }, 1],
  ['reset-after-headers', {}, 1],
  ['truncated', {}, 1],
])('%s %o cuts the connection and leaves %i payout', async (kind, more, count) => {
  const at = await bench();
  await plan(at, kind, more);
  await expect(send(at, 'R').then((reply) => reply.text())).rejects.toThrow();
  expect(paid(at, 'R')).toBe(count);
});

test.each([
  ['500', 500, 'application/json', 0],
  ['401', 401, 'application/json', 0],
  ['html', 200, 'text/html', 0],
  ['malformed', 200, 'application/json', 1],
  ['empty', 200, 'application/json', 1],
])('%s answers %i as %s and leaves the expected number of payouts', async (kind, status, type, count) => {
  const at = await bench();
  await plan(at, kind);
  const reply = await send(at, 'S');
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toContain(type);
  const text = await reply.text();
  if (kind === 'empty') expect(text).toBe('');
  if (kind === 'malformed') expect(() => { JSON.parse(text); }).toThrow();
  expect(paid(at, 'S')).toBe(count);
});

test('a 500 can come after the payout was made', async () => {
  const at = await bench();
  await plan(at, '500', { commit: true });
  expect((await send(at, 'L')).status).toBe(500);
  expect(paid(at, 'L')).toBe(1);
});

test('429 comes with or without a time to wait', async () => {
  const at = await bench();
  await plan(at, '429', { retry_after: 7 });
  await plan(at, '429');
  expect((await send(at, 'Q')).headers.get('retry-after')).toBe('7');
  expect((await send(at, 'Q')).headers.get('retry-after')).toBeNull();
});

test('a slow reply arrives whole', async () => {
  const at = await bench();
  await plan(at, 'slow', { drip_ms: 0 });
  const reply = await send(at, 'D');
  expect(JSON.parse(await reply.text())).toMatchObject({ message: 'Payout Initiated Successfully.' });
});

test('skips, then hits as often as said, and only what matches', async () => {
  const at = await bench();
  await at.control('POST', 'faults', { kind: '500', method: 'GET', path: '/api/external/wallet', skip: 1, times: 2 });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) statuses.push((await at.client.call('GET', '/wallet')).status);
  expect(statuses).toEqual([200, 500, 500, 200]);
  expect((await at.control('GET', 'faults')).body).toEqual([]);
});

test('commit-late carries the request out after the client has left', async () => {
  const at = await bench();
  await plan(at, 'commit-late', { drip_ms: 5 });
  await expect(send(at, 'T', AbortSignal.timeout(200))).rejects.toThrow();
  expect((await at.client.call('GET', '/transaction/T')).status).toBe(404);
  await vi.waitFor(() => { expect(paid(at, 'T')).toBe(1); });
});

test('an old answer is the last good one to such a call, and nothing is carried out', async () => {
  const at = await bench();
  await plan(at, 'old-answer');
  expect((await send(at, 'A')).status).toBe(500);
  await send(at, 'B');
  await plan(at, 'old-answer');
  expect(await (await send(at, 'C')).json()).toMatchObject({ transaction: { merchant_reference: 'B' } });
  expect([paid(at, 'A'), paid(at, 'B'), paid(at, 'C')]).toEqual([0, 1, 0]);
});

test('a status can be a word nobody knows, and amounts can be texts', async () => {
  const at = await bench();
  await plan(at, 'odd-status');
  expect(await (await send(at, 'A')).json()).toMatchObject({ transaction: { status: 'QUEUED_AT_PARTNER', merchant_reference: 'A' } });
  await plan(at, 'string-amounts');
  expect(typeof ((await (await send(at, 'B')).json()) as { transaction: { amount: unknown } }).transaction.amount).toBe('string');
  expect([paid(at, 'A'), paid(at, 'B')]).toEqual([1, 1]);
});

test('a fault can be for a whole path only', async () => {
  const at = await bench();
  await at.control('POST', 'faults', { kind: '500', path: '/api/external/wall', whole: true });
  expect((await at.client.call('GET', '/wallet')).status).toBe(200);
  await at.control('POST', 'faults', { kind: '500', path: '/api/external/wallet', whole: true });
  expect((await at.client.call('GET', '/wallet')).status).toBe(500);
});

test('uploads can fail like the rest', async () => {
  const at = await bench();
  await at.control('POST', 'faults', { kind: '403-xml', method: 'PUT', path: '/upload/' });
  const pending = (await at.client.call('GET', '/customer?verification_status=PENDING')).body['data']?.[0]?.['id'];
  const { body } = await at.client.call('POST', '/file/get-presigned-url', { customer_id: pending, file_category: 'identity' });
  const reply = await fetch(String(body['url']), { method: 'PUT', body: 'x', headers: { 'x-amz-acl': 'private' } });
  expect(reply.status).toBe(403);
  expect(await reply.text()).toContain('<Code>AccessDenied</Code>');
});

test('an upload over TLS can be cut off', async () => {
  const at = await bench({ httpsUpload: true });
  await at.control('POST', 'faults', { kind: 'reset', path: '/upload/' });
  const pending = (await at.client.call('GET', '/customer?verification_status=PENDING')).body['data']?.[0]?.['id'];
  const { body } = await at.client.call('POST', '/file/get-presigned-url', { customer_id: pending, file_category: 'identity' });
  const ca = readFileSync(at.sandbox.ca_cert ?? '');
  await expect(sdkPut(String(body['url']), png, ca)).rejects.toThrow();
  expect((await sdkPut(String(body['url']), png, ca)).status).toBe(403);
});
