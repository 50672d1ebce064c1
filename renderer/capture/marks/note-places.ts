import type { Px } from './view.ts';

/** A note's place beside the picture, in pixels, and the line that leads to it. */
export type PlacedNote<T> = { readonly note: T; readonly y: number; readonly height: number; readonly leader: readonly Px[] };

/** A note to be placed: how high it is, and where what it speaks of is. */
export type LooseNote<T> = { readonly note: T; readonly height: number; readonly anchor: Px };

/** The column of notes: where it begins and ends, and how far apart two are. */
export type Column = { readonly x: number; readonly top: number; readonly bottom: number; readonly gap: number };

/** Puts notes beside what they speak of, in the order of their marks from the top, without one over the other. */
export function placeNotes<T>(notes: readonly LooseNote<T>[], { x, top, bottom, gap }: Column): readonly PlacedNote<T>[] {
  const sorted = notes.toSorted((a, b) => a.anchor.y - b.anchor.y);
  const tops: number[] = [];
  let free = top;
  for (const { anchor, height } of sorted) {
    const at = Math.max(anchor.y - height / 2, free);
    tops.push(at);
    free = at + height + gap;
  }
  // Pushed out below: back up from the foot.
  let limit = bottom;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? 0, limit - (sorted[index]?.height ?? 0));
    limit = (tops[index] ?? 0) - gap;
  }
  return sorted.map(({ note, height, anchor }, index) => {
    const y = tops[index] ?? top;
    const middle = y + height / 2;
    return { note, y, height, leader: [anchor, { x: x - 16, y: middle }, { x, y: middle }] };
  });
}
