import { describe, expect, it } from 'vitest';
import { requestOf } from '../../../../main/providers/kira/api.ts';
import { account, callsTo, createdBody, idempotencyKey, kiraAt, kiraKeys, kiraOrder, payout, startKira, withKira } from '../support/kira.ts';

const users = { data: [], pagination: { total: 0, limit: 100, offset: 0, has_more: false } };

describe('a call', () => {
  it('C4: carries the key and the token everywhere, for codes too', async () => {
    await withKira({ body: users }, async ({ kira }, server) => {
      await kira.deposits(account);
      await kira.sendCode();
      await kira.status(payout);
      for (const seen of callsTo(server)) expect(seen.headers).toMatchObject({ 'x-api-key': kiraKeys.apiKey, authorization: 'Bearer token-1' });
      expect(callsTo(server).map((seen) => seen.path.split('?')[0])).toEqual([`/v1/virtual-accounts/${account}/deposits`, '/verification/send', `/v1/payouts/${payout}`]);
    });
  });

  it('names a version only when one is set', async () => {
    await withKira({ body: [] }, async ({ kira }, server) => { await kira.deposits(account); expect(callsTo(server)[0]?.headers).not.toHaveProperty('x-api-version'); });
    await withKira({ body: [] }, async ({ kira }, server) => { await kira.deposits(account); expect(callsTo(server)[0]?.headers['x-api-version']).toBe('2026-04-14'); }, { apiVersion: '2026-04-14' });
  });

  it.each(['/sandbox', '/sandbox/', '/sandbox//'])('keeps the stage of an address that ends in %s', async (stage) => {
    const server = await startKira(() => ({ body: [] }));
    try {
      await kiraAt(`${server.url}${stage}`).kira.deposits(account);
      expect(server.seen.map((seen) => seen.path.split('?')[0])).toEqual(['/sandbox/auth', `/sandbox/v1/virtual-accounts/${account}/deposits`]);
    } finally { await server.close(); }
  });

  it('can\u2019t be led to another path by an id', () => {
    const endpoint = { method: 'GET', route: '/v1/payouts/{id}', kind: 'read', act: { failed: 'x' } } as const;
    const url = (id: string) => requestOf({ baseUrl: 'https://kira.test/sandbox', apiVersion: null }, endpoint, { params: { id } }, { token: 't', apiKey: 'k' }).url;
    expect(url('../users?x=1')).toBe('https://kira.test/sandbox/v1/payouts/..%2Fusers%3Fx%3D1');
    expect(() => url('..')).toThrow('id');
    expect(() => url('')).toThrow('id');
  });

  it('gives a payout a minute and everything else half of one', async () => {
    const limits: number[] = [];
    const server = await startKira((seen) => ({ body: seen.path.endsWith('/payout') ? createdBody() : [] }));
    try {
      const { kira } = kiraAt(server.url, {}, { after: (ms) => { limits.push(ms); return () => undefined; } });
      await kira.deposits(account);
      await kira.send({ accountId: account, key: idempotencyKey, body: kira.compose(kiraOrder), code: null });
      expect(limits).toEqual([30_000, 30_000, 60_000]);
    } finally { await server.close(); }
  });
});

describe('a refused token', () => {
  it.each([{ message: 'Unauthorized' }, { message: 'The incoming token has expired' }, { code: 'unauthorized', message: 'x' }])('is renewed once for a read (%j)', async (body) => {
    await withKira((_seen, calls) => (calls.length === 1 ? { status: 401, body } : { body: [] }), async ({ kira }, server) => {
      expect(await kira.deposits(account)).toMatchObject({ ok: true });
      expect(callsTo(server).map((seen) => seen.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-3']);
    });
  });
  it('is renewed once and not forever', async () => {
    await withKira({ status: 401, body: { message: 'Unauthorized' } }, async ({ kira }, server) => {
      expect(await kira.deposits(account)).toMatchObject({ error: { code: 'signed-out' } });
      expect(callsTo(server)).toHaveLength(2);
    });
  });
  it('trap 4: is never read out of a 401 about a code', async () => {
    for (const body of [{ code: 'OTP_INVALID', message: 'Invalid' }, { error: { code: 'otp_invalid', message: 'x' } }]) {
      await withKira({ status: 401, body }, async ({ kira }, server) => {
        expect(await kira.deposits(account)).toMatchObject({ error: { code: 'code-wrong' } });
        expect(server.seen).toHaveLength(2);
      });
    }
  });
});

describe('a success that isn\u2019t one', () => {
  it.each(['error code: 522', 'Blocked', '', '<html>ok</html>'])('trap 10: %j with 200 is unreadable', async (body) => {
    await withKira({ status: 200, headers: { 'content-type': 'text/plain' }, body }, async ({ kira }) => {
      expect(await kira.deposits(account)).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
      expect(await kira.status(payout)).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
      expect(await kira.sendCode()).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
    });
  });
});
