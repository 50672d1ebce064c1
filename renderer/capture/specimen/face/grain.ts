import { hash } from '../random.ts';

/** Smooth noise from 0 to 1 over a plane; a table of chances makes it the same everywhere. */
export type Grain = (x: number, y: number) => number;

/** A noise of a seed; it repeats every 256 units. */
export function grainOf(seed: string): Grain {
  const table = new Float32Array(65_536);
  let state = hash(seed) | 1;
  for (let at = 0; at < table.length; at += 1) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    table[at] = (state >>> 8) / 16_777_216;
  }
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const u = x - column;
    const v = y - row;
    const upper = (row & 255) * 256;
    const lower = ((row + 1) & 255) * 256;
    const left = column & 255;
    const right = (column + 1) & 255;
    const above = (table[upper + left] ?? 0) * (1 - u) + (table[upper + right] ?? 0) * u;
    return above * (1 - v) + ((table[lower + left] ?? 0) * (1 - u) + (table[lower + right] ?? 0) * u) * v;
  };
}
