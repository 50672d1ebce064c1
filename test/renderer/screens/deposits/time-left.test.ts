import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOff, depositTime, timeLeft } from '../../../../renderer/screens/deposits/time-left.ts';

const hour = 3_600_000;
const at = (left: number, serverAhead = 0) => timeLeft({ expiresAt: 1_000 * hour, serverAhead }, 1_000 * hour - left);

describe('the time left for a deposit', () => {
  it('turns urgent in the last hour and ends at nothing', () => {
    expect(at(21 * hour)).toEqual({ left: 21 * hour, part: 21 / 24, pace: 'calm' });
    expect([at(hour + 1).pace, at(hour).pace, at(1).pace, at(0).pace, at(-5 * hour)]).toEqual(['calm', 'urgent', 'urgent', 'over', { left: 0, part: 0, pace: 'over' }]);
  });

  it('trap 19: a slow clock on this computer gains no time, and a fast one loses none', () => {
    fc.assert(fc.property(fc.integer({ min: -48 * hour, max: 48 * hour }), fc.integer({ min: -48 * hour, max: 48 * hour }), (serverNow, ahead) => {
      const facts = { expiresAt: 0, serverAhead: ahead };
      expect(timeLeft(facts, serverNow - ahead)).toEqual(timeLeft({ expiresAt: 0, serverAhead: 0 }, serverNow));
    }));
  });

  it('never says more than the whole', () => {
    expect(at(3 * depositTime).part).toBe(1);
  });

  it('speaks of the clocks only when they differ by more than a minute', () => {
    expect([30_000, -30_000, 180_000, -180_000].map((serverAhead) => clockOff({ serverAhead }))).toEqual([0, 0, 180_000, -180_000]);
  });
});
