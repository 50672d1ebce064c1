import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttp } from '../../../main/providers/http.ts';
import type { HttpRequest } from '../../../main/providers/http-types.ts';
import { createRig } from './support/deps.ts';
import { startServer, type Answer, type Seen, type TestServer } from './support/server.ts';

const open: TestServer[] = [];
const serve = async (answer: (seen: Seen, count: number) => Answer) => {
  const server = await startServer(answer);
  open.push(server);
  return server;
};
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({ kind: 'read', method: 'GET', url: `${url}/thing/42`, route: '/thing/{id}', ...more });
const post = (url: string, kind: HttpRequest['kind']) => request(url, { kind, method: 'POST', body: '{"a":1}' });

describe('a reply', () => {
  it('comes with status, headers and parsed JSON, whatever its content type says', async () => {
    const server = await serve(() => ({ status: 201, headers: { 'content-type': 'text/html', 'x-a': 'b' }, body: '\uFEFF {"n":1} ' }));
    const reply = await createHttp(createRig().deps).request(request(server.url));
    expect(reply).toMatchObject({ ok: true, value: { status: 201, json: { n: 1 } } });
    expect(reply.ok && reply.value.headers.get('x-a')).toBe('b');
  });

  it('that is not JSON has no json but keeps its text', async () => {
    const server = await serve(() => ({ body: '<html>hello</html>' }));
    const reply = await createHttp(createRig().deps).request(request(server.url));
    expect(reply).toMatchObject({ ok: true, value: { json: undefined, text: '<html>hello</html>' } });
  });

  it('larger than eight megabytes is not read to the end', async () => {
    const server = await serve(() => ({ body: 'x'.repeat(9 * 1024 * 1024) }));
    const reply = await createHttp(createRig().deps).request(request(server.url));
    expect(reply).toMatchObject({ ok: false, error: { kind: 'too-large' } });
  });

  it('that redirects is refused and the other address never asked', async () => {
    const target = await serve(() => ({ body: {} }));
    const server = await serve(() => ({ status: 302, headers: { location: target.url } }));
    const reply = await createHttp(createRig().deps).request(request(server.url));
    expect(reply).toMatchObject({ ok: false, error: { kind: 'redirect' } });
    expect(target.seen).toHaveLength(0);
  });
});

describe('repeating', () => {
  it.each([500, 502, 503, 429, 408])('tries a read again after %i and gives the later answer', async (status) => {
    const server = await serve((_seen, count) => (count === 1 ? { status, body: { message: 'no' } } : { body: { n: 2 } }));
    const rig = createRig();
    expect(await createHttp(rig.deps).request(request(server.url))).toMatchObject({ ok: true, value: { status: 200, json: { n: 2 } } });
    expect(server.seen).toHaveLength(2);
    expect(rig.logs.map((line) => line.attempt)).toEqual([1, 2]);
  });

  it('stops after three tries, waiting longer each time', async () => {
    const server = await serve(() => 'cut');
    const rig = createRig();
    expect(await createHttp(rig.deps).request(request(server.url, { kind: 'token', method: 'POST', body: '' }))).toMatchObject({ ok: false, error: { kind: 'reset' } });
    expect(server.seen).toHaveLength(3);
    expect(rig.slept).toEqual([300, 600]);
  });

  it('waits as long as Retry-After says', async () => {
    const server = await serve((_seen, count) => (count === 1 ? { status: 429, headers: { 'retry-after': '7' } } : {}));
    const rig = createRig();
    await createHttp(rig.deps).request(request(server.url));
    expect(rig.slept).toEqual([7000]);
  });

  it('gives up rather than wait longer than a minute', async () => {
    const server = await serve(() => ({ status: 429, headers: { 'retry-after': '3600' }, body: { message: 'Too Many Attempts.' } }));
    expect(await createHttp(createRig().deps).request(request(server.url))).toMatchObject({ ok: true, value: { status: 429 } });
    expect(server.seen).toHaveLength(1);
  });

  it.each(['money', 'write', 'upload', 'probe'] as const)('never repeats a %s call, whatever happens to it', async (kind) => {
    const broken: readonly Answer[] = ['cut', { status: 500 }, { status: 429 }, { status: 408 }, { status: 503, headers: { 'retry-after': '1' } }];
    for (const answer of broken) {
      const server = await serve(() => answer);
      await createHttp(createRig().deps).request(post(server.url, kind));
      expect(server.seen).toHaveLength(1);
    }
  });

  it.each([400, 401, 403, 404, 422])('does not repeat a read that was answered with %i', async (status) => {
    const server = await serve(() => ({ status, body: { message: 'no' } }));
    await createHttp(createRig().deps).request(request(server.url));
    expect(server.seen).toHaveLength(1);
  });
});

describe('a time limit', () => {
  it('ends a call that is not answered', async () => {
    const server = await serve(() => 'silence');
    const rig = createRig();
    const reply = createHttp(rig.deps).request(post(server.url, 'money'));
    await vi.waitFor(() => { expect(server.seen).toHaveLength(1); });
    for (const end of rig.limits.values()) end();
    expect(await reply).toEqual({ ok: false, error: { kind: 'timeout', code: 'TIMEOUT' } });
  });

  it('is the request\u2019s own where it has one', async () => {
    const server = await serve(() => ({}));
    const limits: number[] = [];
    const http = createHttp(createRig({ after: (ms) => { limits.push(ms); return () => undefined; } }).deps);
    await http.request(post(server.url, 'money'));
    await http.request({ ...post(server.url, 'money'), timeoutMs: 60_000 });
    expect(limits).toEqual([30_000, 60_000]);
  });

  it('is put away when the reply is there', async () => {
    const server = await serve(() => ({}));
    const rig = createRig();
    await createHttp(rig.deps).request(request(server.url));
    expect(rig.limits.size).toBe(0);
  });

  it('begins again with every chunk of an upload that leaves', async () => {
    const server = await serve(() => ({ headers: { etag: '"1"' } }));
    const started: number[] = [];
    const rig = createRig({ after: (ms) => { started.push(ms); return () => undefined; } });
    const sent: number[] = [];
    async function* bytes() { yield new Uint8Array(10); yield new Uint8Array(20); }
    await createHttp(rig.deps).request({
      ...request(server.url, { kind: 'upload', method: 'PUT', headers: { 'Content-Length': '30' } }), stream: { bytes: bytes(), onSent: (total) => sent.push(total) },
    });
    expect(sent).toEqual([10, 30]);
    expect(started).toHaveLength(3);
    expect(server.seen[0]?.headers['content-length']).toBe('30');
    expect(server.seen[0]?.headers['transfer-encoding']).toBeUndefined();
  });
});

