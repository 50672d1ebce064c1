import { expect, it } from 'vitest';
import { jsonObject } from '../../../../main/providers/blaaiz/canonical.ts';

it('writes what was given, in its order and without spaces', () => {
  expect(jsonObject([['b', 'two'], ['a', { number: '1' }]])).toBe('{"b":"two","a":1}');
  expect(jsonObject([])).toBe('{}');
});

it('keeps every digit of a number that a double would lose', () => {
  expect(jsonObject([['amount', { number: '90071992547409.93' }]])).toBe('{"amount":90071992547409.93}');
});

it('escapes texts and keys, so that none can end the text early', () => {
  const entries = [['note', 'Invoice "7"}\n\u2028\\'], ['a"b', '\u20a6']] as const;
  expect(JSON.parse(jsonObject(entries))).toEqual(Object.fromEntries(entries));
});
