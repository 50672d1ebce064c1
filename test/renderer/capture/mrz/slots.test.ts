import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresPerStep, type Steps } from '../../../../renderer/capture/mrz/recogniser.ts';
import { signCount, slotsOf } from '../../../../renderer/capture/mrz/slots.ts';

const blank = signCount;

/** Steps that show one sign after the other, each with its probability; what is left goes to nothing. */
function steps(signs: readonly (readonly [sign: number, odds: number])[]): Steps {
  const odds = new Float64Array(signs.length * scoresPerStep).fill(1e-9);
  signs.forEach(([sign, chance], step) => {
    odds[step * scoresPerStep + blank] = 1 - chance;
    odds[step * scoresPerStep + sign] = sign === blank ? 1 : chance;
  });
  return { count: signs.length, odds };
}

/** The probability of a text, summed over every way to spread it over the steps: slow and plain. */
function slowly({ count, odds }: Steps, text: readonly number[]): number {
  const go = (step: number, done: number, last: number): number => {
    if (step === count) return done === text.length ? 1 : 0;
    const here = (sign: number) => odds[step * scoresPerStep + sign] ?? 0;
    const nothing = here(blank) * go(step + 1, done, blank);
    const stay = last === blank ? 0 : here(last) * go(step + 1, done, last);
    const next = text[done];
    return nothing + stay + (next === undefined || next === last ? 0 : here(next) * go(step + 1, done + 1, next));
  };
  return go(0, 0, blank);
}

describe('the slots of a line', () => {
  it('count signs, also the same one twice', () => {
    const { lengths } = slotsOf(steps([[36, 0.99], [blank, 1], [36, 0.99], [36, 0.99], [5, 0.99]]));
    expect(lengths[3]).toBeGreaterThan(0.95);
  });

  it('give each sign where it is, when the number of signs is known', () => {
    const odds = slotsOf(steps([[10, 0.9], [blank, 1], [24, 0.6], [blank, 1], [36, 0.9]])).of(3);
    expect([0, 1, 2].map((slot) => odds.subarray(slot * signCount, (slot + 1) * signCount).indexOf(Math.max(...odds.subarray(slot * signCount, (slot + 1) * signCount))))).toEqual([10, 24, 36]);
  });

  it('weigh exactly what trying every way would', () => {
    const step = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(fc.array(step, { minLength: 3, maxLength: 6 }), (rows) => {
      const odds = new Float64Array(rows.length * scoresPerStep);
      rows.forEach((row, at) => {
        const sum = row.reduce((a, b) => a + b, 0);
        [3, 7, 36, blank].forEach((sign, index) => { odds[at * scoresPerStep + sign] = (row[index] ?? 0) / sum; });
      });
      const line = { count: rows.length, odds };
      const texts = [3, 7, 36].flatMap((a) => [3, 7, 36].map((b) => [a, b]));
      const all = texts.map((text) => slowly(line, text));
      const whole = all.reduce((a, b) => a + b, 0);
      const slots = slotsOf(line);
      expect(slots.lengths[2]).toBeCloseTo(whole, 8);
      const first = slots.of(2).subarray(0, signCount);
      const share = (sign: number) => texts.reduce((sum, text, at) => sum + (text[0] === sign ? all[at] ?? 0 : 0), 0) / whole;
      // Probabilities are flattened a little, which leaves their order alone.
      for (const [a, b] of [[3, 7], [7, 36]] as const) if (Math.abs(share(a) - share(b)) > 1e-6) expect(Math.sign((first[a] ?? 0) - (first[b] ?? 0))).toBe(Math.sign(share(a) - share(b)));
    }), { numRuns: 40 });
  });

  it('of no steps are no signs', () => {
    expect(slotsOf({ count: 0, odds: new Float64Array(0) }).lengths.every((odds) => odds === 0)).toBe(true);
  });
});
