import { describe, expect, test, vi } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { maxPageBytes } from '../../../main/scanner/page.ts';
import { scanLimits } from '../../../main/scanner/pages.ts';
import { codeOf, fromFeeder, fromGlass, readPage, scanFrom, startScanner } from './rig.ts';

const ended = (bytes: Buffer) => bytes.subarray(-2).toString('hex');
const requests = (server: { readonly seen: readonly { readonly method: string; readonly path: string }[] }, method: string) => server.seen.filter((one) => one.method === method);

describe('pages', () => {
  test('from the glass: one, whole, as it was asked for; the job is cleaned up', async () => {
    const server = await startScanner();
    const { result, pages } = await scanFrom(server);
    expect(result).toEqual({ ok: true, value: { pages: 1 } });
    expect(pages.map(({ number, mime, bytes }) => [number, mime, bytes.subarray(0, 3).toString('hex'), ended(bytes)])).toEqual([[1, 'image/jpeg', 'ffd8ff', 'ffd9']]);
    expect(server.jobs.map(({ wanted }) => wanted)).toEqual([{ source: 'Platen', duplex: false, color: 'RGB24', format: 'image/jpeg', dpi: 100, left: 0, width: 2480, height: 3508 }]);
    expect(requests(server, 'DELETE').map(({ path }) => path)).toEqual([server.jobs[0]?.path]);
  });

  test('from the feeder: all, in order, to the end', async () => {
    const server = await startScanner({ switches: { sheets: 5 } });
    const { result, pages } = await scanFrom(server, { ...fromFeeder, color: 'gray' });
    expect(result).toEqual({ ok: true, value: { pages: 5 } });
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(pages.map(({ bytes }) => bytes.toString('base64'))).size).toBe(5);
    expect([server.jobs[0]?.state, requests(server, 'DELETE')]).toEqual(['Completed', []]);
  });

  test('from both sides: two a sheet', async () => {
    const server = await startScanner({ switches: { sheets: 2 } });
    expect((await scanFrom(server, { ...fromFeeder, source: 'duplex' })).result).toEqual({ ok: true, value: { pages: 4 } });
    expect(server.jobs[0]?.wanted.duplex).toBe(true);
  });

  test.each([['application/pdf', '%PDF'], ['image/png', '\u0089PNG']])('as %s where there is no JPEG', async (mime, start) => {
    const { pages } = await scanFrom(await startScanner({ switches: { formats: [mime] } }));
    expect(pages.map((page) => [page.mime, page.bytes.subarray(0, 4).toString('latin1')])).toEqual([[mime, start]]);
  });

  test('are known by their bytes, whatever the scanner calls them', async () => {
    expect((await scanFrom(await startScanner({ switches: { contentType: 'application/octet-stream' } }))).pages.map(({ mime }) => mime)).toEqual(['image/jpeg']);
  });

  test.each(['wrong-host', 'relative', 'slash'] as const)('come from the own host when the job\u2019s address is %s', async (location) => {
    expect((await scanFrom(await startScanner({ switches: { location } }))).result).toEqual({ ok: true, value: { pages: 1 } });
  });

  test.each(['other-prefixes', 'default-namespace', 'no-namespace', 'utf-16', 'shared-profiles'] as const)('come in the dialect %s', async (xml) => {
    expect((await scanFrom(await startScanner({ switches: { xml, sheets: 2 } }), fromFeeder)).result).toEqual({ ok: true, value: { pages: 2 } });
  });

  test('come over TLS', async () => {
    expect((await scanFrom(await startScanner({ tls: true }))).result).toEqual({ ok: true, value: { pages: 1 } });
  });

  test('come where the scanner tells nothing of jobs, or nothing at all', async () => {
    expect((await scanFrom(await startScanner({ switches: { listsJobs: false, sheets: 2 } }), fromFeeder)).result).toEqual({ ok: true, value: { pages: 2 } });
    expect((await scanFrom(await startScanner({ switches: { status: 'missing', sheets: 2 } }), fromFeeder)).result).toEqual({ ok: true, value: { pages: 2 } });
    expect((await scanFrom(await startScanner({ switches: { status: 'garbage', notReady: 1, sheets: 2 } }), fromFeeder)).result).toEqual({ ok: true, value: { pages: 2 } });
  });

  test('are told of as they come', async () => {
    const { progress } = await scanFrom(await startScanner({ switches: { sheets: 2 } }), fromFeeder);
    expect(progress[0]).toEqual({ scannerId: '4509a320-00a0-008f-00b6-002507510eca', state: 'starting', pages: 0, bytes: 0 });
    expect(progress.map(({ pages }) => pages)).toEqual(progress.map(({ pages }) => pages).toSorted((a, b) => a - b));
    expect(progress.some(({ bytes }) => bytes > 0)).toBe(true);
    expect(progress.at(-1)).toMatchObject({ state: 'scanning', pages: 2 });
  });
});

