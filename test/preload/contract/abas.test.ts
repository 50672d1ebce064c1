import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abaProblem } from '../../../preload/contract/abas.ts';

const real = ['021000021', '011401533', '322271627', '121042882', '026009593', '800000007'];

describe('a US routing number', () => {
  it.each(real.slice(0, 5))('%s is right', (number) => { expect(abaProblem(number)).toBeNull(); });

  it.each(['000000000', '99', '02100002a', '0210000210', '', ' 021000021', '990000000', '130000006'])('%j is refused', (number) => {
    expect(abaProblem(number)).toMatch(/routing number/);
  });

  it('finds every single wrong digit and every swap of unlike neighbours that 3-7-1 can see', () => {
    fc.assert(fc.property(fc.constantFrom(...real.slice(0, 5)), fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
      expect(abaProblem(wrong)).not.toBeNull();
    }));
    fc.assert(fc.property(fc.constantFrom(...real.slice(0, 5)), fc.nat(7), (number, at) => {
      const [a = '', b = ''] = [number[at], number[at + 1]];
      fc.pre(Math.abs(Number(a) - Number(b)) % 5 !== 0);
      expect(abaProblem(number.slice(0, at) + b + a + number.slice(at + 2))).not.toBeNull();
    }));
  });

  it('names an unassigned prefix even when the checksum fits', () => {
    expect(abaProblem('990000003')).toMatch(/starts like this/);
  });
});
