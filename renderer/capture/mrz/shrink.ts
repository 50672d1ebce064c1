import type { Grey } from '../pixels.ts';

/** A smaller copy of a picture, and how many pixels of the original one of its pixels is. */
export type Small = { readonly grey: Grey; readonly factor: number };

/** Makes a copy with at most `side` pixels along its longer side, each the mean of what it covers; a small picture stays as it is. */
export function shrink(grey: Grey, side: number): Small {
  const factor = Math.max(grey.width, grey.height) / side;
  if (factor <= 1) return { grey, factor: 1 };
  const width = Math.max(1, Math.floor(grey.width / factor)), height = Math.max(1, Math.floor(grey.height / factor));
  const data = new Uint8Array(width * height);
  const columns = edges(width, factor, grey.width), rows = edges(height, factor, grey.height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    const top = rows[y] as number, bottom = rows[y + 1] as number;
    for (let from = top; from < bottom; from += 1) addRow(grey, from, columns, sums);
    for (let x = 0; x < width; x += 1) data[y * width + x] = (sums[x] as number) / ((bottom - top) * ((columns[x + 1] as number) - (columns[x] as number))) + 0.5;
  }
  return { grey: { width, height, data }, factor };
}

function edges(count: number, factor: number, end: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, index) => Math.min(end, Math.round(index * factor)));
}

function addRow(grey: Grey, row: number, columns: Int32Array, sums: Float64Array): void {
  const start = row * grey.width;
  for (let x = 0; x < sums.length; x += 1) {
    let sum = 0;
    const end = columns[x + 1] as number;
    for (let at = columns[x] as number; at < end; at += 1) sum += grey.data[start + at] as number;
    sums[x] = (sums[x] as number) + sum;
  }
}
