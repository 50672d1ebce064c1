import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/providers/http.ts';
import { createTokens, type Credentials } from '../../../../main/providers/kira/auth.ts';
import { appError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { createRig } from '../support/deps.ts';
import { authReply, jwt, kiraKeys } from '../support/kira.ts';
import { startServer, type Answer, type TestServer } from '../support/server.ts';

const open: TestServer[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });

async function tokensAt(answer: (count: number) => Answer, credentials: Credentials = kiraKeys) {
  const server = await startServer((_seen, count) => answer(count));
  open.push(server);
  const rig = createRig();
  const tokens = createTokens({ http: createHttp(rig.deps), baseUrl: server.url, credentials: () => Promise.resolve(ok(credentials)), clock: rig.deps.clock });
  const get = async (from = tokens.get) => { const grant = await from(); return grant.ok ? grant.value.token : grant.error.code; };
  return { server, rig, tokens, get };
}
const numbered = (expiresIn: unknown) => (count: number): Answer => ({ body: authReply(`token-${count}`, expiresIn) });

describe('a token', () => {
  it('is asked for with the keys and no version in the path', async () => {
    const { server, get } = await tokensAt(numbered(3600));
    expect(await get()).toBe('token-1');
    expect(server.seen[0]).toMatchObject({ method: 'POST', path: '/auth', headers: { 'x-api-key': kiraKeys.apiKey, 'content-type': 'application/json' } });
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ client_id: kiraKeys.clientId, password: kiraKeys.password });
  });

  it('is asked for once, however many want it at once', async () => {
    const { server, get } = await tokensAt(numbered(3600));
    expect(await Promise.all([get(), get(), get()])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(server.seen).toHaveLength(1);
  });

  it.each([3600, 86_400, '3600'])('C21: lives as long as the answer says (%j s) and is renewed five minutes before', async (life) => {
    const { rig, get } = await tokensAt(numbered(life));
    await get();
    rig.now += Number(life) * 1000 - 300_001;
    expect(await get()).toBe('token-1');
    rig.now += 1;
    expect(await get()).toBe('token-2');
  });

  it('that lives for a minute is used for half of it', async () => {
    const { rig, get } = await tokensAt(numbered(60));
    await get();
    rig.now += 29_999;
    expect(await get()).toBe('token-1');
    rig.now += 1;
    expect(await get()).toBe('token-2');
  });

  it('ends when it says so itself, by the server\u2019s clock', async () => {
    const there = Date.UTC(2026, 5, 1);
    const { rig, get } = await tokensAt((count) => ({
      headers: { date: new Date(there).toUTCString() }, body: authReply(jwt({ exp: there / 1000 + 1000 }, `n${count}`), 86_400),
    }));
    const first = await get();
    rig.now += 699_999;
    expect(await get()).toBe(first);
    rig.now += 1;
    expect(await get()).not.toBe(first);
  });

  it.each([jwt({ exp: 1 }), jwt({ exp: 'soon' }), jwt({}), 'a.b.c', 'opaque'])('that says nonsense of its own end lives as promised (%s)', async (token) => {
    const { server, rig, get } = await tokensAt(() => ({ body: authReply(token, 3600) }));
    await get();
    rig.now += 3_000_000;
    await get();
    expect(server.seen).toHaveLength(1);
  });

  it('without a life is used for a while', async () => {
    const { server, rig, get } = await tokensAt(() => ({ body: { data: { access_token: 't' } } }));
    await get();
    rig.now += 599_999;
    await get();
    expect(server.seen).toHaveLength(1);
  });

  it('that was refused is forgotten, and only that one', async () => {
    const { get, tokens } = await tokensAt(numbered(3600));
    await get();
    tokens.drop('another');
    expect(await get()).toBe('token-1');
    tokens.drop('token-1');
    expect(await get()).toBe('token-2');
  });
});

describe('a token that must last', () => {
  it('has a minute left', async () => {
    const { rig, get, tokens } = await tokensAt(numbered(100));
    expect(await get(tokens.getLasting)).toBe('token-1');
    rig.now += 39_000;
    expect(await get(tokens.getLasting)).toBe('token-1');
    rig.now += 2000;
    expect(await get()).toBe('token-1');
    expect(await get(tokens.getLasting)).toBe('token-2');
  });
  it('is nearly new where no token lives for a minute', async () => {
    const { server, rig, get, tokens } = await tokensAt(numbered(30));
    await get(tokens.getLasting);
    rig.now += 2000;
    await get(tokens.getLasting);
    expect(server.seen).toHaveLength(1);
    rig.now += 2000;
    expect(await get(tokens.getLasting)).toBe('token-2');
  });
});

describe('no token', () => {
  const failing = async (answer: Answer) => (await (await tokensAt(() => answer)).tokens.get());
  it.each([
    [403, { message: 'Forbidden' }, 'API key'], [401, { message: 'Unauthorized' }, 'client id and password'],
    [422, { message: 'Invalid input data', data: [{ type: 'uuid_parsing', loc: ['body', 'client_id'], msg: 'x' }] }, 'can\u2019t read the client id'],
  ])('after %i is about the right key', async (status, body, words) => {
    expect(await failing({ status, body })).toMatchObject({ ok: false, error: { code: 'signed-out', message: expect.stringContaining(words) as string } });
  });
  it('after a fault is no word about the keys', async () => {
    expect(await failing({ status: 500, body: { message: 'Service unavailable' } })).toMatchObject({ error: { code: 'provider-down' } });
  });
  it('trap 10: is read out of a page that comes with 200', async () => {
    expect(await failing({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'error code: 522' })).toMatchObject({ error: { code: 'provider-unreadable' } });
    expect(await failing({ status: 403, body: 'Blocked' })).toMatchObject({ error: { code: 'provider-unreadable' } });
  });
  it('without keys asks nobody', async () => {
    const rig = createRig({ fetch: () => Promise.reject(new Error('asked')) });
    const error = appError('not-set-up', 'No keys.');
    const tokens = createTokens({ http: createHttp(rig.deps), baseUrl: 'https://kira.test', credentials: () => Promise.resolve(fail(error)), clock: rig.deps.clock });
    expect(await tokens.get()).toEqual({ ok: false, error });
    expect(rig.logs).toEqual([]);
  });
});
