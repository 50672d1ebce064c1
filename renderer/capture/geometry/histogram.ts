import type { Grey } from '../pixels.ts';

/** How often each of 256 levels comes up. */
export function histogram({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

/** The level that `part` of all counted pixels don't exceed. */
export function levelAt(counts: Uint32Array, part: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let level = 0; level < counts.length; level += 1) {
    seen += counts[level] ?? 0;
    if (seen >= all * part) return level;
  }
  return counts.length - 1;
}

/** The part of all counted pixels at these levels. */
export function shareOf(counts: Uint32Array, from: number, to: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0) / all;
}

/** The value that `part` of sorted or unsorted values don't exceed. */
export function valueAt(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
