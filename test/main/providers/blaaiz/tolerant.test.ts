import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { phpMap, pick } from '../../../../main/providers/blaaiz/tolerant.ts';
import { wireId } from '../../../../main/providers/wire-values.ts';

it('reads a list as an empty map, and a map as it is', () => {
  const schema = phpMap(z.record(z.string(), z.string()));
  expect([schema.parse([]), schema.parse({ a: 'b' })]).toEqual([{}, { a: 'b' }]);
  expect(schema.safeParse('x').success).toBe(false);
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
