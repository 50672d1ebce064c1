import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UploadBody } from '../../../../main/providers/provider.ts';
import { providerAt } from '../support/blaaiz.ts';
import { startServer, type Answer, type Seen, type TestServer } from '../support/server.ts';

const open: TestServer[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });

const chunk = new Uint8Array(64 * 1024).fill(65);
const bodyOf = (chunks: number, onOpen: () => void = () => undefined): UploadBody => ({
  size: chunks * chunk.byteLength, mime: 'image/jpeg',
  open: async function* () { onOpen(); for (let i = 0; i < chunks; i++) yield chunk; },
});
const idle = () => new AbortController().signal;
const done: Answer = { headers: { etag: '"abc"' }, body: '' };

async function storage(answer: Answer | ((seen: Seen) => Answer) = done) {
  const server = await startServer(typeof answer === 'function' ? answer : () => answer);
  open.push(server);
  const rig = providerAt(server.url);
  const put = (url = `${server.url}/k?X-Amz-Signature=s3cr3t`, headers: Record<string, string> = { 'Content-Type': 'image/jpeg', 'x-amz-acl': 'private' }, body = bodyOf(3), signal = idle()) =>
    rig.provider.customers.upload({ fileId: 'f1', url, headers }, body, () => undefined, signal);
  return { server, rig, put };
}

describe('an upload', () => {
  it('carries exactly the headers it was given, its length, and no token', async () => {
    const { server, put } = await storage();
    expect(await put()).toEqual({ ok: true, value: undefined });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'PUT', path: '/k?X-Amz-Signature=s3cr3t', headers: { 'content-type': 'image/jpeg', 'x-amz-acl': 'private', 'content-length': String(3 * 65536) } });
    expect(seen?.headers).not.toHaveProperty('authorization');
    expect(seen?.headers).not.toHaveProperty('content-disposition');
    expect(seen?.headers).not.toHaveProperty('transfer-encoding');
    expect(seen?.body.length).toBe(3 * 65536);
  });

  it('tells how many bytes have left', async () => {
    const { server, rig } = await storage();
    const sent: number[] = [];
    await rig.provider.customers.upload({ fileId: 'f', url: `${server.url}/k`, headers: {} }, bodyOf(4), (total) => sent.push(total), idle());
    expect(sent).toEqual([65536, 131072, 196608, 262144]);
  });

  it('takes bytes only as fast as they leave, so memory does not grow with the file', async () => {
    let taken = 0;
    const server = await startServer(() => done);
    open.push(server);
    let let1: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { let1 = resolve; });
    // A host that takes one chunk and then none until told.
    const rig = providerAt(server.url, undefined, undefined, { fetch: async (_url, init) => {
      const reader = (init.body as ReadableStream<Uint8Array>).getReader();
      await reader.read();
      await held;
      while (!(await reader.read()).done);
      return new Response('', { headers: { etag: '"1"' } });
    } });
    const body: UploadBody = { size: 400 * chunk.byteLength, mime: 'image/jpeg', open: async function* () { for (let i = 0; i < 400; i++) { taken += 1; yield chunk; } } };
    const upload = rig.provider.customers.upload({ fileId: 'f', url: `${server.url}/k`, headers: {} }, body, () => undefined, idle());
    await vi.waitFor(() => { expect(taken).toBeGreaterThan(0); });
    expect(taken).toBeLessThan(5);
    let1();
    expect((await upload).ok).toBe(true);
    expect(taken).toBe(400);
  });

  it('leaves Host to the connection', async () => {
    const { server, put } = await storage();
    await put(undefined, { Host: 'bucket.example.test' });
    expect(server.seen[0]?.headers.host).toBe(new URL(server.url).host);
  });

  it('without a receipt has not arrived', async () => {
    const { put } = await storage({ body: '' });
    expect(await put()).toMatchObject({ ok: false, error: { code: 'upload-refused' } });
  });

  it('is stopped by its signal', async () => {
    const { put, server } = await storage('silence');
    const stop = new AbortController();
    const upload = put(undefined, undefined, undefined, stop.signal);
    await vi.waitFor(() => { expect(server.seen).toHaveLength(1); });
    stop.abort();
    expect(await upload).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('that is cut off can go on later, and is not repeated by itself', async () => {
    const { put, server } = await storage('cut');
    expect(await put()).toMatchObject({ ok: false, error: { code: 'offline', fix: expect.stringContaining('safe here') as string } });
    expect(server.seen).toHaveLength(1);
  });
});

