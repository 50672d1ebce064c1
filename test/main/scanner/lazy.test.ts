import { expect, it, vi } from 'vitest';
import { lazyScanners } from '../../../main/scanner/lazy.ts';
import { noScanners } from './no-scanners.ts';

it('loads nothing before somebody looks, and then once', async () => {
  const watch = vi.fn(() => () => undefined);
  const load = vi.fn(() => Promise.resolve({ ...noScanners(), watch }));
  const scanners = lazyScanners(load);
  expect(load).not.toHaveBeenCalled();
  scanners.watch(() => undefined);
  scanners.watch(() => undefined);
  await vi.waitFor(() => expect(watch).toHaveBeenCalledTimes(2));
  expect(load).toHaveBeenCalledTimes(1);
});

it('stops looking when asked, also before it was loaded', async () => {
  const stopped = vi.fn();
  const watch = vi.fn(() => stopped);
  const loaded = Promise.resolve({ ...noScanners(), watch });
  const scanners = lazyScanners(() => loaded);
  scanners.watch(() => undefined)();
  await loaded;
  expect(watch).not.toHaveBeenCalled();
  const stop = scanners.watch(() => undefined);
  await vi.waitFor(() => expect(watch).toHaveBeenCalled());
  stop();
  expect(stopped).toHaveBeenCalledTimes(1);
});
