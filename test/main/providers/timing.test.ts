import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { after, sleep } from '../../../main/providers/timing.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('waits as long as asked', async () => {
  const woken = vi.fn<() => void>();
  void sleep(500, new AbortController().signal).then(woken);
  await vi.advanceTimersByTimeAsync(499);
  expect(woken).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toHaveBeenCalledOnce();
});

it('comes back at once when stopped, before or meanwhile', async () => {
  const stop = new AbortController();
  const waiting = sleep(500, stop.signal);
  stop.abort();
  await waiting;
  await sleep(500, stop.signal);
  expect(vi.getTimerCount()).toBe(0);
});

it('runs once later, unless taken back', async () => {
  const run = vi.fn<() => void>();
  after(100, run);
  after(100, run)();
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledOnce();
});
