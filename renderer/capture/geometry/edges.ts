import type { Rgba } from '../pixels.ts';

/** Slopes of a picture: `x` and `y` in steps of brightness a pixel, taken from the colour that changes most, and their length. */
export type Edges = { readonly width: number; readonly height: number; readonly x: Float32Array; readonly y: Float32Array; readonly size: Float32Array };

/** The slopes of every pixel but the outermost (Sobel, an eighth of its sums). */
export function edgesOf({ width, height, data }: Rgba): Edges {
  const x = new Float32Array(width * height);
  const y = new Float32Array(width * height);
  const size = new Float32Array(width * height);
  for (let line = 1; line < height - 1; line += 1) edgesOfRow(data, width, line * width, x, y, size);
  return { width, height, x, y, size };
}

/** A row on its own, in whole numbers: the three colours are compared by the squares of their eightfold slopes. */
function edgesOfRow(data: Uint8ClampedArray, width: number, start: number, x: Float32Array, y: Float32Array, size: Float32Array): void {
  const row = width * 4;
  for (let at = start + 1; at < start + width - 1; at += 1) {
    let best = -1, across = 0, down = 0;
    for (let from = at * 4; from < at * 4 + 3; from += 1) {
      const falling = (data[from + row + 4] as number) - (data[from - row - 4] as number);
      const rising = (data[from - row + 4] as number) - (data[from + row - 4] as number);
      const right = falling + rising + 2 * ((data[from + 4] as number) - (data[from - 4] as number));
      const below = falling - rising + 2 * ((data[from + row] as number) - (data[from - row] as number));
      const square = right * right + below * below;
      if (square <= best) continue;
      best = square;
      across = right;
      down = below;
    }
    x[at] = across / 8;
    y[at] = down / 8;
    size[at] = Math.sqrt(best) / 8;
  }
}

/** The slope that `part` of all pixels don't exceed. */
export function usualSlope(edges: Edges, part: number): number {
  const counts = new Uint32Array(512);
  let all = 0;
  for (let at = 0; at < edges.size.length; at += 3) {
    counts[Math.min(511, Math.floor((edges.size[at] ?? 0) * 4))] = (counts[Math.min(511, Math.floor((edges.size[at] ?? 0) * 4))] ?? 0) + 1;
    all += 1;
  }
  let seen = 0;
  for (let step = 0; step < counts.length; step += 1) {
    seen += counts[step] ?? 0;
    if (seen >= all * part) return step / 4;
  }
  return 128;
}

/** The picture softened a little (1 2 1 both ways), so that slopes of stepped edges point the right way. */
export function softened({ width, height, data }: Rgba): Rgba {
  const level = new Uint8ClampedArray(data.length);
  const out = new Uint8ClampedArray(data.length);
  const row = width * 4;
  for (let start = 0; start < data.length; start += row) softenLine(data, level, start, start + row, 4);
  softenLine(level, out, 0, data.length, row);
  return { width, height, data: out };
}

/** A line of pixels `step` apart; its ends are their own neighbours. */
function softenLine(from: Uint8ClampedArray, to: Uint8ClampedArray, start: number, end: number, step: number): void {
  const other = end - start > step ? step : 0;
  soften(from, to, start, start + step, 0, other);
  soften(from, to, start + step, end - step, -step, step);
  soften(from, to, end - step, end, -other, 0);
}

function soften(from: Uint8ClampedArray, to: Uint8ClampedArray, start: number, end: number, before: number, after: number): void {
  for (let at = start; at < end; at += 1) to[at] = ((from[at + before] as number) + 2 * (from[at] as number) + (from[at + after] as number) + 2) >> 2;
}
