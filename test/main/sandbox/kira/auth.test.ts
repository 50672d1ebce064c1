import { expect, test } from 'vitest';
import { bench } from '../client.ts';
import { ask, kiraDesk } from './payouts/desk.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('hands out a token of three parts that tells its own end', async () => {
  const { sandbox } = await bench();
  const { client_id, password, api_key } = sandbox.kira;
  const { status, body } = await ask(sandbox, 'POST', '/auth', { client_id, password }, { 'x-api-key': api_key });
  expect([status, body]).toEqual([200, { message: 'Auth token', data: { access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' } }]);
  const claims = JSON.parse(Buffer.from(String(body['data']?.['access_token']).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  expect(claims).toMatchObject({ client_id, token_use: 'access', exp: Number(claims['iat']) + 3600 });
});

test('refuses a wrong key, an id that is no UUID and a wrong password, each in its own way', async () => {
  const { sandbox } = await bench();
  const { client_id, password, api_key } = sandbox.kira;
  const sign = (body: object, key = api_key): ReturnType<typeof ask> => ask(sandbox, 'POST', '/auth', body, { 'x-api-key': key });
  expect(await sign({ client_id, password }, 'other')).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
  expect(await ask(sandbox, 'POST', '/auth', { client_id, password }, {})).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
  expect(await sign({ client_id: 'me', password })).toMatchObject({ status: 422, body: { message: 'Invalid input data', data: [{ type: 'uuid_parsing', loc: ['body', 'client_id'] }] } });
  expect(await sign({ client_id })).toMatchObject({ status: 422, body: { data: [{ type: 'missing', loc: ['body', 'password'] }] } });
  expect(await sign({ client_id, password: 'wrong' })).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
});

test('asks for the key before the token, and says of a token why it is no good', async () => {
  const { sandbox, credentials, control } = await kiraDesk();
  const path = '/v1/users';
  const key = { 'x-api-key': sandbox.kira.api_key };
  const bearer = (token: string): ReturnType<typeof ask> => ask(sandbox, 'GET', path, undefined, { ...key, Authorization: `Bearer ${token}` });
  expect(await ask(sandbox, 'GET', path, undefined, { Authorization: credentials().Authorization })).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
  expect(await ask(sandbox, 'GET', path, undefined, key)).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  expect(await bearer('nonsense')).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  const exp = Math.floor(Date.UTC(2027, 0) / 1000);
  expect(await bearer(`${part({ alg: 'RS256' })}.${part({ exp })}.made-up`)).toMatchObject({ status: 403, body: { Message: 'Access Denied' } });
  await control('POST', 'kira/tokens/expire');
  expect(await ask(sandbox, 'GET', path, undefined, credentials())).toMatchObject({ status: 401, body: { message: 'The incoming token has expired' } });
});

test('a token lives as long as the settings say, whatever the time scale', async () => {
  const { sandbox, credentials, settings, skip } = await kiraDesk({ timeScale: 60 });
  await settings({ token_seconds: 60 });
  const { client_id, password, api_key } = sandbox.kira;
  const { body } = await ask(sandbox, 'POST', '/auth', { client_id, password }, { 'x-api-key': api_key });
  const headers = { 'x-api-key': api_key, Authorization: `Bearer ${String(body['data']?.['access_token'])}` };
  await skip(59);
  expect((await ask(sandbox, 'GET', '/v1/users', undefined, headers)).status).toBe(200);
  await skip(2);
  expect((await ask(sandbox, 'GET', '/v1/users', undefined, headers)).status).toBe(401);
  expect((await ask(sandbox, 'GET', '/v1/users', undefined, credentials())).status).toBe(200);
});

test('trap 9: an unknown path is a 403 of the gateway, with or without a token', async () => {
  const { sandbox, call } = await kiraDesk();
  expect(await ask(sandbox, 'GET', '/v1/nowhere', undefined, {})).toMatchObject({ status: 403, body: { message: 'Missing Authentication Token' } });
  const reply = await call('DELETE', `/v1/recipients/${sandbox.kira.recipient_wire}`);
  expect([reply.status, String(reply.body['message'])]).toEqual([403, expect.stringContaining('Invalid key=value pair (missing equal-sign) in Authorization header')]);
});

test('C22: serves the root and /sandbox alike, or only the stage that the credentials belong to', async () => {
  const { sandbox, call, credentials, settings } = await kiraDesk();
  expect((await call('GET', '/sandbox/v1/users')).status).toBe(200);
  const { client_id, password, api_key } = sandbox.kira;
  const sign = (prefix: string): ReturnType<typeof ask> => ask(sandbox, 'POST', `${prefix}/auth`, { client_id, password }, { 'x-api-key': api_key });
  for (const [stage, right, wrong] of [['root', '', '/sandbox'], ['sandbox', '/sandbox', '']] as const) {
    await settings({ stage });
    expect((await sign(right)).status).toBe(200);
    expect(await sign(wrong)).toMatchObject({ status: 403, body: { message: 'Forbidden' } });
    expect((await call('GET', `${right}/v1/users`)).status).toBe(200);
    expect(await ask(sandbox, 'GET', `${wrong}/v1/users`, undefined, credentials())).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
  }
});

test('every reply carries an id, the version asked for, and the time of the sandbox', async () => {
  const { sandbox, credentials } = await kiraDesk();
  const get = (path: string, headers: Record<string, string>): Promise<Response> => fetch(sandbox.kira.url + path, { headers: { ...credentials(), ...headers } });
  const usual = await get('/v1/users', {});
  expect([usual.headers.get('x-api-version'), usual.headers.get('date')]).toEqual(['2025-01-01', 'Mon, 04 May 2026 09:30:00 GMT']);
  expect(usual.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  const other = await get('/nowhere', { 'x-api-version': '2026-06-01' });
  expect(other.headers.get('x-api-version')).toBe('2026-06-01');
  expect(other.headers.get('x-amzn-requestid')).not.toBe(usual.headers.get('x-amzn-requestid'));
});

test('a body that is no JSON object is refused', async () => {
  const { call } = await kiraDesk();
  for (const raw of ['{"half":', '[1]', 'null']) expect(await call('POST', '/v1/users', raw)).toMatchObject({ status: 400, body: { code: 'validation_error' } });
});

test('a body above 10 MB is turned away', async () => {
  const { call } = await kiraDesk();
  expect((await call('POST', '/v1/users', JSON.stringify({ file: 'x'.repeat(10 * 1024 * 1024) }))).status).toBe(413);
});
