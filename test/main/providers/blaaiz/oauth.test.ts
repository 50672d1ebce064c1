import { afterEach, describe, expect, it } from 'vitest';
import { keys, providerAt } from '../support/blaaiz.ts';
import { startServer, type Answer, type Seen, type TestServer } from '../support/server.ts';

const open: TestServer[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });
const serve = async (token: (count: number, seen: Seen) => Answer, other: (seen: Seen) => Answer = () => ({ body: [] })) => {
  let tokens = 0;
  const server = await startServer((seen) => (seen.path === '/oauth/token' ? token(++tokens, seen) : other(seen)));
  open.push(server);
  return { server, rig: providerAt(server.url), tokens: () => tokens };
};
const grant = (count: number, more: object = {}): Answer => ({ body: { token_type: 'Bearer', expires_in: 900, access_token: `token-${count}`, ...more } });

describe('signing in', () => {
  it('posts a form with exactly the scopes of the profile and no bearer', async () => {
    const { server, rig } = await serve(grant);
    await rig.provider.payouts.wallets();
    const [seen] = server.seen;
    expect(seen?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(seen?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual({
      grant_type: 'client_credentials', client_id: keys.clientId, client_secret: keys.clientSecret,
      scope: 'wallet:read currency:read bank:read customer:read customer:write file:upload virtual-account:read payout:create transaction:read fees:read rates:read',
    });
  });

  it('asks once, however many calls wait for it', async () => {
    const { rig, tokens } = await serve(grant);
    await Promise.all([rig.provider.payouts.wallets(), rig.provider.payouts.banks('NGN'), rig.provider.payouts.warmUp()]);
    expect(tokens()).toBe(1);
  });

  it('renews a minute before the end and not earlier', async () => {
    const { rig, tokens } = await serve(grant);
    await rig.provider.payouts.warmUp();
    rig.now += 839_000;
    await rig.provider.payouts.warmUp();
    expect(tokens()).toBe(1);
    rig.now += 1000;
    await rig.provider.payouts.warmUp();
    expect(tokens()).toBe(2);
  });

  it.each([['a missing lifetime, taken as 900 s', { expires_in: undefined }], ['a lifetime in text', { expires_in: '900' }]])('takes %s', async (_name, more) => {
    const { rig, tokens } = await serve((count) => grant(count, more));
    await rig.provider.payouts.warmUp();
    rig.now += 839_000;
    await rig.provider.payouts.warmUp();
    expect(tokens()).toBe(1);
  });

  it('uses a very short token for half of its life instead of asking each time', async () => {
    const { rig, tokens } = await serve((count) => grant(count, { expires_in: 20 }));
    await rig.provider.payouts.warmUp();
    rig.now += 9000;
    await rig.provider.payouts.warmUp();
    expect(tokens()).toBe(1);
  });

  it('tries again after a fault of the provider', async () => {
    const { rig, tokens } = await serve((count) => (count < 3 ? { status: 502 } : grant(count)));
    expect((await rig.provider.payouts.warmUp()).ok).toBe(true);
    expect(tokens()).toBe(3);
  });

  it('can succeed after it failed', async () => {
    const { rig } = await serve((count) => (count === 1 ? { status: 401, body: { error: 'invalid_client' } } : grant(count)));
    expect((await rig.provider.payouts.warmUp()).ok).toBe(false);
    expect((await rig.provider.payouts.warmUp()).ok).toBe(true);
  });
});

describe('a refused sign-in', () => {
  it.each([
    ['unknown keys', 401, { error: 'invalid_client', error_description: 'Client authentication failed' }, 'signed-out'],
    ['a lacking scope', 400, { error: 'invalid_scope', error_description: 'The requested scope is invalid' }, 'scope-missing'],
    ['a bad request', 400, { error: 'invalid_request', message: 'x' }, 'signed-out'],
    ['a blocked address', 403, { message: 'Your IP address is not whitelisted.' }, 'signed-out'],
    ['a fault', 500, { message: 'Server Error' }, 'provider-down'],
    ['a page of a network', 200, '<html>Sign in</html>', 'provider-unreadable'],
  ])('for %s is told as such', async (_name, status, body, code) => {
    const { rig } = await serve(() => ({ status, body }));
    expect(await rig.provider.payouts.warmUp()).toMatchObject({ ok: false, error: { code } });
  });

  it('says that the environment or the address may be wrong', async () => {
    const { rig } = await serve(() => ({ status: 401, body: { error: 'invalid_client' } }));
    const reply = await rig.provider.payouts.warmUp();
    expect(!reply.ok && reply.error.fix).toMatch(/other environment.*address on its list/);
  });
});

describe('a token that is refused later', () => {
  it('is renewed once for a read', async () => {
    const { server, rig } = await serve(grant, (seen) => (seen.headers.authorization === 'Bearer token-1' ? { status: 401, body: { message: 'expired' } } : { body: [] }));
    expect(await rig.provider.payouts.wallets()).toEqual({ ok: true, value: [] });
    expect(server.seen.map((one) => one.path)).toEqual(['/oauth/token', '/api/external/wallet', '/oauth/token', '/api/external/wallet']);
  });

  it('never makes a loop', async () => {
    const { server, rig } = await serve(grant, () => ({ status: 401, body: { message: 'expired' } }));
    expect(await rig.provider.payouts.wallets()).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(server.seen).toHaveLength(4);
  });

  it('is not used to repeat a write', async () => {
    const { server, rig } = await serve(grant, () => ({ status: 401, body: { message: 'expired' } }));
    expect(await rig.provider.customers.update('c-1', { tin: '1' })).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(server.seen.filter((one) => one.method === 'PUT')).toHaveLength(1);
  });
});
