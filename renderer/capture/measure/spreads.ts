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
  for (let at = 1; at < length - 1;) {
    const up = (line[at + 1] ?? 0) >= (line[at] ?? 0) ? 1 : -1;
    const end = endOf(line, at, Math.min(length - 1, at + longest), up);
    const span = up * ((line[end] ?? 0) - (line[at] ?? 0));
    if (span >= least) tellOf(line, at, end, span, tell);
    at = Math.max(end, at + 1);
  }
}

/** How far the line goes on the same way from a place, at most up to `last`. */
function endOf(line: Int16Array, from: number, last: number, up: 1 | -1): number {
  let at = from;
  while (at < last && up * ((line[at + 1] ?? 0) - (line[at] ?? 0)) > 0) at += 1;
  return at;
}

function tellOf(line: Int16Array, start: number, end: number, span: number, tell: (place: number, spread: number) => void): void {
  let [steepest, place] = [0, start];
  for (let at = start; at < end; at += 1) {
    const slope = Math.abs((line[at + 1] ?? 0) - (line[at - 1] ?? 0));
    if (slope > steepest) [steepest, place] = [slope, at];
  }
  if (steepest > 0) tell(place, Math.sqrt(Math.max(0.01, ((2 * span) / steepest / 2.507) ** 2 - own)));
}
