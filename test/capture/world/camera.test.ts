import { describe, expect, it } from 'vitest';
import { cornersOf, inverse, leastScale, project, projectionOf } from './camera.ts';

describe('the camera', () => {
  it('finds back from the picture to the paper', () => {
    const projection = projectionOf({ pixelsPerMm: 12, turn: 37, tilt: [11, -8], away: 380 });
    const there = project(projection, 31, -12);
    const back = project(inverse(projection), there.x, there.y);
    expect(back.x).toBeCloseTo(31, 6);
    expect(back.y).toBeCloseTo(-12, 6);
  });

  it('gives corners clockwise from where the paper begins, at the asked scale', () => {
    const straight = cornersOf(projectionOf({ pixelsPerMm: 10, turn: 0, tilt: [0, 0], away: 400 }), 85.6, 54);
    expect(straight.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([[-428, -270], [428, -270], [428, 270], [-428, 270]]);
    expect(leastScale(straight, 85.6, 54)).toBeCloseTo(10, 6);
    const turned = cornersOf(projectionOf({ pixelsPerMm: 10, turn: 90, tilt: [0, 0], away: 400 }), 85.6, 54);
    expect([Math.round(turned[0].x), Math.round(turned[0].y)]).toEqual([270, -428]);
  });
});
