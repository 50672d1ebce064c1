import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimers, timedOut, within } from '../../../main/vault/timers.ts';
import { fakeTime, never } from './fakes.ts';

describe('waiting for work', () => {
  it('ends with the work when that is first, and leaves no timer', async () => {
    const cancelled: number[] = [];
    const timers = { after: (ms: number) => () => { cancelled.push(ms); } };
    expect(await within(Promise.resolve('done'), 50, timers)).toBe('done');
    await expect(within(Promise.reject(new Error('broken')), 60, timers)).rejects.toThrow('broken');
    await vi.waitFor(() => { expect(cancelled).toEqual([50, 60]); });
  });

  it('ends at its time and not before, and a failure that comes later harms nobody', async () => {
    const time = fakeTime();
    const { promise, reject } = Promise.withResolvers<string>();
    const ended = vi.fn<(value: unknown) => void>();
    const waiting = within(promise, 1000, time.timers).then(ended);
    time.advance(999);
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    time.advance(1);
    await waiting;
    expect(ended).toHaveBeenCalledWith(timedOut);
    reject(new Error('too late'));
    await expect(promise).rejects.toThrow('too late');
  });

  it('does not end by itself', async () => {
    const time = fakeTime();
    const result = await Promise.race([within(never<string>(), 10, time.timers), Promise.resolve('still waiting')]);
    expect(result).toBe('still waiting');
  });
});

describe('the machine\u2019s timers', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('run once after their time, or never when called off', () => {
    const run = vi.fn<() => void>();
    const calledOff = vi.fn<() => void>();
    systemTimers.after(100, run);
    systemTimers.after(100, calledOff)();
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(1);
    expect(calledOff).not.toHaveBeenCalled();
  });
});
