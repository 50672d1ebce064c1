import { expect, test } from 'vitest';
import { screenOf } from '../../../../renderer/capture/signs/screen.ts';
import { identity, shoot, type Ink } from './sheets.ts';

/** The dots of a screen, `depth` of the light deep, 2.7 pixels apart and a little askew. */
function dots(depth: number) {
  return (ink: Ink, x: number, y: number): Ink => {
    const wave = Math.cos((2 * Math.PI * (x + 0.06 * y)) / 2.7) + Math.cos((2 * Math.PI * (y - 0.06 * x)) / 2.7);
    const part = 1 - depth * (1 + wave / 2);
    return [ink[0] * part, ink[1] * part, ink[2] * part];
  };
}

const scoreOf = (light?: (ink: Ink, x: number, y: number) => Ink) => {
  const { page, quad } = shoot(identity, light ? { light } : {});
  return screenOf(page, quad);
};

test('leaves paper alone', () => {
  expect(scoreOf()).toBe(0);
});

test('knows the dots of a screen, the surer the deeper they are', () => {
  const scores = [0.002, 0.01, 0.03, 0.2].map((depth) => scoreOf(dots(depth)));
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(scores[0]).toBeLessThan(50);
  expect(scores.at(-1)).toBe(100);
});

test('takes the squares of a JPEG for no screen', () => {
  expect(scoreOf((ink, x, y) => (x % 8 === 0 || y % 8 === 0 ? [ink[0] - 6, ink[1] - 6, ink[2] - 6] : ink))).toBeLessThan(50);
});

test('takes curved fine lines for no screen', () => {
  const { page, quad } = shoot((x, y) => identity(x, y) ?? (Math.sin((y + 2 * Math.sin(x / 6)) * 5) > 0.85 ? [190, 205, 214] : null));
  expect(screenOf(page, quad)).toBe(0);
});

test('says nothing of a document that is too small to tell', () => {
  const { page } = shoot(identity);
  expect(screenOf(page, [{ x: 70, y: 70 }, { x: 120, y: 70 }, { x: 120, y: 100 }, { x: 70, y: 100 }])).toBe(0);
});
