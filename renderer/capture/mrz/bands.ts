import type { Grey } from '../pixels.ts';

/** A stretch of pixels in a row that belong to one line of text. */
export type Run = { readonly row: number; readonly from: number; readonly to: number };

/** Finds lines of text that run to the right: everywhere that ink is denser along the row than around it, joined to connected stretches. */
export function bandsOf(ink: Grey, along: number, around: number): readonly (readonly Run[])[] {
  const sums = summed(ink);
  return connected(dense(ink, sums, along, around), ink.height);
}

/** Sums of everything above and to the left, one row and column more than the picture. */
function summed({ width, height, data }: Grey): Float64Array {
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] as number;
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] as number) + row;
    }
  }
  return sums;
}

function mean(sums: Float64Array, wide: number, left: number, top: number, right: number, bottom: number): number {
  const sum = (sums[bottom * wide + right] as number) - (sums[top * wide + right] as number) - (sums[bottom * wide + left] as number) + (sums[top * wide + left] as number);
  return sum / ((right - left) * (bottom - top));
}

function dense({ width, height }: Grey, sums: Float64Array, along: number, around: number): readonly Run[] {
  const runs: Run[] = [];
  const wide = width + 1;
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - around), bottom = Math.min(height, y + around + 1);
    let from = -1;
    for (let x = 0; x <= width; x += 1) {
      const inside = x < width && isDense(sums, wide, x, y, top, bottom, width, along, around);
      if (inside && from < 0) from = x;
      if (inside || from < 0) continue;
      runs.push({ row: y, from, to: x });
      from = -1;
    }
  }
  return runs;
}

function isDense(sums: Float64Array, wide: number, x: number, y: number, top: number, bottom: number, width: number, along: number, around: number): boolean {
  const here = mean(sums, wide, Math.max(0, x - along), y, Math.min(width, x + along + 1), y + 1);
  return here > 6 && here > 4 + 1.2 * mean(sums, wide, Math.max(0, x - around), top, Math.min(width, x + around + 1), bottom);
}

/** Groups runs that touch from row to row. */
function connected(runs: readonly Run[], height: number): readonly (readonly Run[])[] {
  const parent = Int32Array.from(runs, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) { parent[at] = parent[parent[at] as number] as number; at = parent[at] as number; }
    return at;
  };
  const starts = new Int32Array(height + 2);
  for (const run of runs) starts[run.row + 1] = (starts[run.row + 1] as number) + 1;
  for (let row = 1; row < starts.length; row += 1) starts[row] = (starts[row] as number) + (starts[row - 1] as number);
  runs.forEach((run, index) => {
    if (run.row === 0) return;
    for (let above = starts[run.row - 1] as number; above < (starts[run.row] as number); above += 1) {
      const other = runs[above] as Run;
      if (other.from < run.to && run.from < other.to) parent[root(index)] = root(above);
    }
  });
  const groups = new Map<number, Run[]>();
  runs.forEach((run, index) => {
    const group = groups.get(root(index));
    if (group) group.push(run);
    else groups.set(root(index), [run]);
  });
  return [...groups.values()];
}
