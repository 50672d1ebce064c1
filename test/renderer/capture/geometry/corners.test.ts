import { describe, expect, it } from 'vitest';
import { asStanding, holds, wholeQuad } from '../../../../renderer/capture/geometry/quad.ts';
import { warp } from '../../../../renderer/capture/geometry/warp.ts';
import type { Quad } from '../../../../renderer/capture/pixels.ts';
import { painted } from '../measure/scene.ts';

const quad: Quad = [{ x: 40, y: 20 }, { x: 190, y: 35 }, { x: 200, y: 140 }, { x: 25, y: 120 }];

describe('laying out flat', () => {
  it('brings what lies at a quad into a picture, with its colours', () => {
    const scene = painted(240, 160, (x, y) => (holds(quad, { x: x + 0.5, y: y + 0.5 }) ? [250, 120, 10] : [0, 0, 90]));
    const flat = warp(scene, quad, 80, 50);
    const at = (x: number, y: number) => Array.from(flat.data.slice((y * 80 + x) * 4, (y * 80 + x) * 4 + 4));
    for (const [x, y] of [[2, 2], [77, 2], [77, 47], [2, 47], [40, 25]] as const) expect(at(x, y)).toEqual([250, 120, 10, 255]);
  });

  it('keeps every pixel of a picture that is laid on itself', () => {
    const scene = painted(37, 23, (x, y) => [x * 6, y * 11, (x * y) % 256]);
    const same = warp(scene, wholeQuad(37, 23), 37, 23);
    expect(same.data.every((level, at) => Math.abs(level - (scene.data[at] ?? 0)) <= 1)).toBe(true);
  });

  it('repeats the edge where the quad lies outside the picture', () => {
    const flat = warp(painted(20, 20, () => [9, 8, 7]), [{ x: -30, y: -30 }, { x: 50, y: -30 }, { x: 50, y: 50 }, { x: -30, y: 50 }], 30, 30);
    expect(flat.data.every((level, at) => level === [9, 8, 7, 255][at % 4])).toBe(true);
  });
});

describe('corners', () => {
  it('begin at the top left and run clockwise, however they came', () => {
    const [a, b, c, d] = quad;
    for (const order of [[a, b, c, d], [c, d, a, b], [d, c, b, a], [b, a, d, c]] as const) expect(asStanding(order)).toEqual(quad);
  });
});