describe('waiting', () => {
  test('a busy scanner is asked each second, and then scans', async () => {
    const server = await startScanner({ switches: { busy: 3 } });
    const { result, waits, progress } = await scanFrom(server);
    expect([result.ok, waits, requests(server, 'POST').length]).toEqual([true, [1000, 1000, 1000], 4]);
    expect(progress.filter(({ state }) => state === 'waiting')).toHaveLength(3);
  });

  test('ten times at most', async () => {
    const server = await startScanner({ switches: { busy: 50 } });
    const { result, waits } = await scanFrom(server);
    expect([codeOf(result), waits.length, requests(server, 'POST').length]).toEqual(['scanner-busy', 9, 10]);
  });

  test('a page that isn\u2019t ready is asked for again', async () => {
    const { result, waits } = await scanFrom(await startScanner({ switches: { notReady: 2, sheets: 2 } }), fromFeeder);
    expect([result, waits]).toEqual([{ ok: true, value: { pages: 2 } }, [1000, 1000, 1000, 1000]]);
  });

  test('but not for ever, and the job is cancelled', async () => {
    const server = await startScanner({ switches: { notReady: 1000 } });
    const { result, waits } = await scanFrom(server);
    expect([codeOf(result), waits.length, server.jobs[0]?.state]).toEqual(['scanner-gone', scanLimits.tries - 1, 'Canceled']);
  });

  test('a second lies between the pages of a Brother', async () => {
    const { waits } = await scanFrom(await startScanner({ switches: { make: 'Brother MFC-L2710DW', sheets: 3 } }), fromFeeder);
    expect(waits).toEqual([1000, 1000, 1000]);
  });

  test('a device that ends the stack when it is hurried gives all its pages to one that waits', async () => {
    const server = await startScanner({ switches: { make: 'Brother MFC-L2710DW', sheets: 2, hurryMs: 30 } });
    vi.spyOn(Date, 'now').mockImplementation((() => { let now = 0; return () => { now += 1000; return now; }; })());
    expect((await scanFrom(server, fromFeeder)).result).toEqual({ ok: true, value: { pages: 2 } });
    vi.restoreAllMocks();
  });
});

