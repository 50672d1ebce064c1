import type { Px } from './view.ts';

/** A note's place beside the picture, in pixels, and the line that leads to it. */
export type PlacedNote<T> = { readonly note: T; readonly y: number; readonly leader: readonly Px[] };

/** The column of notes: where it begins and ends, how high a note is, how far apart two are. */
export type Column = { readonly x: number; readonly top: number; readonly bottom: number; readonly height: number; readonly gap: number };

/** Puts notes beside what they speak of, in the order of their marks from the top, without one over the other. */
export function placeNotes<T>(notes: readonly { readonly note: T; readonly anchor: Px }[], column: Column): readonly PlacedNote<T>[] {
  const sorted = notes.toSorted((a, b) => a.anchor.y - b.anchor.y);
  const step = column.height + column.gap;
  const tops: number[] = [];
  for (const { anchor } of sorted) tops.push(Math.max(anchor.y - column.height / 2, tops.length === 0 ? column.top : (tops.at(-1) ?? 0) + step));
  // Pushed out below: back up from the foot.
  let limit = column.bottom - column.height;
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? 0, limit);
    limit = (tops[index] ?? 0) - step;
  }
  return sorted.map(({ note, anchor }, index) => {
    const y = tops[index] ?? column.top;
    const middle = y + column.height / 2;
    return { note, y, leader: [anchor, { x: column.x - 16, y: middle }, { x: column.x, y: middle }] };
  });
}
