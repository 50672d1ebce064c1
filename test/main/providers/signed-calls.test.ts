import { describe, expect, it } from 'vitest';
import type { Act } from '../../../main/providers/act.ts';
import { requestTo, type Endpoint } from '../../../main/providers/endpoint.ts';
import { createHttp } from '../../../main/providers/http.ts';
import { createSignedCalls, type Signing } from '../../../main/providers/signed-calls.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { createRig } from './support/deps.ts';
import { startServer, type Answer } from './support/server.ts';

const explained = (code: 'provider-refused' | 'provider-unreadable' | 'timeout' | 'signed-out') => appError(code, 'Not done.', { fix: 'Wait.' });
const endpoint = (kind: Endpoint['kind']): Endpoint => ({ method: 'POST', route: '/thing', kind, act: { failed: 'Not done' } });
const whole = (body: unknown) => body;

/** Signed calls to a server that answers in turn; tokens are counted. */
async function withCalls(answers: readonly Answer[], run: (api: ReturnType<typeof createSignedCalls<Act, string>>, facts: { readonly tokens: () => readonly string[]; readonly dropped: readonly string[] }) => Promise<void>, change: Partial<Signing<Act, string>> = {}) {
  const server = await startServer((_seen, count) => answers[count - 1] ?? 'cut');
  const rig = createRig();
  const dropped: string[] = [];
  let given = 0;
  const api = createSignedCalls<Act, string>({
    http: createHttp(rig.deps), clock: rig.deps.clock,
    errors: { replyError: () => explained('provider-refused'), unreadable: () => explained('provider-unreadable'), failureError: () => explained('timeout') },
    grant: () => Promise.resolve(ok(`token-${++given}`)),
    request: (called, input, token) => requestTo(server.url, called, input, { Authorization: token }),
    refusesToken: (reply) => reply.status === 401, drop: (token) => { dropped.push(token); },
    mayGoAgain: (kind) => kind === 'read', cleaned: (reply) => reply, ...change,
  });
  try {
    await run(api, { tokens: () => server.seen.map((seen) => seen.headers.authorization ?? ''), dropped });
  } finally { await server.close(); }
}

describe('a signed call', () => {
  it('is made once and read', async () => {
    await withCalls([{ body: { id: 1 } }], async (api, { tokens }) => {
      expect(await api.ask(endpoint('read'), {}, whole)).toEqual(ok({ id: 1 }));
      expect(tokens()).toEqual(['token-1']);
    });
  });

  it('whose token was refused goes once more with a new one, and never a third time', async () => {
    await withCalls([{ status: 401 }, { body: 1 }], async (api, { tokens, dropped }) => {
      expect(await api.ask(endpoint('read'), {}, whole)).toEqual(ok(1));
      expect([tokens(), dropped]).toEqual([['token-1', 'token-2'], ['token-1']]);
    });
    await withCalls([{ status: 401 }, { status: 401 }], async (api, { tokens }) => {
      expect(await api.ask(endpoint('read'), {}, whole)).toMatchObject({ error: { code: 'provider-refused' } });
      expect(tokens()).toHaveLength(2);
    });
  });

  it.each(['write', 'money'] as const)('that may not go again (%s) drops its token and stays refused', async (kind) => {
    await withCalls([{ status: 401 }, { body: 1 }], async (api, { tokens, dropped }) => {
      expect(await api.call(endpoint(kind))).toMatchObject({ ok: true, value: { status: 401 } });
      expect([tokens(), dropped]).toEqual([['token-1'], ['token-1']]);
    });
  });

  it('without a token never leaves, and says so', async () => {
    await withCalls([{ body: 1 }], async (api, { tokens }) => {
      expect(await api.call(endpoint('money'))).toMatchObject({ ok: false, error: { at: 'token' } });
      expect(await api.ask(endpoint('read'), {}, whole)).toMatchObject({ error: { code: 'signed-out' } });
      expect(tokens()).toEqual([]);
    }, { grant: () => Promise.resolve(fail(explained('signed-out'))) });
  });

  it('whose line broke is never made again', async () => {
    await withCalls(['cut', { body: 1 }], async (api, { tokens }) => {
      expect(await api.call(endpoint('money'))).toMatchObject({ ok: false, error: { at: 'line', failure: { kind: 'reset' } } });
      expect(tokens()).toHaveLength(1);
    });
  });

  it('hands its reply on cleaned', async () => {
    await withCalls([{ body: 'secret' }], async (api) => {
      expect(await api.call(endpoint('read'))).toMatchObject({ value: { text: 'clean' } });
    }, { cleaned: (reply) => ({ ...reply, text: 'clean' }) });
  });
});
