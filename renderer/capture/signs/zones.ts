/** A connected part of a grid: its cells, and the box around them (right and bottom not in it). */
export type Zone = { readonly cells: readonly number[]; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The connected parts of a grid with at least so many cells; `joins` tells whether a cell goes on into the one beside it (a cell that doesn't join
 *  itself is left out). */
export function zonesOf(width: number, height: number, least: number, joins: (from: number, to: number) => boolean): readonly Zone[] {
  const seen = new Uint8Array(width * height);
  const found: Zone[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || !joins(start, start)) continue;
    const cells = spread(start, width, height, seen, joins);
    if (cells.length >= least) found.push(boxed(cells, width));
  }
  return found;
}

function spread(start: number, width: number, height: number, seen: Uint8Array, joins: (from: number, to: number) => boolean): number[] {
  const cells = [start];
  seen[start] = 1;
  for (let index = 0; index < cells.length; index += 1) {
    const from = cells[index] ?? 0;
    const x = from % width;
    const y = (from - x) / width;
    if (x > 0) visit(from, from - 1);
    if (x < width - 1) visit(from, from + 1);
    if (y > 0) visit(from, from - width);
    if (y < height - 1) visit(from, from + width);
  }
  return cells;

  function visit(from: number, to: number): void {
    if (seen[to] || !joins(to, to) || !joins(from, to)) return;
    seen[to] = 1;
    cells.push(to);
  }
}

function boxed(cells: readonly number[], width: number): Zone {
  let [left, top, right, bottom] = [width, Infinity, 0, 0];
  for (const cell of cells) {
    const x = cell % width;
    const y = (cell - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { cells, left, top, right, bottom };
}
