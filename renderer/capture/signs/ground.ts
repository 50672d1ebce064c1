import { apply } from '../geometry/homography.ts';
import { warp } from '../geometry/warp.ts';
import { isSeen, type Flat } from '../measure/flat.ts';
import type { Point, Quad, Rgba } from '../pixels.ts';
import { valueAt } from '../geometry/histogram.ts';

/** A colour: red, green, blue. */
export type Colour = readonly [number, number, number];

/** What lies around a document, along its border: for each step the cell just inside, the colour a little outside of it and the colour that is usual
 *  outside of that side. A step whose outside isn't in the picture is left out. */
export type Brim = { readonly cell: number; readonly outside: Colour; readonly usual: Colour };

/** Looks along the four sides of a document that was shrunk to `small`; `far` and `deep` in its pixels are how far outside and inside to look. */
export function brimOf(page: Rgba, flat: Flat, small: { readonly width: number; readonly height: number }, deep: number, far: number): readonly Brim[] {
  const { width, height } = small;
  const margin = Math.ceil(far) + 1;
  const scale = flat.picture.width / width;
  const onPage = (x: number, y: number): Point => apply(flat.onto, { x: x * scale, y: (y * flat.picture.height) / height });
  const around: Quad = [onPage(-margin, -margin), onPage(width + margin, -margin), onPage(width + margin, height + margin), onPage(-margin, height + margin)];
  const wide = warp(page, around, width + 2 * margin, height + 2 * margin);
  return sidesAlong(width, height, deep, far).flatMap((side) => {
    const seen = side.filter(({ x, y }) => isSeen(flat, { x: x * scale, y: (y * flat.picture.height) / height }));
    const colours = seen.map(({ x, y }) => meanAt(wide, Math.floor(x) + margin, Math.floor(y) + margin));
    const usual = middle(colours);
    return seen.map(({ cell }, index) => ({ cell, usual, outside: colours[index] ?? usual }));
  });
}

type Step = { readonly cell: number; readonly x: number; readonly y: number };

/** The steps along the top, right, bottom and left. */
function sidesAlong(width: number, height: number, deep: number, far: number): readonly (readonly Step[])[] {
  const near = Math.round(deep);
  const across = Array.from({ length: width }, (_, x) => x);
  const down = Array.from({ length: height }, (_, y) => y);
  return [
    across.map((x) => ({ cell: near * width + x, x: x + 0.5, y: -far })),
    down.map((y) => ({ cell: y * width + width - 1 - near, x: width + far, y: y + 0.5 })),
    across.map((x) => ({ cell: (height - 1 - near) * width + x, x: x + 0.5, y: height + far })),
    down.map((y) => ({ cell: y * width + near, x: -far, y: y + 0.5 })),
  ];
}

/** The mean of three by three pixels. */
function meanAt({ width, height, data }: Rgba, x: number, y: number): Colour {
  const sums: [number, number, number] = [0, 0, 0];
  for (let row = y - 1; row <= y + 1; row += 1) {
    for (let column = x - 1; column <= x + 1; column += 1) {
      const at = (Math.max(0, Math.min(height - 1, row)) * width + Math.max(0, Math.min(width - 1, column))) * 4;
      for (const channel of [0, 1, 2] as const) sums[channel] += (data[at + channel] ?? 0) / 9;
    }
  }
  return sums;
}

function middle(colours: readonly Colour[]): Colour {
  const channel = (index: 0 | 1 | 2) => valueAt(colours.map((colour) => colour[index]), 0.5);
  return [channel(0), channel(1), channel(2)];
}

/** How far two colours are apart, 0 to 441. */
export function gap(a: Colour, b: Colour): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
