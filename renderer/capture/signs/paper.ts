import { valueAt } from '../measure/histogram.ts';
import type { Rgba } from '../pixels.ts';

/** How much darker than the paper, and how far from its tint, a place must be to be none of it: a shadow is dark but keeps the tint. */
const dark = 0.62;
const tinted = 0.28;

/** Marks (1) all that isn't the document's paper, by its light and its tint. */
export function notPaper({ width, height, data }: Rgba): Uint8Array {
  const count = width * height;
  const light = Float32Array.from({ length: count }, (_, at) => Math.max(1, (data[at * 4] ?? 0) * 0.3 + (data[at * 4 + 1] ?? 0) * 0.59 + (data[at * 4 + 2] ?? 0) * 0.11));
  const usual = valueAt([...light], 0.5);
  const cells = Array.from({ length: count }, (_, at) => at);
  const bright = cells.filter((at) => (light[at] ?? 0) >= usual);
  const part = (at: number, channel: 0 | 2) => (data[at * 4 + channel] ?? 0) / (light[at] ?? 1);
  const [red, blue] = [valueAt(bright.map((at) => part(at, 0)), 0.5), valueAt(bright.map((at) => part(at, 2)), 0.5)];
  return Uint8Array.from(cells, (at) => Number((light[at] ?? 0) < usual * dark || Math.abs(part(at, 0) - red) + Math.abs(part(at, 2) - blue) > tinted));
}
