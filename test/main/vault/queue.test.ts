import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../../main/vault/queue.ts';

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => { resolve(undefined); } };
}

describe('the queue', () => {
  it('runs jobs of a key in order, each after the end of the one before', async () => {
    const queue = createKeyedQueue();
    const first = gate();
    const seen: string[] = [];
    const one = queue('a', async () => { seen.push('one begins'); await first.opened; seen.push('one ends'); return 1; });
    const two = queue('a', async () => { seen.push('two'); return 2; });
    const other = await queue('b', async () => { seen.push('other key'); return 3; });
    expect([other, seen]).toEqual([3, ['one begins', 'other key']]);
    first.open();
    expect(await Promise.all([one, two])).toEqual([1, 2]);
    expect(seen).toEqual(['one begins', 'other key', 'one ends', 'two']);
  });

  it('tells a failure to the job\u2019s own caller and goes on with the next', async () => {
    const queue = createKeyedQueue();
    const failing = queue('a', () => Promise.reject(new Error('no')));
    const next = queue('a', () => Promise.resolve('fine'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('fine');
  });

  it('keeps its order when a job is added while another ends', async () => {
    const queue = createKeyedQueue();
    const seen: number[] = [];
    const inner: Promise<void>[] = [];
    await queue('a', async () => { inner.push(queue('a', async () => { seen.push(2); })); seen.push(1); });
    await queue('a', async () => { seen.push(3); });
    await Promise.all(inner);
    expect(seen).toEqual([1, 2, 3]);
  });
});