describe('what the scanner reports', () => {
  test.each([
    ['Jam', 'scanner-jam'], ['MultipickDetected', 'scanner-jam'], ['HatchOpen', 'scanner-cover'], ['DoorOpen', 'scanner-cover'], ['InputTrayFailed', 'scanner-stopped'],
  ] as const)('%s in the middle of a stack ends it with %s; pages before stay', async (state, code) => {
    const { result, pages } = await scanFrom(await startScanner({ switches: { sheets: 5, trouble: { after: 2, state } } }), fromFeeder);
    expect([codeOf(result), pages.length]).toEqual([code, 2]);
    expect(!result.ok && result.error.fix).toContain('The 2 pages that came before are in the tray.');
    expect(!result.ok && result.error.message).toContain('Bursar Specimen 1');
  });

  test.each([['Jam', 'scanner-jam'], ['HatchOpen', 'scanner-cover']] as const)('%s is said at once, without waiting for a busy scanner', async (feederState, code) => {
    const { result, waits } = await scanFrom(await startScanner({ switches: { feederState, busy: 50 } }), fromFeeder);
    expect([codeOf(result), waits]).toEqual([code, []]);
  });

  test('a jam in the feeder is no matter to the glass', async () => {
    expect((await scanFrom(await startScanner({ switches: { feederState: 'Jam' } }))).result.ok).toBe(true);
  });

  test('an empty feeder', async () => {
    const { result } = await scanFrom(await startScanner({ switches: { sheets: 0 } }), fromFeeder);
    expect(result).toMatchObject({ ok: false, error: { code: 'scanner-empty', fix: expect.stringContaining('glass') } });
    expect(codeOf((await scanFrom(await startScanner({ switches: { sheets: 0, refuse: 409 } }), fromFeeder)).result)).toBe('scanner-empty');
  });

  test('an empty feeder is felt first where starting it would do harm', async () => {
    const server = await startScanner({ switches: { make: 'Canon MF410 Series', sheets: 0 } });
    expect(codeOf((await scanFrom(server, fromFeeder)).result)).toBe('scanner-empty');
    expect(server.jobs).toEqual([]);
  });

  test('stopped, before and in the middle', async () => {
    expect(codeOf((await scanFrom(await startScanner({ switches: { state: 'Stopped', busy: 50 } }))).result)).toBe('scanner-stopped');
    expect(codeOf((await scanFrom(await startScanner({ switches: { state: 'Down', refuse: 500 } }))).result)).toBe('scanner-stopped');
    expect(codeOf((await scanFrom(await startScanner({ switches: { sheets: 3, stopAfter: 1 } }), fromFeeder)).result)).toBe('scanner-stopped');
    expect(codeOf((await scanFrom(await startScanner({ switches: { refuse: 500 } }))).result)).toBe('scanner-stopped');
  });

  test('cancelled at the device', async () => {
    const { result, pages } = await scanFrom(await startScanner({ switches: { sheets: 3, cancelAfter: 1 } }), fromFeeder);
    expect([codeOf(result), pages.length]).toEqual(['scanner-cancelled', 1]);
    expect(!result.ok && result.error.fix).toContain('The page that came before is in the tray.');
    expect(codeOf((await scanFrom(await startScanner({ switches: { cancelAfter: 0, listsJobs: false } }))).result)).toBe('scanner-cancelled');
  });

  test.each([[400, 'scanner-refused'], [409, 'scanner-refused'], [415, 'scanner-refused'], [401, 'scanner-refused'], [403, 'scanner-refused'], [302, 'scanner-stopped']])('status %i for the job', async (refuse, code) => {
    expect(codeOf((await scanFrom(await startScanner({ switches: { refuse } }))).result)).toBe(code);
  });

  test('a job without an address', async () => {
    expect(codeOf((await scanFrom(await startScanner({ switches: { location: 'missing' } }))).result)).toBe('scanner-unreadable');
  });

  test('a host that takes jobs only for itself', async () => {
    expect((await scanFrom(await startScanner({ switches: { server: 'HP_Compact_Server', onlyHost: 'localhost' } }))).result.ok).toBe(true);
    expect(codeOf((await scanFrom(await startScanner({ switches: { onlyHost: 'localhost' } }))).result)).toBe('scanner-refused');
  });
});

describe('a page that isn\u2019t one', () => {
  test.each(['empty', 'html', 'short'] as const)('%s is refused, and the job ended', async (page) => {
    const server = await startScanner({ switches: { page, sheets: 3 } });
    const { result, pages } = await scanFrom(server, fromFeeder);
    expect([codeOf(result), pages, server.jobs[0]?.state]).toEqual(['scanner-unreadable', [], 'Canceled']);
  });

  test.each([1, 1000, 20_000])('cut off after %i bytes never counts as a page', async (cutAt) => {
    const keep = vi.fn(async (page: Parameters<typeof readPage>[0]) => ok(await readPage(page)));
    const { result } = await scanFrom(await startScanner({ switches: { cutAt, sheets: 3, pageBytes: 100_000 } }), fromFeeder, { keep });
    expect(codeOf(result)).toBe('scanner-gone');
    for (const { value } of keep.mock.results) await expect(value).rejects.toThrow('broken');
  });

  test('cut off is the scanner\u2019s fault, though its keeper calls it another', async () => {
    const keep = async (page: Parameters<typeof readPage>[0]) => readPage(page).then(() => ok(null), () => fail(appError('storage', 'The disk is full.')));
    expect(codeOf((await scanFrom(await startScanner({ switches: { cutAt: 50_000, pageBytes: 100_000 } }), fromGlass, { keep })).result)).toBe('scanner-gone');
  });

  test('that stands still is given up', async () => {
    const server = await startScanner({ switches: { stallAt: 50_000, pageBytes: 100_000 } });
    expect(codeOf((await scanFrom(server, fromGlass, { line: { idleMs: 100 } })).result)).toBe('scanner-gone');
    expect(server.jobs[0]?.state).toBe('Canceled');
  });

  test('beyond the limit is given up', async () => {
    const server = await startScanner({ switches: { pageBytes: maxPageBytes + 1 } });
    const keep = async ({ bytes }: Parameters<typeof readPage>[0]) => {
      let size = 0;
      for await (const part of bytes) size += part.byteLength;
      return ok(size);
    };
    const { result } = await scanFrom(server, fromGlass, { keep });
    expect(result).toMatchObject({ ok: false, error: { code: 'file-size', message: expect.stringContaining('200 MB') } });
  });
});

