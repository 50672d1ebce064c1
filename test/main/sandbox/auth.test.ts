import { expect, test } from 'vitest';
import { bench, send, signIn } from './client.ts';

async function token(url: string, form: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

test('hands out a bearer token of 900 seconds that looks like an RS256 JWT', async () => {
  const { sandbox } = await bench();
  const { client_id, client_secret } = sandbox.blaaiz;
  const { body } = await token(sandbox.url, { grant_type: 'client_credentials', client_id, client_secret, scope: 'wallet:read' });
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
  const [head] = String(body['access_token']).split('.');
  expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString())).toMatchObject({ alg: 'RS256' });
});

test.each([
  ['a wrong secret', { client_secret: 'no' }, 401, 'invalid_client'],
  ['an unknown scope', { scope: 'wallet:read moon:read' }, 400, 'invalid_scope'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['no grant', { grant_type: '' }, 400, 'invalid_request'],
])('refuses %s', async (_name, change, status, error) => {
  const { sandbox } = await bench();
  const { client_id, client_secret } = sandbox.blaaiz;
  const reply = await token(sandbox.url, { grant_type: 'client_credentials', client_id, client_secret, scope: 'wallet:read', ...change });
  expect(reply).toMatchObject({ status, body: { error } });
});

test('refuses a token the moment it is 900 seconds old', async () => {
  const { client, skip } = await bench();
  await skip(899);
  expect((await client.call('GET', '/wallet')).status).toBe(200);
  await skip(1);
  expect(await client.call('GET', '/wallet')).toMatchObject({ status: 401, body: { message: 'Invalid or missing access token' } });
});

test('refuses every token after they were expired by control', async () => {
  const { client, control } = await bench();
  await control('POST', 'tokens/expire');
  expect((await client.call('GET', '/wallet')).status).toBe(401);
});

test('refuses a call whose scope the token lacks, before looking at the body', async () => {
  const { sandbox } = await bench();
  const reader = await signIn(sandbox.url, sandbox.blaaiz, 'wallet:read');
  const refused = await reader.call('POST', '/payout', {});
  expect(refused.status).toBe(403);
  expect(refused.body['message']).toContain('scope');
  expect((await reader.call('GET', '/wallet')).status).toBe(200);
});

test('ignores the legacy key unless it was asked for', async () => {
  const plain = await bench();
  const key = { 'x-blaaiz-api-key': plain.sandbox.blaaiz.api_key };
  expect((await send(plain.sandbox.url, 'GET', '/api/external/wallet', undefined, key)).status).toBe(401);
  const legacy = await bench({ legacyKey: true });
  const wrong = await send(legacy.sandbox.url, 'GET', '/api/external/wallet', undefined, { 'x-blaaiz-api-key': 'no' });
  expect(wrong).toMatchObject({ status: 401, body: { message: 'Invalid or missing API key' } });
});

test('two businesses see nothing of each other', async () => {
  const { sandbox, client } = await bench();
  const [second] = sandbox.others;
  if (!second) throw new Error('no second business');
  const other = await signIn(sandbox.url, second);
  const mine = (await client.call('GET', '/customer')).body['data']?.[0]?.['id'];
  expect((await other.call('GET', `/customer/${String(mine)}`)).status).toBe(404);
  expect((await other.call('GET', `/wallet/${sandbox.blaaiz.wallet_id}`)).status).toBe(404);
  const names = (await other.call('GET', '/customer')).body['data']?.map((one) => one['last_name']);
  expect(names).toEqual(['Asante']);
});

test('unknown paths and verbs are answered in JSON', async () => {
  const { client } = await bench();
  expect(await client.call('GET', '/moon')).toMatchObject({ status: 404, body: { message: 'The route api/external/moon could not be found.' } });
  expect((await client.call('DELETE', '/wallet')).status).toBe(405);
});
