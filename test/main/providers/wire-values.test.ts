import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lenient, wireDecimal, wireId } from '../../../main/providers/wire-values.ts';

describe('wire values', () => {
  it('keep ids as text and refuse what is none', () => {
    expect([wireId.parse('0012'), wireId.parse(12)]).toEqual(['0012', '12']);
    for (const value of ['', null, true, {}, Number.NaN]) expect(wireId.safeParse(value).success).toBe(false);
  });

  it('keep decimals digit for digit', () => {
    expect([wireDecimal.parse(' 0100.50 '), wireDecimal.parse(-2.5), wireDecimal.parse('12345678901234567890.123')]).toEqual(['0100.50', '-2.5', '12345678901234567890.123']);
    for (const value of ['', '1,000.00', '1e3', '.5', '5.', 'NaN', null, Number.POSITIVE_INFINITY, ['1']]) expect(wireDecimal.safeParse(value).success).toBe(false);
  });

  it('that may be missing are null for absent, null and odd alike', () => {
    const schema = z.object({ rate: lenient(wireDecimal), id: wireId });
    for (const odd of [{}, { rate: null }, { rate: 'soon' }, { rate: {} }]) expect(schema.parse({ id: 1, ...odd })).toEqual({ id: '1', rate: null });
    expect(schema.parse({ id: 1, rate: 0 })).toEqual({ id: '1', rate: '0' });
  });
});
