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
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - column, y - row];
    const at = (right: number, down: number) => table[((row + down) & 255) * 256 + ((column + right) & 255)] ?? 0;
    const upper = at(0, 0) * (1 - u) + at(1, 0) * u;
    return upper * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
  };
}