describe('the keeper of pages', () => {
  test('ends the scan with its own error, and the job is cancelled', async () => {
    const server = await startScanner({ switches: { sheets: 3 } });
    const keep = async (page: Parameters<typeof readPage>[0]) => {
      await readPage(page);
      return page.number === 2 ? fail(appError('storage', 'The disk is full.', { fix: 'Make room.' })) : ok(null);
    };
    const { result } = await scanFrom(server, fromFeeder, { keep });
    expect(result).toMatchObject({ ok: false, error: { code: 'storage', fix: 'Make room. The page that came before is in the tray.' } });
    expect(server.jobs[0]?.state).toBe('Canceled');
  });

  test('who throws is heard, and the job is cancelled', async () => {
    const server = await startScanner({ switches: { sheets: 3 } });
    await expect(scanFrom(server, fromFeeder, { keep: () => Promise.reject(new Error('a bug')) })).rejects.toThrow('a bug');
    expect(server.jobs[0]?.state).toBe('Canceled');
  });

  test('gets no more than the most pages of one scan', async () => {
    const server = await startScanner({ switches: { sheets: scanLimits.pages + 5 } });
    const { result } = await scanFrom(server, { ...fromFeeder, color: 'gray', width: 20, height: 20 });
    expect(codeOf(result)).toBe('file-pages');
    expect([server.jobs[0]?.sent, server.jobs[0]?.state]).toEqual([scanLimits.pages, 'Canceled']);
  });
});

describe('cancelling here', () => {
  test('in the middle of a page reaches the scanner', async () => {
    const server = await startScanner({ switches: { sheets: 3, slowMs: 5, pageBytes: 5_000_000 } });
    const stop = new AbortController();
    const keep = async ({ bytes }: Parameters<typeof readPage>[0]) => {
      for await (const part of bytes) if (part.byteLength > 0) stop.abort();
      return ok(null);
    };
    const { result } = await scanFrom(server, fromFeeder, { keep, signal: stop.signal });
    expect([codeOf(result), server.jobs[0]?.state, server.jobs[0]?.sent]).toEqual(['cancelled', 'Canceled', 0]);
    expect(requests(server, 'DELETE').map(({ path }) => path)).toEqual([server.jobs[0]?.path]);
  });

  test('between two pages reaches the scanner', async () => {
    const server = await startScanner({ switches: { sheets: 3 } });
    const stop = new AbortController();
    const { result } = await scanFrom(server, fromFeeder, { signal: stop.signal, keep: async (page) => {
      await readPage(page);
      stop.abort();
      return ok(null);
    } });
    expect([codeOf(result), server.jobs[0]?.state, requests(server, 'DELETE').length]).toEqual(['cancelled', 'Canceled', 1]);
  });

  test('while the scanner is silent ends at once', async () => {
    const server = await startScanner({ switches: { stallAt: 0 } });
    const stop = new AbortController();
    const scanning = scanFrom(server, fromGlass, { signal: stop.signal });
    await vi.waitFor(() => { expect(requests(server, 'GET').some(({ path }) => path.endsWith('NextDocument'))).toBe(true); });
    stop.abort();
    expect(codeOf((await scanning).result)).toBe('cancelled');
    expect(server.jobs[0]?.state).toBe('Canceled');
  });

  test('before it began starts nothing', async () => {
    const server = await startScanner();
    expect(codeOf((await scanFrom(server, fromGlass, { signal: AbortSignal.abort() })).result)).toBe('cancelled');
    expect(server.jobs).toEqual([]);
  });
});

test('what the scanner can\u2019t do isn\u2019t asked of it', async () => {
  const server = await startScanner({ switches: { feeder: false } });
  expect(codeOf((await scanFrom(server, fromFeeder)).result)).toBe('validation');
  expect(requests(server, 'POST')).toEqual([]);
});
