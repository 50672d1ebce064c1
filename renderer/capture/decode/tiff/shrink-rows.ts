import type { Rgba } from '../../pixels.ts';

/** Takes the rows of a picture one after the other and keeps it small: each pixel is the mean of `by` times `by`. */
export type RowShrinker = { readonly add: (rgb: Uint8Array) => void; readonly picture: () => Rgba };

/** A shrinker for a picture of that size; rows are red, green and blue, a byte each. What is left over at the right and below is dropped. */
export function shrinkRows(width: number, height: number, by: number): RowShrinker {
  const [across, down] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))];
  const data = new Uint8ClampedArray(across * down * 4).fill(255);
  const sums = new Uint32Array(across * 3);
  let [row, held] = [0, 0];
  return {
    picture: () => ({ width: across, height: down, data }),
    add: (rgb) => {
      if (row >= down) return;
      gather(sums, rgb, across, by);
      held += 1;
      if (held < by) return;
      settle(data, row * across * 4, sums, by * by);
      [row, held] = [row + 1, 0];
    },
  };
}

function gather(sums: Uint32Array, rgb: Uint8Array, across: number, by: number): void {
  let read = 0;
  for (let column = 0; column < across; column += 1) {
    for (let step = 0; step < by; step += 1, read += 3) {
      sums[column * 3] = (sums[column * 3] ?? 0) + (rgb[read] ?? 0);
      sums[column * 3 + 1] = (sums[column * 3 + 1] ?? 0) + (rgb[read + 1] ?? 0);
      sums[column * 3 + 2] = (sums[column * 3 + 2] ?? 0) + (rgb[read + 2] ?? 0);
    }
  }
}

function settle(data: Uint8ClampedArray, from: number, sums: Uint32Array, count: number): void {
  for (let read = 0, write = from; read < sums.length; read += 3, write += 4) {
    data[write] = (sums[read] ?? 0) / count;
    data[write + 1] = (sums[read + 1] ?? 0) / count;
    data[write + 2] = (sums[read + 2] ?? 0) / count;
  }
  sums.fill(0);
}
