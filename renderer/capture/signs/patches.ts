import { along, sizeOf } from '../geometry/quad.ts';
import type { Point, Quad, Rgba } from '../pixels.ts';

/** A square of a page's own pixels: its left and top, and how much is printed there, in levels. */
export type Patch = { readonly left: number; readonly top: number; readonly detail: number };

/** Pixels whose mean hides what a dot of a screen does. */
const block = 8;

/** The squares of a document on which least is printed, the emptiest first; those that drown in black or white are left out. */
export function emptiest(page: Rgba, quad: Quad, size: number, most: number): readonly Patch[] {
  const { width, height } = sizeOf(quad);
  const count = (side: number) => Math.max(1, Math.min(9, Math.floor((side * 0.9) / (size * 0.8))));
  const [columns, rows] = [count(width), count(height)];
  const found: Patch[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const middle = within(quad, 0.04 + (0.92 * (column + 0.5)) / columns, 0.04 + (0.92 * (row + 0.5)) / rows);
      const [left, top] = [Math.round(middle.x - size / 2), Math.round(middle.y - size / 2)];
      if (left < 0 || top < 0 || left + size > page.width || top + size > page.height) continue;
      const detail = detailOf(page, left, top, size);
      if (detail !== null) found.push({ left, top, detail });
    }
  }
  return found.sort((a, b) => a.detail - b.detail).slice(0, most);
}

function within([a, b, c, d]: Quad, across: number, down: number): Point {
  return along(along(a, b, across), along(d, c, across), down);
}

/** How far the means of small blocks lie from those beside them; null where there is hardly light, or too much. */
function detailOf(page: Rgba, left: number, top: number, size: number): number | null {
  const blocks = size / block;
  const means = new Float32Array(blocks * blocks);
  for (let at = 0; at < means.length; at += 1) means[at] = meanOf(page, left + (at % blocks) * block, top + Math.floor(at / blocks) * block);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  if (mean < 30 || mean > 252) return null;
  let sum = 0;
  for (let at = blocks; at < means.length; at += 1) sum += Math.abs((means[at] ?? 0) - (means[at - blocks] ?? 0)) + Math.abs((means[at] ?? 0) - (means[at - 1] ?? 0));
  return sum / means.length / mean;
}

function meanOf(page: Rgba, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + block; y += 1) {
    for (let at = (y * page.width + left) * 4 + 1, end = at + block * 4; at < end; at += 4) sum += page.data[at] ?? 0;
  }
  return sum / (block * block);
}
