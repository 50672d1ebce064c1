import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readWhole } from '../../../main/scanner/ask.ts';
import { createLine } from '../../../main/scanner/line.ts';
import { LineBroken, type LineRequest } from '../../../main/scanner/line-types.ts';
import { after, never, startScanner } from './rig.ts';

/** A server that writes what it is told, byte for byte. */
async function raw(serve: (socket: Socket) => void): Promise<URL> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.close(); });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const get = (url: URL, more: Partial<LineRequest> = {}): LineRequest => ({ method: 'GET', url, fingerprint: null, signal: never(), ...more });
const line = createLine({ after, connectMs: 200, idleMs: 200 });
const kindOf = async (request: LineRequest) => {
  const reply = await line(request);
  if (!reply.ok) return reply.error.kind;
  const whole = await readWhole(reply.value, 1_000_000);
  return whole.ok ? `${reply.value.status} ${whole.value?.byteLength}` : whole.error.kind;
};

describe('a line that goes wrong', () => {
  test.each([
    ['no HTTP', 'hello, I am a printer\r\n\r\n', 'broken'],
    ['an end before the head', '', 'broken'],
    ['a body shorter than promised', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'broken'],
    ['chunks without an end', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 'broken'],
    ['a head without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, 'broken'],
    ['a whole body', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc', '200 3'],
    ['a body that ends with the line', 'HTTP/1.0 200 OK\r\n\r\nabcd', '200 4'],
  ])('is told from one that doesn\u2019t: %s', async (_what, text, expected) => {
    expect(await kindOf(get(await raw((socket) => { socket.once('data', () => { socket.end(text); }); })))).toBe(expected);
  });

  test('is given up when nothing comes, at the head and later', async () => {
    expect(await kindOf(get(await raw(() => undefined)))).toBe('timeout');
    expect(await kindOf(get(await raw((socket) => { socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'); })))).toBe('timeout');
    expect(await kindOf(get(await raw(() => undefined), { patienceMs: 10 }))).toBe('timeout');
  });

  test('has no TLS where TLS is wanted', async () => {
    const url = await raw((socket) => { socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'); });
    expect(await kindOf(get(new URL(url.href.replace('http:', 'https:'))))).toBe('insecure');
  });
});

test('is stopped at every point', async () => {
  const silent = await raw(() => undefined);
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = kindOf(get(silent, { signal: first.signal }));
  first.abort();
  expect([await waiting, await kindOf(get(silent, { signal: first.signal }))]).toEqual(['stopped', 'stopped']);
  const started = await line(get(await raw((socket) => { socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'); }), { signal: second.signal }));
  if (!started.ok) throw new Error('no reply');
  const pieces = started.value.bytes[Symbol.asyncIterator]();
  await pieces.next();
  second.abort();
  await expect(pieces.next()).rejects.toSatisfy((error: unknown) => error instanceof LineBroken && error.failure.kind === 'stopped');
});

test('a reader that leaves lets go of the line', async () => {
  const closed = Promise.withResolvers<void>();
  const reply = await line(get(await raw((socket) => {
    socket.on('close', () => { closed.resolve(); }).resume();
    socket.write('HTTP/1.1 200 OK\r\n\r\nabc');
  })));
  if (!reply.ok) throw new Error('no reply');
  const pieces = reply.value.bytes[Symbol.asyncIterator]();
  await pieces.next();
  await pieces.return?.();
  await closed.promise;
});

test('tells the certificate of a secure line, and refuses another than the known one', async () => {
  const server = await startScanner({ tls: true });
  const url = new URL(`${server.url}/ScannerStatus`);
  const reply = await line(get(url));
  if (!reply.ok) throw new Error('no reply');
  reply.value.drop();
  const fingerprint = reply.value.fingerprint ?? '';
  expect(fingerprint).toHaveLength(95);
  expect(await kindOf(get(url, { fingerprint }))).toMatch(/^200 /);
  expect(await line(get(url, { fingerprint: 'AA' }))).toEqual({ ok: false, error: { kind: 'changed', fingerprint } });
});
