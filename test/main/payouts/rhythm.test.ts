import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { get, openDesk, sentPayout, type TestDesk } from './desk.ts';
import { settle } from './fake-time.ts';

const minute = 60_000;
let test: TestDesk;
let began: number;
let looks: number[];

/** Minutes since the outcome became unknown at which the provider was asked, whole ones. */
const minutes = () => looks.map((at) => Math.round((at - began) / minute));

beforeEach(async () => {
  test = openDesk();
  onTestFinished(test.close);
  looks = [];
  const find = test.provider.find;
  test.provider.find = (reference) => {
    looks.push(test.time.clock());
    return find(reference);
  };
  test.provider.fates = ['lost-before'];
  began = test.time.clock() + 5000;
  await sentPayout(test);
});

describe('an unknown payout is looked up by itself', () => {
  it('at once, after two and ten minutes, then every half hour', async () => {
    await test.time.advance(101 * minute);
    expect(minutes()).toEqual([0, 2, 10, 40, 70, 100]);
  });

  it('at once after a restart, and then in the same rhythm', async () => {
    await test.time.advance(5 * minute);
    test.crash();
    await test.time.advance(36 * minute);
    expect(minutes()).toEqual([0, 2, 5, 10, 40]);
  });

  it('soon after a sleep that missed looks, once for all of them', async () => {
    await test.time.advance(minute);
    test.time.jump(35 * minute);
    await test.time.advance(6 * minute);
    expect(minutes()).toEqual([0, 37, 40]);
  });

  it('soon after the clock was set back, and no more often than before', async () => {
    await test.time.advance(11 * minute);
    test.time.jump(-120 * minute);
    await test.time.advance(130 * minute);
    const after = looks.slice(3);
    expect(after.length).toBeGreaterThanOrEqual(3);
    expect(after.length).toBeLessThanOrEqual(12);
    expect((after[0] ?? 0) - (began - 109 * minute)).toBeLessThanOrEqual(2 * minute);
  });

  it('at once when Bursar is unlocked, and never while it is locked', async () => {
    await test.time.advance(3 * minute);
    test.desk().pause();
    await test.time.advance(50 * minute);
    expect(minutes()).toEqual([0, 2]);
    test.desk().resume();
    await test.time.advance(0);
    await settle();
    expect(minutes()).toEqual([0, 2, 53]);
    const [id = ''] = test.db().all<{ id: string }>('SELECT id FROM payouts').map((row) => row.id);
    expect((await get(test, id)).state).toBe('unknown');
  });
});
