import { expect, test } from 'vitest';
import { copyOf } from '../../../../renderer/capture/signs/copy.ts';
import { identity, paper, shoot, type Ink } from './sheets.ts';

/** What a copier leaves of a colour: `part` of it. */
const faded = (part: number) => (x: number, y: number): Ink => {
  const [red, green, blue] = identity(x, y) ?? paper;
  const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
  return [grey + (red - grey) * part, grey + (green - grey) * part, grey + (blue - grey) * part];
};

/** A yellow lamp that is brighter on one side. */
const lamp = ([red, green, blue]: Ink, x: number): Ink => {
  const lit = 0.75 + x / 4000;
  return [red * lit * 1.06, green * lit, blue * lit * 0.82];
};

const scoreOf = (part: number, light?: (ink: Ink, x: number) => Ink) => copyOf(shoot(faded(part), light ? { light } : {}).flat);

test('knows a document without colours of its own', () => {
  expect(scoreOf(0)).toBeGreaterThanOrEqual(90);
});

test('lets a document with its colours be', () => {
  expect(scoreOf(1)).toBe(0);
});

test('is surer the less colour there is', () => {
  const scores = [1, 0.5, 0.2, 0.1, 0].map((part) => scoreOf(part));
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
});

test('is not led astray by the colour of a lamp', () => {
  expect(scoreOf(0, lamp)).toBeGreaterThanOrEqual(60);
  expect(scoreOf(1, lamp)).toBe(0);
});
