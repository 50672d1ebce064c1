import { describe, expect, it } from 'vitest';
import { addBusinessDays, day, nextDepositLook, nextFollowLook, nextLateLook, nextUnknownLook, nextWatchLook, settleTime } from '../../../main/payouts/schedule.ts';

const minute = 60_000;

describe('when to look next', () => {
  it('unknown: from the moment it became so, whenever the last look was', () => {
    const plan = [-1, 0, 1, 2.5, 10, 39, 40, 200].map((at) => nextUnknownLook(0, at * minute, true) / minute);
    expect(plan).toEqual([0, 2, 2, 10, 40, 40, 70, 220]);
  });
  it('unknown without an answer: soon, but not forever each minute', () => {
    expect(nextUnknownLook(0, 20 * minute, false)).toBe(21 * minute);
    expect(nextUnknownLook(0, 600 * minute, false)).toBe(600 * minute + settleTime);
  });
  it('following: never more than an hour apart', () => {
    expect(nextFollowLook(0, 0)).toBe(15_000);
    expect(nextFollowLook(100, 0)).toBe(60 * minute);
  });
  it('watching: daily, a last time at the end, then never', () => {
    expect([nextWatchLook(3 * day, 0), nextWatchLook(3 * day, 2.5 * day), nextWatchLook(3 * day, 3 * day)]).toEqual([day, 3 * day, null]);
  });
  it('a deposit: quick, then every five minutes, and never past a moment that matters', () => {
    expect([0, 5, 6, 11, 12, 400].map((checks) => nextDepositLook(checks, 0, [-1, 0]) / 1000)).toEqual([10, 10, 30, 30, 300, 300]);
    expect(nextDepositLook(400, 0, [90_000, 60_000, -5])).toBe(60_000);
  });
  it('a deposit that did not come: every half hour for a day', () => {
    expect([nextLateLook(0, 0), nextLateLook(0, day - 31 * minute), nextLateLook(0, day - 30 * minute)]).toEqual([30 * minute, day - minute, null]);
  });
  it('counts business days over weekends', () => {
    const friday = Date.UTC(2026, 8, 18, 9);
    expect(new Date(addBusinessDays(friday, 1)).toISOString()).toBe('2026-09-21T09:00:00.000Z');
    expect(new Date(addBusinessDays(friday, 10)).toISOString()).toBe('2026-10-02T09:00:00.000Z');
  });
});
