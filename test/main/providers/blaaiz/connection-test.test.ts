import { afterEach, describe, expect, it } from 'vitest';
import { neededScopes } from '../../../../main/providers/blaaiz/scopes.ts';
import { keys, providerAt } from '../support/blaaiz.ts';
import { startServer, type Answer, type Seen, type TestServer } from '../support/server.ts';

const open: TestServer[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });
const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '97', 'x-ratelimit-reset': '60' };

/** A provider whose credential holds some scopes. */
async function serve(held: readonly string[], change: (seen: Seen) => Answer | null = () => null) {
  const server = await startServer((seen) => {
    const changed = change(seen);
    if (changed) return changed;
    if (seen.path === '/') return { status: 404, body: { message: 'x' }, headers };
    if (seen.path === '/api/external/wallet') return { body: [{ id: 'w', currency: 'NGN', amount: 1 }], headers };
    const asked = new URLSearchParams(seen.body).get('scope')?.split(' ') ?? [];
    return asked.every((scope) => held.includes(scope)) ? { body: { access_token: 'token-1', expires_in: 900 } } : { status: 400, body: { error: 'invalid_scope' } };
  });
  open.push(server);
  return server;
}
const run = async (server: TestServer, skew = 0) => {
  const { provider } = providerAt(server.url, keys, neededScopes, { clock: () => Date.now() + skew });
  return Object.fromEntries((await provider.test()).map((one) => [one.id, one]));
};

describe('the connection test', () => {
  it('passes line by line on a provider that is as it should be', async () => {
    const { provider } = providerAt((await serve(neededScopes)).url, keys, neededScopes, { clock: Date.now });
    const checks = await provider.test();
    expect(checks.map((one) => [one.id, one.state])).toEqual([['dns', 'ok'], ['tls', 'skipped'], ['clock', 'ok'], ['token', 'ok'], ['scopes', 'ok'], ['wallets', 'ok'], ['rate', 'ok']]);
    expect(checks.map((one) => one.value).slice(1)).toEqual(['Built-in sandbox', 'Right', 'Accepted', '11 of 11', '1: NGN', '97 of 100 left this minute']);
    expect(checks.every((one) => one.fix === null)).toBe(true);
  });

  it('names each missing permission, and goes on with the others', async () => {
    const checks = await run(await serve(neededScopes.filter((scope) => scope !== 'payout:create' && scope !== 'rates:read')));
    expect(checks['scopes']).toMatchObject({ state: 'failed', value: '9 of 11; missing: payout:create, rates:read', fix: expect.stringContaining('payout:create, rates:read') as string });
    expect(checks['token']).toMatchObject({ state: 'ok' });
    expect(checks['wallets']).toMatchObject({ state: 'ok' });
  });

  it('reads what was granted when the token says so', async () => {
    const checks = await run(await serve(neededScopes, (seen) => (seen.path === '/oauth/token' ? { body: { access_token: 't', scope: 'wallet:read bank:read' } } : null)));
    expect(checks['scopes']).toMatchObject({ state: 'failed', value: expect.stringContaining('2 of 11') as string });
  });

  it('says so when the keys hold nothing', async () => {
    const checks = await run(await serve([]));
    expect([checks['token']?.state, checks['scopes']?.state, checks['wallets']?.state]).toEqual(['warn', 'failed', 'skipped']);
  });

  it('stops at the keys when they are unknown', async () => {
    const checks = await run(await serve([], (seen) => (seen.path === '/oauth/token' ? { status: 401, body: { error: 'invalid_client' } } : null)));
    expect(checks['token']).toMatchObject({ state: 'failed', fix: expect.stringContaining('other environment') as string });
    expect([checks['scopes']?.state, checks['wallets']?.state]).toEqual(['skipped', 'skipped']);
  });

  it.each([[59_000, 'ok'], [-59_000, 'ok'], [120_000, 'failed'], [-120_000, 'failed']])('judges a clock that is %i ms off as %s', async (skew, state) => {
    const checks = await run(await serve(neededScopes), skew);
    expect(checks['clock']?.state).toBe(state);
    if (state === 'failed') expect(checks['clock']).toMatchObject({ value: expect.stringMatching(skew > 0 ? /s fast$/ : /s slow$/) as string, fix: expect.any(String) as string });
  });

  it('explains a wallet read that is refused', async () => {
    const checks = await run(await serve(neededScopes, (seen) => (seen.path.endsWith('/wallet') ? { status: 403, body: { message: 'Your IP is not allowed.' } } : null)));
    expect(checks['wallets']).toMatchObject({ state: 'failed', fix: expect.stringContaining('address') as string });
  });

  it('warns when the allowance is nearly used up, and says when it is not told', async () => {
    const few = { ...headers, 'x-ratelimit-remaining': '9' };
    const tight = await run(await serve(neededScopes, (seen) => (seen.path.endsWith('/wallet') ? { body: [], headers: few } : null)));
    expect([tight['rate']?.state, tight['wallets']?.state]).toEqual(['warn', 'warn']);
    const silent = await run(await serve(neededScopes, (seen) => (seen.path === '/' ? { status: 404 } : seen.path.endsWith('/wallet') ? { body: [] } : null)));
    expect(silent['rate']).toMatchObject({ state: 'skipped', value: 'Blaaiz does not tell; 100 a minute assumed' });
  });
});

describe('a line that can\u2019t be made', () => {
  const states = async (baseUrl: string, error?: Error) => {
    const { provider } = providerAt(baseUrl, keys, neededScopes, error ? { fetch: () => Promise.reject(error) } : {});
    return Object.fromEntries((await provider.test()).map((one) => [one.id, one]));
  };
  const coded = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

  it('is an unknown name', async () => {
    const checks = await states('https://api.blaaiz.test', coded('ENOTFOUND'));
    expect(checks['dns']).toMatchObject({ state: 'failed', value: 'api.blaaiz.test: ENOTFOUND', fix: expect.stringContaining('spelling') as string });
    expect(Object.values(checks).slice(1).every((one) => one.state === 'skipped')).toBe(true);
  });
  it('is a closed door', async () => {
    const server = await serve([]);
    await server.close();
    expect((await states(server.url))['dns']).toMatchObject({ state: 'failed', fix: expect.stringContaining('firewall') as string });
  });
  it('is a certificate nobody trusts', async () => {
    const checks = await states('https://api.blaaiz.test', coded('SELF_SIGNED_CERT_IN_CHAIN'));
    expect([checks['dns']?.state, checks['tls']?.state, checks['token']?.state]).toEqual(['ok', 'failed', 'skipped']);
    expect(checks['tls']?.fix).toContain('certificate');
  });
  it('is an address without https: nothing leaves', async () => {
    expect((await states('http://api.blaaiz.test'))['tls']).toMatchObject({ state: 'failed', value: 'Not https' });
  });
});
