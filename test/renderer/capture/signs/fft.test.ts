import { expect, test } from 'vitest';
import { powersOf } from '../../../../renderer/capture/signs/fft.ts';

const size = 32;

test('finds a wave where it is, with its mirror image and nothing else', () => {
  const power = powersOf(Float32Array.from({ length: size * size }, (_, at) => 3 * Math.cos((2 * Math.PI * (5 * (at % size) + 2 * Math.floor(at / size))) / size)), size);
  const strong = [...power.keys()].filter((at) => (power[at] ?? 0) > 1);
  expect(strong).toEqual([2 * size + 5, (size - 2) * size + size - 5]);
  expect(power[2 * size + 5]).toBeCloseTo((1.5 * size * size) ** 2, -2);
});

test('keeps all the power there is', () => {
  const patch = Float32Array.from({ length: size * size }, (_, at) => (at * at) % 17);
  const sum = patch.reduce((all, value) => all + value * value, 0);
  expect(powersOf(patch, size).reduce((all, value) => all + value, 0) / (size * size)).toBeCloseTo(sum, -1);
});
