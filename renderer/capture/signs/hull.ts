import type { Zone } from './zones.ts';

type Corner = readonly [x: number, y: number];

/** How many cells the tightest bulge around a zone holds: as many as the zone's own when it has neither dents nor holes. */
export function hullOf({ cells, top, bottom }: Zone, width: number): number {
  const rows = Array.from({ length: bottom - top }, (): [number, number] => [width, 0]);
  for (const cell of cells) {
    const x = cell % width;
    const row = rows[(cell - x) / width - top];
    if (!row) continue;
    row[0] = Math.min(row[0], x);
    row[1] = Math.max(row[1], x + 1);
  }
  const left = side(rows.flatMap(([from], y): Corner[] => [[from, y], [from, y + 1]]), 1);
  const right = side(rows.flatMap(([, to], y): Corner[] => [[to, y], [to, y + 1]]), -1);
  const around = [...left, ...right.toReversed()];
  return Math.abs(around.reduce((sum, [x, y], index) => sum + x * (around[(index + 1) % around.length]?.[1] ?? y) - y * (around[(index + 1) % around.length]?.[0] ?? x), 0)) / 2;
}

/** The corners that a string keeps which is drawn tight from the first to the last, on one side. */
function side(corners: readonly Corner[], turn: 1 | -1): readonly Corner[] {
  const kept: Corner[] = [];
  for (const corner of corners) {
    while (kept.length > 1 && turn * bend(kept.at(-2) ?? corner, kept.at(-1) ?? corner, corner) <= 0) kept.pop();
    kept.push(corner);
  }
  return kept;
}

/** More than nothing where the way from `a` over `b` to `c` bulges to the left of one who goes down. */
function bend(a: Corner, b: Corner, c: Corner): number {
  return (b[1] - a[1]) * (c[0] - b[0]) - (b[0] - a[0]) * (c[1] - b[1]);
}
