import { describe, expect, it, vi } from 'vitest';
import { createFlush, flushLimitMs } from '../../../main/session/flush.ts';
import { fakeTime, settle } from '../payouts/fake-time.ts';

function setUp() {
  const time = fakeTime();
  const announce = vi.fn();
  const flush = createFlush(announce, time.timers.after);
  const ended: string[] = [];
  const ask = (name: string) => { void flush.ask().then(() => ended.push(name)); };
  return { time, announce, flush, ended, ask };
}

describe('waiting for the screen to save', () => {
  it('ends with the answer and leaves no timer behind', async () => {
    const { time, announce, flush, ended, ask } = setUp();
    ask('a');
    await settle();
    expect([announce.mock.calls.length, ended]).toEqual([1, []]);
    flush.answered();
    await settle();
    expect([ended, time.pending()]).toEqual([['a'], 0]);
  });

  it('ends at its limit without an answer, not before', async () => {
    const { time, ended, ask } = setUp();
    ask('a');
    await time.advance(flushLimitMs - 1);
    expect(ended).toEqual([]);
    await time.advance(1);
    await settle();
    expect(ended).toEqual(['a']);
  });

  it('ends for everybody who asked: with one answer, or each at the limit', async () => {
    const { time, flush, ended, ask } = setUp();
    ask('a');
    ask('b');
    flush.answered();
    await settle();
    expect(ended).toEqual(['a', 'b']);
    ask('c');
    await time.advance(500);
    ask('d');
    await time.advance(500);
    await settle();
    expect(ended).toEqual(['a', 'b', 'c']);
    await time.advance(500);
    await settle();
    expect([ended, time.pending()]).toEqual([['a', 'b', 'c', 'd'], 0]);
  });

  it('takes no answer for a question that comes later', async () => {
    const { flush, ended, ask } = setUp();
    flush.answered();
    ask('a');
    await settle();
    expect(ended).toEqual([]);
  });
});
