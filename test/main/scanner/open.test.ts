import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createLine } from '../../../main/scanner/line.ts';
import type { LineRequest } from '../../../main/scanner/line-types.ts';
import { openScanner } from '../../../main/scanner/open.ts';
import { fail } from '../../../preload/contract/result.ts';
import { after, client, codeOf, never, startScanner } from './rig.ts';

describe('a scanner', () => {
  test('describes itself', async () => {
    const server = await startScanner();
    const opened = await client().open(server.url);
    expect(opened).toMatchObject({ ok: true, value: { base: server.url, fingerprint: null, info: {
      id: '4509a320-00a0-008f-00b6-002507510eca', name: 'Bursar Specimen 1', make: 'Bursar Specimen 1', address: server.url, secure: false,
    } } });
    expect(opened.ok && opened.value.info.sources).toEqual(['platen', 'feeder', 'duplex'].map((source) => ({
      source, colors: ['color', 'gray'], resolutions: [100, 200, 300, 600], maxWidth: 215.9, maxHeight: 355.6,
    })));
  });

  test('is found by host and port alone, with and without TLS', async () => {
    const [plain, secure] = [await startScanner(), await startScanner({ tls: true })];
    expect(await client().open(`127.0.0.1:${plain.port}`)).toMatchObject({ ok: true, value: { base: plain.url } });
    expect(await client().open(`127.0.0.1:${secure.port}`)).toMatchObject({ ok: true, value: { base: secure.url, info: { secure: true } } });
  });

  test('is found below another path, and known by its address where it has no UUID', async () => {
    const server = await startScanner({ path: '/a/eSCL', switches: { uuid: null } });
    expect(await client().open(`127.0.0.1:${server.port}/a`)).toMatchObject({ ok: true, value: { base: server.url, info: { id: server.url } } });
  });

  test('may point to another place on its own host', async () => {
    const secure = await startScanner({ tls: true });
    const plain = await startScanner({ switches: { redirect: `${secure.url}/ScannerCapabilities` } });
    expect(await client().open(plain.url)).toMatchObject({ ok: true, value: { base: secure.url, info: { secure: true } } });
  });

  test.each([
    ['another host', 'http://192.168.254.254/eSCL/ScannerCapabilities'], ['the world', 'http://8.8.8.8/eSCL/ScannerCapabilities'],
    ['something else', '/eSCL/Other'], ['itself for ever', '/eSCL/ScannerCapabilities'], ['nonsense', 'http://['],
  ])('isn\u2019t followed to %s', async (_what, redirect) => {
    const server = await startScanner({ switches: { redirect } });
    expect(codeOf(await client().open(server.url))).toBe('scanner-unreadable');
    expect(server.seen.length).toBeLessThan(5);
  });

  test('isn\u2019t followed from TLS to plain', async () => {
    const plain = await startScanner();
    const secure = await startScanner({ tls: true, switches: { redirect: `${plain.url}/ScannerCapabilities` } });
    expect(codeOf(await client().open(secure.url))).toBe('scanner-unreadable');
    expect(plain.seen).toEqual([]);
  });
});

describe('what is no scanner', () => {
  test.each(['dtd', 'oversize', 'endless', 'garbage', 'html', 'nothing', 'deep', 'no-formats'] as const)('is said for capabilities that are %s', async (capabilities) => {
    const server = await startScanner({ switches: { capabilities } });
    const opened = await client().open(server.url);
    expect(opened).toMatchObject({ ok: false, error: { code: 'scanner-unreadable', fields: [{ path: 'address' }] } });
    expect(opened.ok || opened.error.message).toContain(`127.0.0.1:${server.port}`);
  });

  test.each([['locked', 'scanner-refused'], ['busy', 'scanner-busy']] as const)('is told from one that is %s', async (capabilities, code) => {
    const server = await startScanner({ switches: { capabilities } });
    expect(codeOf(await client().open(server.url))).toBe(code);
  });

  test('is said when something silent is there', async () => {
    const server = await startScanner({ switches: { capabilities: 'silent' } });
    expect(await client({ idleMs: 50 }).open(server.url)).toMatchObject({ ok: false, error: { code: 'scanner-gone', message: expect.stringContaining('stopped answering') } });
  });

  test('is said when nobody is there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    const { port } = await new Promise<AddressInfo>((resolve) => { server.once('listening', () => { resolve(server.address() as AddressInfo); }); });
    await new Promise((resolve) => { server.close(resolve); });
    expect(await client().open(`127.0.0.1:${port}`)).toMatchObject({ ok: false, error: { code: 'scanner-gone', message: expect.stringContaining('can\u2019t be reached') } });
    expect(codeOf(await client().open('no-such-name.invalid'))).toBe('scanner-gone');
  });

  test('is never looked for outside the own network, typed or by name', async () => {
    expect(codeOf(await client().open('8.8.8.8'))).toBe('scanner-outside');
    expect(codeOf(await client().open('https://[2001:db8::1]/eSCL'))).toBe('scanner-outside');
    const outside = client({ lookup: (_name, _options, callback) => { callback(Object.assign(new Error('outside'), { code: 'ERR_OUTSIDE' }), []); } });
    expect(codeOf(await outside.open('scanner.example.com'))).toBe('scanner-outside');
  });

  test('is refused as words when the address is none', async () => {
    expect(codeOf(await client().open('ftp://printer'))).toBe('validation');
  });
});

describe('a known certificate', () => {
  test('is asked for again', async () => {
    const server = await startScanner({ tls: true });
    const first = await client().must(server.url);
    expect(first.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(await client().open(server.url, first.fingerprint)).toMatchObject({ ok: true });
  });

  test('that has changed is refused before anything is asked', async () => {
    const server = await startScanner({ tls: true });
    const { fingerprint } = await client().must(server.url);
    await server.renewCertificate();
    const before = server.seen.length;
    const opened = await client().open(server.url, fingerprint);
    expect(opened).toMatchObject({ ok: false, error: { code: 'scanner-changed', fix: expect.stringContaining('trust it again') } });
    expect(server.seen.length).toBe(before);
    expect(await client().open(server.url)).toMatchObject({ ok: true });
  });

  test('is never given up for a plain line', async () => {
    const plain = await startScanner();
    const asked: LineRequest[] = [];
    const line = createLine({ after });
    await openScanner((request) => { asked.push(request); return line(request); }, `127.0.0.1:${plain.port}`, 'AA:BB', never());
    expect(asked.map(({ url }) => url.protocol)).toEqual(['https:']);
    expect(plain.seen).toEqual([]);
  });
});

test('stops when it is told to', async () => {
  const stop = new AbortController();
  const waiting = openScanner(() => new Promise((resolve) => { stop.signal.addEventListener('abort', () => { resolve(fail({ kind: 'stopped' })); }); }), 'printer', null, stop.signal);
  stop.abort();
  expect(codeOf(await waiting)).toBe('cancelled');
});
