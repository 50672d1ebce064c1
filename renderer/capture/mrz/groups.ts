import type { Run } from './bands.ts';
import { heightAt, lineOf, middleAt, type TextLine } from './text-line.ts';

/** Two or three lines that may be a zone, top first, and how well their shape speaks for it (more is better). */
export type Group = { readonly lines: readonly TextLine[]; readonly score: number };

/** Least length and proportion of a stretch of ink that may be a whole line of a zone, in pixels of the small copy. */
const shortest = 110;
const slimmest = 9;

/** Finds pairs and triples of parallel lines as long as each other, best first. */
export function groupsOf(bands: readonly (readonly Run[])[]): readonly Group[] {
  const lines = joined(bands).filter((line) => line.right - line.left >= shortest && line.right - line.left >= slimmest * line.h && line.h >= 3);
  const below = (upper: TextLine) => lines.filter((lower) => lower !== upper && isNext(upper, lower));
  const groups: Group[] = [];
  for (const first of lines) {
    for (const second of below(first)) {
      groups.push(scored([first, second]));
      for (const third of below(second)) if (evenly(first, second, third)) groups.push(scored([first, second, third]));
    }
  }
  return groups.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
}

/** Puts pieces of one line together that glare or a fold has parted. */
function joined(bands: readonly (readonly Run[])[]): readonly TextLine[] {
  const sized = bands.map((runs) => ({ runs, line: lineOf(runs) })).filter(({ line }) => line.right - line.left > 1.5 * line.h && line.h >= 2.5);
  const pieces = sized.toSorted((a, b) => (b.line.right - b.line.left) - (a.line.right - a.line.left)).slice(0, 150).toSorted((a, b) => a.line.left - b.line.left);
  const rows: { runs: Run[]; line: TextLine }[] = [];
  for (const piece of pieces) {
    const row = rows.find(({ line }) => follows(line, piece.line));
    if (!row) { rows.push({ runs: [...piece.runs], line: piece.line }); continue; }
    row.runs.push(...piece.runs);
    row.line = lineOf(row.runs);
  }
  return rows.map(({ line }) => line);
}

function follows(line: TextLine, next: TextLine): boolean {
  const gap = next.left - line.right;
  const tall = Math.max(line.h, next.h);
  if (gap < -tall || gap > 5 * tall || Math.min(line.h, next.h) < 0.5 * tall) return false;
  const straight = { ...line, c: 0 };
  return Math.abs(middleAt(straight, next.left) - middleAt(next, next.left)) < 0.5 * tall;
}

function isNext(upper: TextLine, lower: TextLine): boolean {
  const left = Math.max(upper.left, lower.left), right = Math.min(upper.right, lower.right);
  const longer = Math.max(upper.right - upper.left, lower.right - lower.left);
  if (right - left < 0.78 * longer) return false;
  const x = (left + right) / 2;
  const apart = (middleAt(lower, x) - middleAt(upper, x)) / ((heightAt(upper, x) + heightAt(lower, x)) / 2);
  if (apart < 1.15 || apart > 3.2) return false;
  const atLeft = middleAt(lower, left) - middleAt(upper, left), atRight = middleAt(lower, right) - middleAt(upper, right);
  return atLeft > 0 && atRight > 0 && Math.max(atLeft, atRight) < 1.7 * Math.min(atLeft, atRight) && Math.min(upper.h, lower.h) > 0.5 * Math.max(upper.h, lower.h);
}

function evenly(first: TextLine, second: TextLine, third: TextLine): boolean {
  const x = (first.left + first.right) / 2;
  const upper = middleAt(second, x) - middleAt(first, x), lower = middleAt(third, x) - middleAt(second, x);
  return Math.max(upper, lower) < 1.4 * Math.min(upper, lower);
}

/** A line of 44 signs is 26 times as long as the next is below it, one of 36 is 22 times, the three of a card are 18 times (ICAO Doc 9303 part 3). */
function scored(lines: readonly TextLine[]): Group {
  const first = lines[0] as TextLine, last = lines.at(-1) as TextLine;
  const x = (first.left + first.right) / 2;
  const pitch = (middleAt(last, x) - middleAt(first, x)) / (lines.length - 1);
  const length = lines.reduce((sum, line) => sum + line.right - line.left, 0) / lines.length;
  const wanted = lines.length === 3 ? [18] : [21.6, 26.4];
  const off = Math.min(...wanted.map((each) => Math.abs(Math.log(length / pitch / each))));
  const ragged = lines.reduce((sum, line) => sum + Math.abs(line.left - first.left) + Math.abs(line.right - first.right), 0) / length / lines.length;
  const score = off > 0.75 ? 0 : (1 - off) * (1 - Math.min(0.9, 2 * ragged)) * (lines.length === 3 ? 1.2 : 1) * Math.sqrt(length);
  return { lines, score };
}
