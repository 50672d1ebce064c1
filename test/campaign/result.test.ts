import { expect, test } from 'vitest';
import { added, nothing, resultOf } from './result.ts';

const one = { ...nothing, runs: 1, kills: 1, faults: 2, intents: 3 };

test('adds up, with the keys in their order', () => {
  expect(JSON.stringify(resultOf(added(one, one)))).toBe('{"runs":2,"kills":2,"faults":4,"intents":6,"sent_twice":0,"lost":0,"unresolved_without_person":0,"ok":true}');
});

test.each(['sent_twice', 'lost', 'unresolved_without_person'] as const)('is not good with one %s', (name) => {
  expect(resultOf(added(one, { ...one, [name]: 1 })).ok).toBe(false);
});

test('is not good when nothing was run', () => {
  expect(resultOf(nothing).ok).toBe(false);
});
