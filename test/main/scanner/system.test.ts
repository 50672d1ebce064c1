import { expect, test } from 'vitest';
import { createSystemScanners } from '../../../main/scanner/system.ts';
import { ok } from '../../../preload/contract/result.ts';
import { after, fromGlass, never, readPage, startScanner } from './rig.ts';

test('scans on the system\u2019s clock, and waits for a busy scanner', async () => {
  const server = await startScanner({ switches: { busy: 1 } });
  const waits: number[] = [];
  const scanners = createSystemScanners((ms, run) => after(ms === 1_000 ? 1 : ms, () => { waits.push(ms); run(); }));
  const opened = await scanners.open(server.url, null, never());
  if (!opened.ok) throw new Error(opened.error.message);
  expect(await scanners.scan(opened.value, fromGlass, async (page) => ok(await readPage(page)), () => undefined, never())).toEqual({ ok: true, value: { pages: 1 } });
  expect(waits).toEqual([1_000]);
});

test('is stopped while it waits', async () => {
  const server = await startScanner({ switches: { busy: 50 } });
  const stop = new AbortController();
  const scanners = createSystemScanners(after);
  const opened = await scanners.open(server.url, null, never());
  if (!opened.ok) throw new Error(opened.error.message);
  const scanning = scanners.scan(opened.value, fromGlass, async () => ok(null), ({ state }) => { if (state === 'waiting') queueMicrotask(() => { stop.abort(); }); }, stop.signal);
  expect(await scanning).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});
