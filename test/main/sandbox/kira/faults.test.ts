import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { envelopeNames, sampleEnvelope } from '../../../../main/sandbox/kira/sample-envelopes.ts';
import { type KiraDesk, kiraDesk } from './payouts/desk.ts';

const plan = (desk: KiraDesk, kind: string, more: Record<string, unknown> = {}): ReturnType<KiraDesk['control']> => desk.control('POST', 'faults', { kind, path: '/v1/users', ...more });

test.each(envelopeNames)('answers with the envelope %s when told to, once', async (name) => {
  const desk = await kiraDesk();
  await plan(desk, 'envelope', { name });
  const sample = sampleEnvelope(name);
  const reply = await desk.call('GET', '/v1/users');
  expect([reply.status, Object.keys(reply.body)]).toEqual([sample.status, Object.keys(sample.body as object)]);
  expect((await desk.call('GET', '/v1/users')).status).toBe(200);
});

test('an envelope may come with another status, and has to be named', async () => {
  const desk = await kiraDesk();
  await plan(desk, 'envelope', { name: 'E6', status: 418 });
  expect((await desk.call('GET', '/v1/users')).status).toBe(418);
  expect((await plan(desk, 'envelope')).status).toBe(422);
  expect((await plan(desk, 'envelope', { name: 'E12' })).status).toBe(422);
});

test('trap 10: a 200 that is no JSON still has its id', async () => {
  const desk = await kiraDesk();
  await plan(desk, 'non-json-200');
  const reply = await fetch(`${desk.sandbox.kira.url}/v1/users`, { headers: desk.credentials() });
  expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([200, 'text/plain', 'error code: 522']);
  expect(reply.headers.get('x-amzn-requestid')).toBeTruthy();
});

test('a 500 without a word, a wait, and a fault that hits below /sandbox too', async () => {
  const desk = await kiraDesk();
  await plan(desk, '500-e10');
  expect(await desk.call('GET', '/sandbox/v1/users')).toMatchObject({ status: 500, body: { status: 'error' } });
  await plan(desk, 'latency', { drip_ms: 1 });
  expect((await desk.call('GET', '/v1/users')).status).toBe(200);
});

test.each([['timeout-before-commit', 3], ['timeout-after-commit', 4], ['reset', 3], ['reset-after-headers', 4], ['truncated', 4]])('trap 5: after %s the list tells what became of it (%i recipients)', async (kind, total) => {
  const desk = await kiraDesk();
  await desk.control('POST', 'faults', { kind, path: '/v1/recipients', method: 'POST' });
  const user = String((await desk.call('GET', '/v1/users?status=VERIFIED')).body['data']?.[0]?.['id']);
  const wallet = { user_id: user, first_name: 'A', last_name: 'B', account: { account_type: 'WALLET', token: 'USDC', network: 'solana', address: 'x' } };
  const send = fetch(`${desk.sandbox.kira.url}/v1/recipients`, {
    method: 'POST', body: JSON.stringify(wallet), headers: { ...desk.credentials(), 'Content-Type': 'application/json', 'idempotency-key': randomUUID() }, signal: AbortSignal.timeout(400),
  });
  await expect(send.then((reply) => reply.text())).rejects.toThrow();
  expect((await desk.call('GET', `/v1/recipients?user_id=${user}`)).body['total']).toBe(total);
});

test('trap 27: the log shows the key and the body of a request, and no secret of either', async () => {
  const desk = await kiraDesk();
  const key = randomUUID();
  const file = `data:application/pdf;base64,${'A'.repeat(40)}`;
  await desk.call('POST', '/v1/recipients', { account: { account_number: '000123456' }, file, secret: 'hush' }, { 'idempotency-key': key, 'x-validation-header': '493021' });
  await desk.call('POST', '/auth', { client_id: desk.sandbox.kira.client_id, password: desk.sandbox.kira.password });
  const { body } = await desk.control('GET', 'requests');
  expect(body.find((one) => String(one['idempotency_key']) === key)).toMatchObject({ path: '/v1/recipients', credential: 'Bearer', body: { account: { account_number: '***' }, file: '***', secret: '***' } });
  const text = JSON.stringify(body);
  for (const hidden of [desk.sandbox.kira.api_key, desk.sandbox.kira.password, desk.credentials().Authorization.slice(7), '493021', 'AAAA', '000123456']) expect(text).not.toContain(hidden);
});
