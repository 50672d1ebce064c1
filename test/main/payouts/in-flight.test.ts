import { describe, expect, it } from 'vitest';
import { createWork } from '../../../main/payouts/in-flight.ts';

describe('what is going on', () => {
  it('runs one thing at a time for a payout, also after a failure, and others beside it', async () => {
    const work = createWork();
    const order: string[] = [];
    let open: () => void = () => undefined;
    const first = work.exclusive('a', async () => {
      await new Promise<void>((resolve) => { open = resolve; });
      order.push('first');
      throw new Error('first');
    });
    const second = work.exclusive('a', () => Promise.resolve(order.push('second')));
    await work.exclusive('b', () => Promise.resolve(order.push('other')));
    expect(work.busy('a')).toBe(true);
    open();
    await expect(first).rejects.toThrow('first');
    await second;
    await work.idle();
    expect(order).toEqual(['other', 'first', 'second']);
    expect(work.busy('a')).toBe(false);
  });
});
