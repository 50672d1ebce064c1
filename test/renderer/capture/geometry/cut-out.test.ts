import { expect, it } from 'vitest';
import { cutOut } from '../../../../renderer/capture/geometry/cut-out.ts';
import { painted } from '../measure/scene.ts';

const desk = painted(600, 400, (x, y) => (x >= 100 && x < 500 && y >= 80 && y < 320 ? 220 : 40));

it('cuts a document out with a little of what surrounds it', () => {
  const { width, height, data } = cutOut(desk, [{ x: 100, y: 80 }, { x: 500, y: 80 }, { x: 500, y: 320 }, { x: 100, y: 320 }]);
  expect(width).toBeGreaterThan(404);
  expect(width).toBeLessThan(440);
  expect(data[0]).toBe(40);
  expect(data[(Math.floor(height / 2) * width + Math.floor(width / 2)) * 4]).toBe(220);
});

it('never reaches outside the picture', () => {
  const { width, height } = cutOut(desk, [{ x: -80, y: -50 }, { x: 700, y: -50 }, { x: 700, y: 460 }, { x: -80, y: 460 }]);
  expect([width, height]).toEqual([600, 400]);
});
