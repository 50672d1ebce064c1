import { describe, expect, test, vi } from 'vitest';
import { createScanDesk, pageName, type ScanDeskDeps, type ScannedPage } from '../../../main/documents/scan.ts';
import { createLine } from '../../../main/scanner/line.ts';
import { createScanners } from '../../../main/scanner/scanners.ts';
import type { Service } from '../../../main/scanner/services.ts';
import { systemTimers } from '../../../main/vault/timers.ts';
import type { EventPayloads } from '../../../preload/contract/api.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { KnownScanner, ScanProgress } from '../../../preload/contract/scanning.ts';
import { after, codeOf, fromFeeder, fromGlass, startScanner } from '../scanner/rig.ts';

/** A desk on real scanners, with a tray and a memory that can be looked into. */
function desk(change: Partial<ScanDeskDeps> = {}) {
  let known: readonly KnownScanner[] = [];
  let network: (services: readonly Service[]) => void = () => undefined;
  const watched = { now: 0 };
  const tray: { readonly name: string; readonly source: string; readonly bytes: number }[] = [];
  const scans: ScanProgress[] = [];
  const lists: EventPayloads['scanners']['scanners'][] = [];
  const scanners = createScanners({
    line: createLine({ after }), clock: () => performance.now(), wait: async () => undefined,
    discover: (onServices) => {
      watched.now += 1;
      network = onServices;
      return () => { watched.now -= 1; };
    },
  });
  const keepCapture = async ({ name, source, bytes }: ScannedPage) => {
    let size = 0;
    for await (const piece of bytes) size += piece.byteLength;
    tray.push({ name, source, bytes: size });
    return ok(null);
  };
  const made = createScanDesk({
    scanners, keepCapture, clock: () => new Date(2026, 10, 3, 9, 5, 7).getTime(), timers: systemTimers,
    memory: {
      all: () => known,
      remember: (scanner) => { known = [scanner, ...known.filter(({ id }) => id !== scanner.id)]; return ok(undefined); },
      forget: (id) => { known = known.filter((one) => one.id !== id); return ok(undefined); },
    },
    tellScanners: ({ scanners: now }) => { lists.push(now); }, tellScan: (progress) => { scans.push(progress); }, ...change,
  });
  const { handlers } = made;
  return {
    ...made, handlers, tray, scans, lists, watched, network: (services: readonly Service[]) => { network(services); }, known: () => known,
    open: (address: string, trust = false) => handlers['scanners.open']({ at: { address }, trust }),
    scan: (id: string, settings = fromGlass) => handlers['scanners.scan']({ id, settings }),
  };
}

const uuid = '4509a320-00a0-008f-00b6-002507510eca';
const service = (port: number, secure = false): Service => ({ name: 'Second floor', secure, addresses: ['127.0.0.1'], port, txt: new Map([['rs', 'eSCL'], ['uuid', uuid]]) });

describe('a typed scanner', () => {
  test('is remembered once it has answered, and scans into the tray', async () => {
    const server = await startScanner({ switches: { sheets: 2 } });
    const { open, scan, tray, known, handlers, scans } = desk();
    expect(await open(server.url)).toMatchObject({ ok: true, value: { id: uuid, name: 'Bursar Specimen 1' } });
    expect(known()).toEqual([{ id: uuid, name: 'Bursar Specimen 1', address: server.url, fingerprint: null }]);
    expect(await handlers['scanners.list']({})).toEqual({ ok: true, value: [{ id: uuid, name: 'Bursar Specimen 1', address: server.url, secure: false, found: false, known: true }] });
    expect(await scan(uuid, fromFeeder)).toEqual({ ok: true, value: { pages: 2 } });
    expect(tray.map(({ name, source }) => [name, source])).toEqual([['Scan 2026-11-03 09.05.07 page 1.jpg', 'scanner'], ['Scan 2026-11-03 09.05.07 page 2.jpg', 'scanner']]);
    expect(scans.at(-1)).toMatchObject({ scannerId: uuid, state: 'scanning', pages: 2 });
  });

  test('that doesn\u2019t answer isn\u2019t remembered', async () => {
    const { open, known } = desk();
    expect([codeOf(await open('127.0.0.1:1')), codeOf(await open('8.8.8.8')), codeOf(await open('')), known()]).toEqual(['scanner-gone', 'scanner-outside', 'validation', []]);
  });

  test('is forgotten when asked to', async () => {
    const server = await startScanner();
    const { open, handlers, known, scan, lists } = desk();
    await open(server.url);
    expect(await handlers['scanners.forget']({ id: uuid })).toEqual({ ok: true, value: null });
    expect([known(), lists.at(-1)]).toEqual([[], []]);
    expect(codeOf(await scan(uuid))).toBe('not-found');
  });
});