describe('what a storage answers', () => {
  const xml = (code: string, message = '') => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>REQ-12345</RequestId></Error>`;
  it.each([
    [403, xml('AccessDenied', 'Request has expired'), 'upload-expired'], [403, xml('AccessDenied'), 'upload-expired'], [403, '', 'upload-expired'], [400, xml('ExpiredToken'), 'upload-expired'],
    [403, xml('SignatureDoesNotMatch', 'The signature does not match.'), 'upload-refused'], [400, xml('EntityTooLarge'), 'upload-refused'],
    [403, xml('RequestTimeTooSkewed'), 'clock-skew'], [503, xml('SlowDown'), 'provider-down'], [411, xml('MissingContentLength'), 'upload-refused'],
  ])('%i %s is %s', async (status, body, code) => {
    const { put } = await storage({ status, body, headers: { 'content-type': 'application/xml' } });
    expect(await put()).toMatchObject({ ok: false, error: { code } });
  });

  it('keeps the storage\u2019s reference for support', async () => {
    const { put } = await storage({ status: 403, body: xml('SignatureDoesNotMatch') });
    expect(await put()).toMatchObject({ error: { reference: 'REQ-12345' } });
  });

  it('is not followed elsewhere', async () => {
    const other = await storage();
    const { put } = await storage({ status: 307, headers: { location: `${other.server.url}/k` } });
    expect(await put()).toMatchObject({ ok: false });
    expect(other.server.seen).toHaveLength(0);
  });
});

describe('an upload address that is not used', () => {
  const publicProvider = () => {
    const fetch = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response('', { headers: { etag: '"1"' } })));
    return { fetch, rig: providerAt('https://api-dev.blaaiz.test', undefined, undefined, { fetch }) };
  };
  it.each(['http://bucket.example.test/k', 'http://127.0.0.1:1/k', 'https://127.0.0.1/k', 'https://localhost/k', 'https://169.254.169.254/latest', 'https://10.0.0.5/k',
    'https://[::1]/k', 'file:///etc/passwd', 'https://user:pass@bucket.example.test/k'])('%s', async (url) => {
    const { fetch, rig } = publicProvider();
    let opened = false;
    const reply = await rig.provider.customers.upload({ fileId: 'f', url, headers: {} }, bodyOf(1, () => { opened = true; }), () => undefined, idle());
    expect(reply).toMatchObject({ ok: false, error: { code: 'upload-refused' } });
    expect(fetch).not.toHaveBeenCalled();
    expect(opened).toBe(false);
  });

  it('names another host in its headers', async () => {
    const { rig } = publicProvider();
    expect(await rig.provider.customers.upload({ fileId: 'f', url: 'https://a.example.test/k', headers: { host: 'b.example.test' } }, bodyOf(1), () => undefined, idle())).toMatchObject({ ok: false });
  });

  it('is used when it is https and public', async () => {
    const { rig, fetch } = publicProvider();
    expect((await rig.provider.customers.upload({ fileId: 'f', url: 'https://a.example.test/k', headers: { host: 'a.example.test' } }, bodyOf(1), () => undefined, idle())).ok).toBe(true);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('leads away from this machine although the profile is the built-in sandbox, without https', async () => {
    const { put } = await storage();
    expect(await put('http://bucket.example.test/k')).toMatchObject({ ok: false, error: { code: 'upload-refused' } });
  });
});
