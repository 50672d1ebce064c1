import type { Point, Quad, Rgba } from '../pixels.ts';
import { lineThrough } from './lines.ts';
import { along, areaOf, sidesOf } from './quad.ts';

type Colour = readonly [number, number, number];

/** How a rectangle stands out from what surrounds it: `step` is how far its colour is from the outside's (0 to 441, the usual side), `least` the same for
 *  the side where it is least. The picture's own borders are left out; null when there is nothing but them. */
export type Standing = { readonly step: number; readonly least: number };

const samples = 24;

/** Compares the colours just inside with those just outside of each side, `near` pixels away. */
export function standingOut(picture: Rgba, quad: Quad, borders: readonly boolean[], near: number): Standing | null {
  const turn = areaOf(quad) > 0 ? 1 : -1;
  const sides = sidesOf(quad).filter((_, index) => borders[index] !== true);
  const inner = sides.map((side) => strip(picture, side, near * turn));
  const outer = sides.map((side) => strip(picture, side, -near * turn));
  const paper = middle(inner.filter((colour) => colour !== null));
  const steps = outer.flatMap((colour) => (colour && paper ? [gap(colour, paper)] : [])).sort((a, b) => a - b);
  return steps.length === 0 ? null : { step: steps[Math.floor(steps.length / 2)] ?? 0, least: steps[0] ?? 0 };
}

/** The middle colour of a strip along a side; null where it lies outside the picture. */
function strip(picture: Rgba, [a, b]: readonly [Point, Point], off: number): Colour | null {
  const { nx, ny } = lineThrough(a, b);
  const found: Colour[] = [];
  for (let index = 0; index < samples; index += 1) {
    const at = along(a, b, 0.08 + (0.84 * (index + 0.5)) / samples);
    for (const part of [1, 1.7]) {
      const [x, y] = [Math.floor(at.x + nx * off * part), Math.floor(at.y + ny * off * part)];
      if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) continue;
      const from = (y * picture.width + x) * 4;
      found.push([picture.data[from] ?? 0, picture.data[from + 1] ?? 0, picture.data[from + 2] ?? 0]);
    }
  }
  return found.length < samples / 2 ? null : middle(found);
}

/** The colour in the middle, each channel by itself. */
function middle(colours: readonly Colour[]): Colour | null {
  if (colours.length === 0) return null;
  const channel = (index: 0 | 1 | 2) => colours.map((colour) => colour[index]).sort((a, b) => a - b)[Math.floor(colours.length / 2)] ?? 0;
  return [channel(0), channel(1), channel(2)];
}

function gap(a: Colour, b: Colour): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