describe('the network', () => {
  test('is watched only while somebody looks', async () => {
    const { handlers, watched, pause } = desk();
    expect(watched.now).toBe(0);
    await handlers['scanners.watch']({ on: true });
    await handlers['scanners.watch']({ on: true });
    expect(watched.now).toBe(1);
    await handlers['scanners.watch']({ on: false });
    expect(watched.now).toBe(0);
    await handlers['scanners.watch']({ on: true });
    await pause();
    await handlers['scanners.watch']({ on: true });
    expect(watched.now).toBe(0);
  });

  test('tells of scanners, which are one with those remembered', async () => {
    const server = await startScanner();
    const { handlers, network, lists, open } = desk();
    await handlers['scanners.watch']({ on: true });
    network([service(server.port)]);
    const entry = { id: uuid, name: 'Second floor', address: server.url, secure: false, found: true, known: false };
    expect(lists.at(-1)).toEqual([entry]);
    await open(server.url);
    expect(lists.at(-1)).toEqual([{ ...entry, known: true }]);
    network([]);
    expect(lists.at(-1)).toEqual([{ ...entry, name: 'Bursar Specimen 1', found: false, known: true }]);
  });

  test('gives a scanner its own name, and its new address when it has moved', async () => {
    const [first, second] = [await startScanner(), await startScanner()];
    const { handlers, network, known, scan } = desk();
    await handlers['scanners.watch']({ on: true });
    network([service(first.port)]);
    expect(await handlers['scanners.open']({ at: { id: uuid }, trust: false })).toMatchObject({ ok: true, value: { id: uuid, name: 'Second floor' } });
    await first.close();
    network([service(second.port)]);
    expect(await scan(uuid)).toMatchObject({ ok: true });
    expect(known()).toMatchObject([{ address: second.url, name: 'Second floor' }]);
  });

  test('names a scanner by its name when it fails', async () => {
    const { handlers, network } = desk();
    await handlers['scanners.watch']({ on: true });
    network([service(1)]);
    expect(await handlers['scanners.open']({ at: { id: uuid }, trust: false })).toMatchObject({ ok: false, error: { message: 'Second floor can\u2019t be reached.' } });
  });
});

describe('a certificate', () => {
  test('is remembered, and another is taken only when somebody says so', async () => {
    const server = await startScanner({ tls: true });
    const { open, known, handlers } = desk();
    await open(server.url);
    const [before] = known();
    expect(before?.fingerprint).toMatch(/^[0-9A-F:]{95}$/);
    await server.renewCertificate();
    expect(codeOf(await handlers['scanners.open']({ at: { id: uuid }, trust: false }))).toBe('scanner-changed');
    expect(codeOf(await open(server.url))).toBe('scanner-changed');
    expect(known()).toEqual([before]);
    expect((await handlers['scanners.open']({ at: { id: uuid }, trust: true })).ok).toBe(true);
    expect(known()[0]?.fingerprint).not.toBe(before?.fingerprint);
  });

  test('isn\u2019t given up for a scanner of the same name without one', async () => {
    const [secure, plain] = [await startScanner({ tls: true }), await startScanner()];
    const { open, handlers, network } = desk();
    await open(secure.url);
    expect(codeOf(await open(plain.url))).toBe('scanner-changed');
    await handlers['scanners.watch']({ on: true });
    network([service(plain.port)]);
    expect(codeOf(await handlers['scanners.open']({ at: { id: uuid }, trust: false }))).toBe('scanner-changed');
    expect(plain.seen.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe('a scan', () => {
  test('runs alone', async () => {
    const server = await startScanner({ switches: { stallAt: 0 } });
    const { open, scan, handlers, scans } = desk();
    await open(server.url);
    const first = scan(uuid);
    expect(codeOf(await scan(uuid))).toBe('conflict');
    await vi.waitFor(() => { expect(server.jobs).toHaveLength(1); });
    await handlers['scanners.cancel']({});
    expect([codeOf(await first), server.jobs[0]?.state, scans.at(-1)?.state]).toEqual(['cancelled', 'Canceled', 'cancelling']);
    expect(await handlers['scanners.cancel']({})).toEqual({ ok: true, value: null });
  });

  test('asks a remembered scanner anew after a restart', async () => {
    const server = await startScanner();
    const known: KnownScanner = { id: 'desk', name: 'Desk', address: server.url, fingerprint: null };
    const { scan, tray } = desk({ memory: { all: () => [known], remember: () => ok(undefined), forget: () => ok(undefined) } });
    expect(await scan('desk')).toEqual({ ok: true, value: { pages: 1 } });
    expect(tray).toHaveLength(1);
  });

  test('ends with the tray\u2019s own error', async () => {
    const server = await startScanner();
    const { open, scan } = desk({ keepCapture: async () => fail(appError('conflict', 'The tray is full.')) });
    await open(server.url);
    expect(await scan(uuid)).toMatchObject({ ok: false, error: { code: 'conflict', message: 'The tray is full.' } });
  });

  test('ends when the app is locked, before the store closes, even if the scanner never listens', async () => {
    const server = await startScanner({ switches: { stallAt: 60_000, pageBytes: 200_000 } });
    const { open, scan, pause, tray } = desk();
    await open(server.url);
    const scanning = scan(uuid);
    await vi.waitFor(() => { expect(server.seen.some(({ path }) => path.endsWith('NextDocument'))).toBe(true); });
    await pause();
    expect([codeOf(await scanning), tray, server.jobs[0]?.state]).toEqual(['cancelled', [], 'Canceled']);
    expect(codeOf(await scan(uuid))).toBe('conflict');
  });

  test('isn\u2019t remembered where the settings can\u2019t be saved', async () => {
    const server = await startScanner();
    const { open } = desk({ memory: { all: () => [], remember: () => fail(appError('storage', 'Full.')), forget: () => fail(appError('storage', 'Full.')) } });
    expect(codeOf(await open(server.url))).toBe('storage');
    expect(codeOf(await desk({ memory: { all: () => [], remember: () => ok(undefined), forget: () => fail(appError('storage', 'Full.')) } }).handlers['scanners.forget']({ id: 'x' }))).toBe('storage');
  });
});

test('a page is called after when its scan began', () => {
  expect(pageName(new Date(2026, 0, 2, 3, 4, 5).getTime(), 12, 'application/pdf')).toBe('Scan 2026-01-02 03.04.05 page 12.pdf');
});
