import type { Rgba } from '../pixels.ts';

/** Quarter turns clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** Turns a picture clockwise by quarters; not turning gives the same picture. */
export function turned(picture: Rgba, turn: Turn): Rgba {
  if (turn === 0) return picture;
  const { width, height } = picture;
  const from = wordsOf(picture);
  const out = new Uint32Array(width * height);
  const [wide, high] = turn === 180 ? [width, height] : [height, width];
  // The source index of the first new pixel, and the steps to the next one to the right and below.
  const [start, right, down] = turn === 90 ? [(height - 1) * width, -width, 1] : turn === 180 ? [width * height - 1, -1, -width] : [width - 1, width, -1];
  // In squares, so that reading down a column stays within the cache.
  for (let top = 0; top < high; top += 32) {
    for (let left = 0; left < wide; left += 32) {
      for (let y = top; y < Math.min(high, top + 32); y += 1) {
        for (let x = left; x < Math.min(wide, left + 32); x += 1) out[y * wide + x] = from[start + x * right + y * down] ?? 0;
      }
    }
  }
  return { width: wide, height: high, data: new Uint8ClampedArray(out.buffer) };
}

/** The pixels as one 32-bit number each, without a copy where the memory allows it. */
export function wordsOf(picture: Rgba): Uint32Array {
  const { data, width, height } = picture;
  return data.byteOffset % 4 === 0 ? new Uint32Array(data.buffer, data.byteOffset, width * height) : new Uint32Array(data.slice().buffer, 0, width * height);
}
