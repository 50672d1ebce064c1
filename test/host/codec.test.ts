import { expect, test } from 'vitest';
import { makeCodec, nodeBytes } from './codec.ts';

const codec = makeCodec(nodeBytes);
const through = (value: unknown): unknown => codec.unpack(JSON.parse(JSON.stringify(codec.pack(value))));

test.each([
  [undefined], [null], ['text'], [0], [-0], [NaN], [Infinity], [12n], [[1, [undefined]]], [{ a: { $: 'x' }, b: undefined }],
  [new Date(0)], [new Map([[{ k: 1 }, new Set(['v'])]])], [new Uint8Array([1, 2, 3])], [new Float64Array([1.5])],
  [JSON.parse('{"__proto__":{"polluted":true}}')],
])('%o comes out as it went in', (value) => {
  expect(through(value)).toEqual(value);
});

test('an invalid date stays one', () => {
  expect((through(new Date(NaN)) as Date).getTime()).toBeNaN();
});

test('an error keeps its name and message and loses its stack’s files', () => {
  const error = through(new RangeError('too much')) as Error;
  expect([error.name, error.message]).toEqual(['RangeError', 'too much']);
});

test('a part of a larger buffer crosses as that part alone', () => {
  const part = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
  expect(through(part)).toEqual(new Uint8Array([1, 2]));
});

test.each([[() => 1], [Symbol('s')]])('%o is refused', (value) => {
  expect(() => codec.pack({ value })).toThrow('An object could not be cloned.');
});

test('a key named like a prototype does not change one', () => {
  through(JSON.parse('{"__proto__":{"polluted":true}}'));
  expect(({} as { polluted?: boolean }).polluted).toBe(undefined);
});
