import type { Rgba } from '../pixels.ts';

/** A picture without its fine print: what is dark and narrower than twice `reach` pixels takes the colour of what is beside it. */
export function withoutPrint(picture: Rgba, reach: number): Rgba {
  const { width, height } = picture;
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) colours[at] = wordOf(picture.data, at * 4);
  const lighter = both(colours, width, height, reach, 1);
  const closed = both(lighter, width, height, reach, -1);
  const data = new Uint8ClampedArray(closed.length * 4);
  closed.forEach((word, at) => {
    data[at * 4] = word >>> 16 & 255;
    data[at * 4 + 1] = word >>> 8 & 255;
    data[at * 4 + 2] = word & 255;
    data[at * 4 + 3] = 255;
  });
  return { width, height, data };
}

/** A pixel as one number that is larger the lighter it is: its light, then its red, green and blue. */
function wordOf(data: Uint8ClampedArray, at: number): number {
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return (((red * 77 + green * 150 + blue * 29) >> 8 << 24) | (red << 16) | (green << 8) | blue) >>> 0;
}

/** The lightest (or, with -1, the darkest) colour within reach of each pixel, across and then down. */
function both(words: Uint32Array, width: number, height: number, reach: number, sign: 1 | -1): Uint32Array {
  const across = new Uint32Array(words.length);
  const down = new Uint32Array(words.length);
  for (let y = 0; y < height; y += 1) furthest(words, across, y * width, 1, width, reach, sign);
  for (let x = 0; x < width; x += 1) furthest(across, down, x, width, height, reach, sign);
  return down;
}

function furthest(from: Uint32Array, to: Uint32Array, start: number, step: number, length: number, reach: number, sign: 1 | -1): void {
  for (let index = 0; index < length; index += 1) {
    const last = start + Math.min(length - 1, index + reach) * step;
    let best = from[start + index * step] ?? 0;
    for (let at = start + Math.max(0, index - reach) * step; at <= last; at += step) {
      const word = from[at] ?? 0;
      if (sign > 0 ? word > best : word < best) best = word;
    }
    to[start + index * step] = best;
  }
}
