import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wireAmount, wireMoney } from '../../../../main/providers/kira/amounts.ts';
import { parseJson } from '../../../../main/providers/parse-json.ts';

const cents = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('an amount that is sent', () => {
  it('has exactly two decimals and nothing else, for every number of cents', () => {
    fc.assert(fc.property(cents, (minor) => {
      const text = wireAmount({ minor, currency: 'USD' });
      expect(text).toMatch(/^\d+\.\d{2}$/);
      expect(text.replace('.', '').replace(/^0+/, '')).toBe(String(minor));
    }));
  });
  it.each([0, -1])('of %i cents is a bug', (minor) => {
    expect(() => wireAmount({ minor, currency: 'USD' })).toThrow('above zero');
  });
});

describe('an amount that is read', () => {
  it('trap 24: comes back to the cent from what was written, as text', () => {
    fc.assert(fc.property(cents, (minor) => { expect(wireMoney(wireAmount({ minor, currency: 'USD' }), 'usd')).toEqual({ minor, currency: 'USD' }); }));
  });
  it('trap 24: comes back to the cent from a JSON number, however long', () => {
    fc.assert(fc.property(cents, (minor) => {
      const reply = parseJson(`{"amount":${wireAmount({ minor, currency: 'USD' })}}`) as { amount: string | number };
      expect(wireMoney(reply.amount, 'USD')).toEqual({ minor, currency: 'USD' });
    }));
  });
  it('with parts of a cent is refused, never rounded', () => {
    fc.assert(fc.property(cents, fc.integer({ min: 1, max: 9 }), (minor, more) => { expect(wireMoney(`${wireAmount({ minor, currency: 'USD' })}${more}`, 'USD')).toBeNull(); }));
    expect(wireMoney('5000.000', 'USD')).toEqual({ minor: 500_000, currency: 'USD' });
  });
  it.each([['', 'USD'], ['1,000.00', 'USD'], ['$5', 'USD'], [null, 'USD'], ['5', 'USDC'], ['5', null], ['0x10', 'USD']])('%j in %s is none', (value, currency) => {
    expect(wireMoney(value, currency)).toBeNull();
  });
});
