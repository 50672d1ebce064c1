import type { Rgba } from '../pixels.ts';

/** How much darker than the paper, and how far from its tint, a place must be to be none of it: a shadow is dark but keeps the tint. */
const dark = 0.62;
const tinted = 0.28;

/** Marks (1) all that isn't the document's paper, by its light and its tint. */
export function notPaper({ width, height, data }: Rgba): Uint8Array {
  const count = width * height;
  const [light, red, blue] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  for (let at = 0, from = 0; at < count; at += 1, from += 4) {
    const level = Math.max(1, (data[from] ?? 0) * 0.3 + (data[from + 1] ?? 0) * 0.59 + (data[from + 2] ?? 0) * 0.11);
    light[at] = level;
    red[at] = (data[from] ?? 0) / level;
    blue[at] = (data[from + 2] ?? 0) / level;
  }
  const usual = middleOf(light);
  const bright = (_: number, at: number) => (light[at] ?? 0) >= usual;
  const [usualRed, usualBlue] = [middleOf(red.filter(bright)), middleOf(blue.filter(bright))];
  return Uint8Array.from(light, (level, at) => Number(level < usual * dark || Math.abs((red[at] ?? 0) - usualRed) + Math.abs((blue[at] ?? 0) - usualBlue) > tinted));
}

function middleOf(values: Float32Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}