describe('stopping', () => {
  it('ends what is in flight and refuses what comes later', async () => {
    const server = await serve(() => 'silence');
    const http = createHttp(createRig().deps);
    const reply = http.request(request(server.url));
    await vi.waitFor(() => { expect(server.seen).toHaveLength(1); });
    http.close();
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'aborted' } });
    expect(await http.request(request(server.url))).toMatchObject({ ok: false, error: { kind: 'aborted' } });
    expect(server.seen).toHaveLength(1);
  });

  it('leaves a payout that is being sent alone', async () => {
    let answer: () => void = () => undefined;
    const http = createHttp(createRig({ fetch: (_url, init) => new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => { reject(new Error('stopped')); });
      answer = () => { resolve(new Response('{"n":1}')); };
    }) }).deps);
    const reply = http.request(post('https://blaaiz.test', 'money'));
    http.close();
    answer();
    expect(await reply).toMatchObject({ ok: true, value: { json: { n: 1 } } });
  });

  it('stops one request by its own signal', async () => {
    const server = await serve(() => 'silence');
    const stop = new AbortController();
    const reply = createHttp(createRig().deps).request(request(server.url, { signal: stop.signal }));
    await vi.waitFor(() => { expect(server.seen).toHaveLength(1); });
    stop.abort();
    expect(await reply).toMatchObject({ ok: false, error: { kind: 'aborted' } });
  });
});

describe('the address', () => {
  it('must be https, unless it is this machine: nothing leaves in the clear', async () => {
    const asked = vi.fn<typeof fetch>();
    const http = createHttp(createRig({ fetch: (url, init) => asked(url, init) }).deps);
    expect(await http.request(request('http://api.blaaiz.test'))).toMatchObject({ ok: false, error: { kind: 'insecure' } });
    expect(asked).not.toHaveBeenCalled();
  });

  it('is asked without cookies, cache or redirects', async () => {
    const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => Promise.resolve(new Response('{}')));
    await createHttp(createRig({ fetch: asked }).deps).request(request('https://api.blaaiz.test'));
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store' });
  });
});

describe('what is reported', () => {
  it('says that the provider was reached, even when it refused', async () => {
    const server = await serve(() => ({ status: 403, body: { message: 'no' } }));
    const rig = createRig();
    await createHttp(rig.deps).request(request(server.url));
    expect(rig.reach).toEqual([[true, null]]);
  });

  it('says that it was not, and why', async () => {
    const server = await startServer(() => ({}));
    await server.close();
    const rig = createRig();
    expect(await createHttp(rig.deps).request(post(server.url, 'write'))).toMatchObject({ ok: false, error: { kind: 'offline', code: 'ECONNREFUSED' } });
    expect(rig.reach).toEqual([[false, 'ECONNREFUSED']]);
  });

  it('logs the route and not the path', async () => {
    const server = await serve(() => ({}));
    const rig = createRig();
    await createHttp(rig.deps).request(request(server.url));
    expect(rig.logs).toEqual([{ event: 'http', method: 'GET', route: '/thing/{id}', status: 200, durationMs: 0, attempt: 1 }]);
  });
});

describe('the allowance', () => {
  const nearlyUsed = (remaining: number) => ({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': '30' });

  it('is told to whoever shows it', async () => {
    const server = await serve(() => ({ headers: nearlyUsed(42) }));
    const rig = createRig();
    const http = createHttp(rig.deps);
    await http.request(request(server.url));
    expect(rig.budgets).toEqual([{ remaining: 42, limit: 100, resetAt: rig.now + 30_000 }]);
    expect(http.budget()).toMatchObject({ remaining: 42, told: true });
  });

  it('may be kept in a provider\u2019s own way', async () => {
    const server = await serve(() => ({ status: 429 }));
    const rig = createRig();
    const learnt: number[] = [];
    const own = { take: () => undefined, delay: () => 1234, learn: (_headers: Headers, status: number) => { learnt.push(status); }, state: () => ({ remaining: 1, limit: 5, resetAt: null }), told: () => true };
    const http = createHttp(rig.deps, own);
    await http.request({ ...request(server.url), kind: 'probe' });
    expect([learnt, rig.slept, http.budget()]).toEqual([[429], [], { remaining: 1, limit: 5, resetAt: null, told: true }]);
    await http.request(request(server.url));
    expect(rig.slept[0]).toBe(1234);
  });

  it('makes reads wait when it is nearly used up, and money not', async () => {
    const server = await serve(() => ({ headers: nearlyUsed(3) }));
    const rig = createRig();
    const http = createHttp(rig.deps);
    await http.request(request(server.url));
    await http.request(post(server.url, 'money'));
    expect(rig.slept).toEqual([]);
    await http.request(request(server.url));
    expect(rig.slept).toEqual([30_000]);
  });
});
