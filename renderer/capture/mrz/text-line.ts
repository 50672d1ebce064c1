import type { Run } from './bands.ts';

/** A line of text that runs to the right: from `left` to `right`, its middle at a + b·x + c·x² and its letters' height at h + k·x, with x from the middle. */
export type TextLine = {
  readonly runs: readonly Run[];
  readonly left: number; readonly right: number;
  readonly a: number; readonly b: number; readonly c: number; readonly h: number; readonly k: number;
};

const bins = 16;

/** The height on the page of the line's middle at `x`. */
export function middleAt(line: TextLine, x: number): number {
  const from = x - (line.left + line.right) / 2;
  return line.a + line.b * from + line.c * from * from;
}

/** The height of its letters at `x`. */
export function heightAt(line: TextLine, x: number): number {
  return Math.max(2, line.h + line.k * (x - (line.left + line.right) / 2));
}

/** Fits a line to connected stretches of ink. */
export function lineOf(runs: readonly Run[]): TextLine {
  const left = runs.reduce((least, run) => Math.min(least, run.from), Infinity), right = runs.reduce((most, run) => Math.max(most, run.to), -Infinity);
  const size = (right - left) / bins;
  const area = new Float64Array(bins), moment = new Float64Array(bins);
  for (const run of runs) {
    const first = Math.floor((run.from - left) / size), last = Math.min(bins - 1, Math.floor((run.to - 1 - left) / size));
    for (let bin = first; bin <= last; bin += 1) {
      const width = Math.min(run.to, left + (bin + 1) * size) - Math.max(run.from, left + bin * size);
      area[bin] = (area[bin] ?? 0) + width;
      moment[bin] = (moment[bin] ?? 0) + width * (run.row + 0.5);
    }
  }
  const usual = area.toSorted()[bins / 2] ?? 0;
  // Where far more ink is than elsewhere, something else has run into the line.
  const kept = Array.from(area, (_, bin) => bin).filter((bin) => (area[bin] ?? 0) > size && (area[bin] ?? 0) < 1.7 * usual);
  const at = (bin: number) => left + (bin + 0.5) * size - (left + right) / 2;
  const middles = kept.map((bin) => ({ x: at(bin), y: (moment[bin] ?? 0) / (area[bin] ?? 1), weight: area[bin] ?? 0 }));
  const heights = kept.map((bin) => ({ x: at(bin), y: (area[bin] ?? 0) / size, weight: 1 }));
  const bent = kept.length >= 6 ? fit(middles, 3) : [...fit(middles, Math.min(2, kept.length)), 0, 0];
  const tall = [...fit(heights, Math.min(2, kept.length)), 0, 0];
  return { runs, left, right, a: bent[0] ?? 0, b: bent[1] ?? 0, c: bent[2] ?? 0, h: tall[0] ?? 0, k: tall[1] ?? 0 };
}

type Sample = { readonly x: number; readonly y: number; readonly weight: number };

/** The polynomial of so many terms with the least squares, lowest term first; [] for no terms. */
function fit(samples: readonly Sample[], terms: number): readonly number[] {
  const rows = Array.from({ length: terms }, (_, i) => [
    ...Array.from({ length: terms }, (__, j) => samples.reduce((sum, { x, weight }) => sum + weight * x ** (i + j), 0)),
    samples.reduce((sum, { x, y, weight }) => sum + weight * y * x ** i, 0),
  ]);
  return solve(rows);
}

/** Gauss and Jordan on rows of [coefficients…, value]. */
function solve(rows: readonly number[][]): readonly number[] {
  rows.forEach((row, i) => {
    const pivot = row[i] || 1e-12;
    for (let j = i; j < row.length; j += 1) row[j] = (row[j] ?? 0) / pivot;
    for (const other of rows) {
      const factor = other === row ? 0 : other[i] ?? 0;
      if (factor !== 0) for (let j = i; j < row.length; j += 1) other[j] = (other[j] ?? 0) - factor * (row[j] ?? 0);
    }
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
