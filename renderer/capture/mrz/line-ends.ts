import { lineOf, middleAt, type TextLine } from './text-line.ts';

/**
 * The lines as they were found, then with their ends evened out: all lines of a zone begin and end at the same places, but one may have run on into
 * something beside the document, or may have been found in part only.
 */
export function* withEnds(lines: readonly TextLine[]): Generator<readonly TextLine[]> {
  yield lines;
  const lefts = lines.map(({ left }) => left), rights = lines.map(({ right }) => right);
  yield evened(lines, Math.max(...lefts), Math.min(...rights));
  yield evened(lines, Math.min(...lefts), Math.max(...rights));
  if (lines.length === 3) yield evened(lines, middle(lefts), middle(rights));
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[1] ?? 0;
}

function evened(lines: readonly TextLine[], left: number, right: number): readonly TextLine[] {
  return lines.map((line) => {
    const close = 0.6 * line.h;
    const from = Math.abs(line.left - left) < close ? line.left : left, to = Math.abs(line.right - right) < close ? line.right : right;
    return from === line.left && to === line.right ? line : cut(line, from, to);
  });
}

/** The line between other ends, fitted anew to the ink between them. */
function cut(line: TextLine, left: number, right: number): TextLine {
  const runs = line.runs.filter((run) => run.to > left && run.from < right).map((run) => ({ row: run.row, from: Math.max(left, run.from), to: Math.min(right, run.to) }));
  return runs.length > 0 ? moved(lineOf(runs), left, right) : line;
}

/** The same curve between other ends. */
function moved(line: TextLine, left: number, right: number): TextLine {
  const by = (left + right - line.left - line.right) / 2;
  return { ...line, left, right, a: middleAt(line, (left + right) / 2), b: line.b + 2 * line.c * by, h: line.h + line.k * by };
}
