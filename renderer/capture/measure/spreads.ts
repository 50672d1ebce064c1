import type { Grey } from '../pixels.ts';

/** How far the edges of each tile are spread, in pixels (the sigma of a bell of the same steepness), across and down. */
export type Spreads = { readonly across: readonly number[][]; readonly down: readonly number[][] };

/** Longest way an edge is followed, in pixels. */
const longest = 30;
/** What the looking itself spreads: the slope is taken over two pixels. */
const own = 0.55;

/** Follows every edge of at least `least` levels from its dark end to its light one, and sets what it spans against how steep it is. */
export function spreads(grey: Grey, least: number, columns: number, rows: number): Spreads {
  const { width, height } = grey;
  const tiles = () => Array.from({ length: columns * rows }, (): number[] => []);
  const found = { across: tiles(), down: tiles() };
  const tile = (x: number, y: number) => Math.min(rows - 1, Math.floor((y * rows) / height)) * columns + Math.min(columns - 1, Math.floor((x * columns) / width));
  const line = new Int16Array(Math.max(width, height));
  for (let y = 1; y < height - 1; y += 1) {
    // Smoothed over three lines beside each other, never along the line itself.
    for (let x = 0; x < width; x += 1) line[x] = smooth(grey.data, y * width + x, width);
    edgesAlong(line, width, least * 4, (x, spread) => found.across[tile(x, y)]?.push(spread));
  }
  for (let x = 1; x < width - 1; x += 1) {
    for (let y = 0; y < height; y += 1) line[y] = smooth(grey.data, y * width + x, 1);
    edgesAlong(line, height, least * 4, (y, spread) => found.down[tile(x, y)]?.push(spread));
  }
  return found;
}

function smooth(data: Uint8Array, at: number, step: number): number {
  return (data[at - step] ?? 0) + 2 * (data[at] ?? 0) + (data[at + step] ?? 0);
}

/** Tells of each edge of a line: where it is steepest, and its spread. */
function edgesAlong(line: Int16Array, length: number, least: number, tell: (place: number, spread: number) => void): void {
  let at = 1;
  while (at < length - 1) {
    const { end, up, steepest, place } = climb(line, at, length);
    const span = up * ((line[end] ?? 0) - (line[at] ?? 0));
    if (span >= least && steepest > 0) tell(place, Math.sqrt(Math.max(0.01, ((2 * span) / steepest / 2.507) ** 2 - own)));
    at = Math.max(end, at + 1);
  }
}

type Climb = { readonly end: number; readonly up: 1 | -1; readonly steepest: number; readonly place: number };

/** Follows a line as long as it goes on the same way, if not too far. */
function climb(line: Int16Array, start: number, length: number): Climb {
  const up = (line[start + 1] ?? 0) >= (line[start] ?? 0) ? 1 : -1;
  let end = start;
  let steepest = 0;
  let place = start;
  for (; end < length - 1 && end - start < longest && up * ((line[end + 1] ?? 0) - (line[end] ?? 0)) > 0; end += 1) {
    const slope = up * ((line[end + 1] ?? 0) - (line[end - 1] ?? 0));
    if (slope <= steepest) continue;
    steepest = slope;
    place = end;
  }
  return { end, up, steepest, place };
}
