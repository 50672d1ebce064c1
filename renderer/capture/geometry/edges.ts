import type { Rgba } from '../pixels.ts';

/** Slopes of a picture: `x` and `y` in steps of brightness a pixel, taken from the colour that changes most, and their length. */
export type Edges = { readonly width: number; readonly height: number; readonly x: Float32Array; readonly y: Float32Array; readonly size: Float32Array };

/** The slopes of every pixel but the outermost (Sobel, an eighth of its sums). */
export function edgesOf({ width, height, data }: Rgba): Edges {
  const x = new Float32Array(width * height);
  const y = new Float32Array(width * height);
  const size = new Float32Array(width * height);
  const row = width * 4;
  for (let line = 1; line < height - 1; line += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const at = line * width + column;
      let best = -1;
      for (let channel = 0; channel < 3; channel += 1) {
        const from = at * 4 + channel;
        const upLeft = data[from - row - 4] ?? 0;
        const upRight = data[from - row + 4] ?? 0;
        const downLeft = data[from + row - 4] ?? 0;
        const downRight = data[from + row + 4] ?? 0;
        const across = (upRight + downRight - upLeft - downLeft + 2 * ((data[from + 4] ?? 0) - (data[from - 4] ?? 0))) / 8;
        const down = (downLeft + downRight - upLeft - upRight + 2 * ((data[from + row] ?? 0) - (data[from - row] ?? 0))) / 8;
        const square = across * across + down * down;
        if (square <= best) continue;
        best = square;
        x[at] = across;
        y[at] = down;
      }
      size[at] = Math.sqrt(best);
    }
  }
  return { width, height, x, y, size };
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
  soften(data, level, 4, width * 4);
  soften(level, out, width * 4, data.length);
  return { width, height, data: out };
}

function soften(from: Uint8ClampedArray, to: Uint8ClampedArray, step: number, line: number): void {
  for (let at = 0; at < from.length; at += 1) {
    const place = at % line;
    const before = place < step ? at : at - step;
    const after = place + step >= line ? at : at + step;
    to[at] = ((from[before] ?? 0) + 2 * (from[at] ?? 0) + (from[after] ?? 0) + 2) >> 2;
  }
}
