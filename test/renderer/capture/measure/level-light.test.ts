import { expect, it } from 'vitest';
import { levelLight } from '../../../../renderer/capture/measure/level-light.ts';
import { painted } from './scene.ts';

const at = (picture: ReturnType<typeof painted>, x: number, y: number) => [...picture.data.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3)];

it('lifts the shadow on a page and leaves print dark', () => {
  const shaded = painted(400, 300, (x, y) => (y % 20 < 3 ? 20 : 120 + (x / 400) * 110));
  const even = levelLight(shaded);
  const [left, right] = [at(even, 20, 150)[0] ?? 0, at(even, 380, 150)[0] ?? 0];
  expect(Math.abs(right - left)).toBeLessThan(30);
  expect(left).toBeGreaterThan(190);
  expect(at(even, 20, 141)[0]).toBeLessThan(60);
});

it('keeps colours as they are to one another', () => {
  const even = levelLight(painted(200, 200, () => [140, 70, 35]));
  const [red = 0, green = 0, blue = 0] = at(even, 100, 100);
  expect(red / green).toBeCloseTo(2, 1);
  expect(green / blue).toBeCloseTo(2, 1);
});

it('leaves the picture that was given alone', () => {
  const shaded = painted(60, 60, () => 90);
  levelLight(shaded);
  expect(at(shaded, 5, 5)).toEqual([90, 90, 90]);
});
