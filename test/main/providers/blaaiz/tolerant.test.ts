import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lenient, phpMap, pick, wireDecimal, wireId } from '../../../../main/providers/blaaiz/tolerant.ts';

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

  it('read a list as an empty map, and a map as it is', () => {
    const schema = phpMap(z.record(z.string(), z.string()));
    expect([schema.parse([]), schema.parse({ a: 'b' })]).toEqual([{}, { a: 'b' }]);
    expect(schema.safeParse('x').success).toBe(false);
  });
});

describe('picking out of a reply', () => {
  const schema = z.object({ id: wireId });

  it.each([
    ['bare', { id: 1 }], ['under data', { data: { id: 1 } }], ['under data twice', { data: { data: { id: 1 } } }], ['under its key', { customer: { id: 1 } }],
    ['under its key in data', { message: 'ok', data: { customer: { id: 1 } } }],
  ])('finds it %s', (_where, body) => { expect(pick(body, schema, 'customer')).toEqual({ id: '1' }); });

  it('prefers the key to what surrounds it', () => {
    expect(pick({ id: 'outer', data: { id: 'middle', customer: { id: 'inner' } } }, schema, 'customer')).toEqual({ id: 'inner' });
    expect(pick({ id: 'outer', data: { id: 'inner' } }, schema)).toEqual({ id: 'inner' });
  });

  it.each([null, undefined, 'text', [], {}, { data: null }, { data: [{ id: 1 }] }, { other: { id: 1 } }])('finds nothing in %j', (body) => {
    expect(pick(body, schema, 'customer')).toBeNull();
  });
});
