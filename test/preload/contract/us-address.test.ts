import { describe, expect, it } from 'vitest';
import { usStateProblem, zipProblem } from '../../../preload/contract/us-address.ts';

describe('a US state', () => {
  it.each(['NY', 'DC', 'PR', 'AE'])('%s is one', (state) => { expect(usStateProblem(state)).toBeNull(); });
  it.each(['ny', 'New York', '', 'N', 'NY '])('%j is not written as one', (state) => { expect(usStateProblem(state)).toMatch(/two letters/); });
  it.each(['ZZ', 'ON', 'UK'])('%s is the code of none', (state) => { expect(usStateProblem(state)).toContain(`\u201c${state}\u201d`); });
  it('is one of fifty, the capital, or one of nine territories and military posts', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => usStateProblem(code) === null);
    expect(known).toHaveLength(50 + 1 + 9);
  });
});

describe('a ZIP code', () => {
  it.each(['10001', '00501', '10001-0042'])('%s is one', (zip) => { expect(zipProblem(zip)).toBeNull(); });
  it.each(['1000', '100010', '10001-', '10001-42', '10001 0042', 'LS1 1AA', '\u0661\u0661\u0661\u0661\u0661', '10001\n'])('%j is none', (zip) => { expect(zipProblem(zip)).not.toBeNull(); });
});
