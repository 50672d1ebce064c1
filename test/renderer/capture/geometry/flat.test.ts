import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, homography, inverse } from '../../../../renderer/capture/geometry/homography.ts';
import { areaFrom, asStanding, holds, isConvex, sizeOf, wholeQuad } from '../../../../renderer/capture/geometry/quad.ts';
import { greyOf, shrink } from '../../../../renderer/capture/geometry/scale.ts';
import { turned, type Turn } from '../../../../renderer/capture/geometry/turn.ts';
import { flatSize, warp } from '../../../../renderer/capture/geometry/warp.ts';
import type { Quad } from '../../../../renderer/capture/pixels.ts';
import { painted } from '../measure/scene.ts';

const near = (spread: number) => fc.double({ min: -spread, max: spread, noNaN: true });
/** A quad as a camera sees a page: each corner somewhere near its own of a rectangle. */
const seen = fc.tuple(...Array.from({ length: 8 }, () => near(60))).map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]): Quad => [
  { x: 100 + a, y: 100 + b }, { x: 500 + c, y: 100 + d }, { x: 500 + e, y: 400 + f }, { x: 100 + g, y: 400 + h },
]);

describe('maps between quads', () => {
  it('take each corner to its own, and back', () => {
    fc.assert(fc.property(seen, seen, (from, to) => {
      const map = homography(from, to);
      from.forEach((corner, index) => {
        const there = apply(map, corner);
        expect(Math.hypot(there.x - (to[index]?.x ?? 0), there.y - (to[index]?.y ?? 0))).toBeLessThan(1e-4);
        const back = apply(inverse(map), there);
        expect(Math.hypot(back.x - corner.x, back.y - corner.y)).toBeLessThan(1e-3);
      });
    }));
  });

  it('know what lies inside, that pages are convex, and which corner is the top left', () => {
    fc.assert(fc.property(seen, (quad) => {
      expect(isConvex(quad)).toBe(true);
      expect(holds(quad, { x: 300, y: 250 })).toBe(true);
      expect(holds(quad, { x: 600, y: 250 })).toBe(false);
      const [a, b, c, d] = quad;
      expect(asStanding([c, d, a, b])).toEqual(quad);
      expect(sizeOf(quad).width).toBeGreaterThan(sizeOf([a, d, c, b]).height / 2);
    }));
  });

  it('give places as fractions, never farther out than half a picture', () => {
    expect(areaFrom([{ x: -900, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 50 }, { x: 0, y: 50 }], 200, 100)[0]).toEqual({ x: -0.5, y: 0 });
  });
});

describe('pictures', () => {
  const card = painted(400, 300, (x, y) => (x < 200 ? (y < 150 ? 10 : 60) : y < 150 ? 120 : 240));

  it('come back after four quarter turns', () => {
    expect([90, 90, 90, 90].reduce((picture, turn) => turned(picture, turn as Turn), card)).toEqual(card);
    expect(turned(card, 90).data[0]).toBe(60);
  });

  it('shrink to the mean of what each pixel stands for', () => {
    const small = shrink(painted(64, 64, (x, y) => ((x + y) % 2 ? 0 : 200)), 16);
    expect([small.width, small.height, small.data[0]]).toEqual([16, 16, 100]);
    expect([...greyOf(small).data.subarray(0, 3)]).toEqual([100, 100, 100]);
  });

  it('lie flat at the pixels they have', () => {
    const quad: Quad = [{ x: 100, y: 50 }, { x: 300, y: 50 }, { x: 300, y: 250 }, { x: 100, y: 250 }];
    expect(flatSize(quad)).toEqual({ width: 200, height: 200 });
    const flat = warp(card, quad, 200, 200);
    expect([flat.data[0], flat.data[199 * 4], flat.data[(199 * 200) * 4], flat.data.at(-4)]).toEqual([10, 120, 60, 240]);
    expect(warp(card, wholeQuad(400, 300), 400, 300).data[4 * 5]).toBe(10);
  });
});
