import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../main/sandbox/errors.ts';
import { complaints, mergeErrors, normalise, parse, refuseIfAny, said } from '../../../main/sandbox/validate.ts';

const schema = z.object({
  first_name: z.string().max(5), age: z.int().min(18).optional(), kind: z.enum(['a', 'b']).optional(), email: z.email().optional(),
  rows: z.array(z.object({ share: z.number() })).max(1).optional(),
});

function refusalOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Refusal ? error.reply : error;
  }
}

describe('a body', () => {
  it('loses spaces, empty texts and nulls at every depth, but not zero, false or rows of a list', () => {
    expect(normalise({ a: ' x ', b: ' ', c: null, d: 0, e: false, f: { g: '', h: [' y ', { i: null }] } })).toEqual({ a: 'x', d: 0, e: false, f: { h: ['y', {}] } });
    expect([normalise(null), normalise(' a '), normalise(7)]).toEqual([null, 'a', 7]);
  });

  it('says a field as text when it is text or a number', () => {
    const body = { a: 'x', b: 0, c: true, d: {} };
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => said(body, name))).toEqual(['x', '0', undefined, undefined, undefined]);
  });
});

describe('complaints', () => {
  it.each([
    [{}, { first_name: ['The first name field is required.'] }],
    [{ first_name: 7 }, { first_name: ['The first name field must be a string.'] }],
    [{ first_name: 'Ngozi!' }, { first_name: ['The first name field must not be greater than 5 characters.'] }],
    [{ first_name: 'Jo', age: 17 }, { age: [expect.stringContaining('must be at least 18')] }],
    [{ first_name: 'Jo', age: 18.5 }, { age: ['The age field must be an integer.'] }],
    [{ first_name: 'Jo', kind: 'c' }, { kind: ['The selected kind is invalid.'] }],
    [{ first_name: 'Jo', email: 'jo@' }, { email: ['The email field must be a valid email address.'] }],
    [{ first_name: 'Jo', rows: [{}] }, { 'rows.0.share': ['The rows.0.share field is required.'] }],
    [{ first_name: 'Jo', rows: [{ share: 1 }, { share: 2 }] }, { rows: ['The rows field must not be greater than 1 items.'] }],
    [{ first_name: 'Jo', more: 1 }, {}],
  ])('about %j are in Laravel\u2019s words', (body, expected) => { expect(complaints(schema, body)).toEqual(expected); });

  it('of several checks are joined field by field', () => {
    expect(mergeErrors({ a: ['1'] }, {}, { a: ['2'], b: ['3'] })).toEqual({ a: ['1', '2'], b: ['3'] });
  });

  it('make one 422 that counts them, and none when there are none', () => {
    expect(refusalOf(() => { refuseIfAny({ a: ['One.', 'Two.'], b: ['Three.'] }); }))
      .toEqual({ status: 422, body: { message: 'One. (and 2 more errors)', errors: { a: ['One.', 'Two.'], b: ['Three.'] } } });
    expect(refusalOf(() => { refuseIfAny({}); })).toBeUndefined();
  });

  it('of the schema and of others refuse together; a clean body comes back without what nobody asked for', () => {
    expect(refusalOf(() => parse(schema, {}, { email: ['Taken.'] }))).toMatchObject({ status: 422, body: { errors: { first_name: [expect.any(String)], email: ['Taken.'] } } });
    expect(parse(schema, { first_name: 'Jo', more: 1 })).toEqual({ first_name: 'Jo' });
  });
});
