import { describe, expect, it } from 'vitest';
import { createAttemptDelay } from '../../../main/vault/attempt-delay.ts';
import { fakeTime } from './fakes.ts';

describe('the delay after wrong passphrases', () => {
  it('forgives two slips, then doubles up to a minute', () => {
    const time = fakeTime();
    const delay = createAttemptDelay(time.now);
    const waits = Array.from({ length: 9 }, () => {
      delay.wrong();
      const wait = delay.waitMs();
      time.advance(wait);
      return wait;
    });
    expect(waits).toEqual([0, 0, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('counts down with the clock and is forgotten after the right one', () => {
    const time = fakeTime();
    const delay = createAttemptDelay(time.now);
    for (let i = 0; i < 4; i += 1) delay.wrong();
    time.advance(1500);
    expect(delay.waitMs()).toBe(2500);
    delay.right();
    expect(delay.waitMs()).toBe(0);
    delay.wrong();
    expect(delay.waitMs()).toBe(0);
  });

  it('never locks anybody out for longer than a minute, even if the clock is set back', () => {
    let now = 1_000_000;
    const delay = createAttemptDelay(() => now);
    for (let i = 0; i < 5; i += 1) delay.wrong();
    now = 0;
    expect(delay.waitMs()).toBe(60_000);
  });
});
