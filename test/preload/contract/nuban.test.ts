import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nubanCheckDigit, nubanDoubt, nubanProblem } from '../../../preload/contract/nuban.ts';

const bank = fc.stringMatching(/^\d{3}$/);
const serial = fc.stringMatching(/^\d{9}$/);

describe('a Nigerian account number', () => {
  it('carries the check digit of the central bank\u2019s worked example', () => {
    expect(nubanCheckDigit('011', '000001457')).toBe(9);
    expect(nubanDoubt('0000014579', '011')).toBeNull();
    expect(nubanDoubt('0000014578', '011')).toMatch(/check digit/);
  });

  it.each(['', '123456789', '12345678901', '12345678a0'])('%j has the wrong shape', (number) => { expect(nubanProblem(number)).toMatch(/10 digits/); });

  it('doubts exactly the nine other last digits of any serial', () => {
    fc.assert(fc.property(bank, serial, (code, nine) => {
      const doubts = Array.from({ length: 10 }, (_, digit) => nubanDoubt(`${nine}${digit}`, code));
      expect(doubts.filter((doubt) => doubt === null)).toHaveLength(1);
    }));
  });

  it('keeps silent where the rule doesn\u2019t apply: longer bank codes, no code, a wrong shape', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{10}$/), fc.constantFrom('', '50211', '090267', 'abc'), (number, code) => {
      expect(nubanDoubt(number, code)).toBeNull();
    }));
    expect(nubanDoubt('123', '011')).toBeNull();
  });
});
