import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, wireMarkup } from '../../../../main/payouts/kira/markup.ts';

describe('trap 2: a percentage as Kira reads it', () => {
  it.each([['2', '0.02'], ['0', '0'], ['0.5', '0.005'], ['2,5 %', '0.025'], [' 12.34% ', '0.1234'], ['100', '1'], ['100.00', '1']])('%s is %s', (typed, wire) => {
    expect(fractionOf(typed)).toBe(wire);
  });

  it.each(['', 'two', '-1', '100.01', '101', '2.345', '1e2', '2 %%', '1,000', '0x10', '.5', 'NaN', '%'])('takes no %j', (typed) => {
    expect(fractionOf(typed)).toBeNull();
  });

  it('never asks for more than the whole, and is exact', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const wire = fractionOf((hundredths / 100).toFixed(2));
      expect(wire).toMatch(/^(0(\.\d{1,4})?|1)$/);
      expect(Math.round(Number(wire) * 10_000)).toBe(hundredths);
    }));
    fc.assert(fc.property(fc.string({ maxLength: 12 }), (typed) => {
      const wire = fractionOf(typed);
      if (wire !== null) expect(Number(wire)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('trap 3: a mark-up on the wire', () => {
  it('has both parts or is not there', () => {
    expect(wireMarkup(null)).toEqual({ ok: true, value: null });
    expect(wireMarkup({ fixedMinor: 1000, percent: '' })).toEqual({ ok: true, value: { fixed: '10.00', percentage: '0' } });
    expect(wireMarkup({ fixedMinor: null, percent: '2' })).toEqual({ ok: true, value: { fixed: '0.00', percentage: '0.02' } });
  });

  it('says which part is wrong', () => {
    expect(wireMarkup({ fixedMinor: null, percent: ' ' })).toMatchObject({ ok: false, error: { path: 'kira.markup' } });
    expect(wireMarkup({ fixedMinor: 5, percent: '200' })).toMatchObject({ ok: false, error: { path: 'kira.markup.percent' } });
  });
});
