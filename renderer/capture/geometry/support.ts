import type { Point } from '../pixels.ts';
import type { Edges } from './edges.ts';
import { walk, type Line } from './lines.ts';

/** A line with what the picture says along it: sums, from its first step on, of steps within the picture and of steps where an edge runs along it,
 *  apart by the side that is lighter, and of how steep it is (at most 48 a step). */
export type Followed = { readonly line: Line; readonly first: number; readonly inside: Uint16Array; readonly lighter: Uint16Array; readonly darker: Uint16Array;
  readonly steep: Float32Array; readonly border: boolean };

/** How a stretch of a line is backed: `edge` as a part of what is seen of it (one direction of light), `mixed` in any, `steep` how
 *  steep on the mean, `seen` as a part of its length. */
export type Backing = { readonly edge: number; readonly mixed: number; readonly steep: number; readonly seen: number };

/** Follows a line through the picture; an edge within `within` pixels that runs along it counts. */
export function follow(line: Line, edges: Edges, least: number, within: number): Followed {
  const reach = Math.ceil(Math.hypot(edges.width, edges.height));
  const best = new Float32Array(2 * reach + 2);
  const inside = new Uint16Array(2 * reach + 2);
  walk(line, edges, within, (at, _x, _y, step) => {
    const slot = step + reach + 1;
    inside[slot] = 1;
    const across = (edges.x[at] ?? 0) * line.nx + (edges.y[at] ?? 0) * line.ny;
    if (Math.abs(across) >= 0.85 * (edges.size[at] ?? 0) && Math.abs(across) > Math.abs(best[slot] ?? 0)) best[slot] = across;
  });
  const lighter = new Uint16Array(best.length);
  const darker = new Uint16Array(best.length);
  const steep = new Float32Array(best.length);
  for (let slot = 1; slot < best.length; slot += 1) {
    const value = best[slot] ?? 0;
    steep[slot] = (steep[slot - 1] ?? 0) + Math.min(48, Math.abs(value));
    lighter[slot] = (lighter[slot - 1] ?? 0) + (value >= least ? 1 : 0);
    darker[slot] = (darker[slot - 1] ?? 0) + (value <= -least ? 1 : 0);
    inside[slot] = (inside[slot - 1] ?? 0) + (inside[slot] ?? 0);
  }
  return { line, first: -reach - 1, inside, lighter, darker, steep, border: false };
}

/** How the stretch between two points of the line is backed, leaving out a part of it at both ends. */
export function backing(followed: Followed, a: Point, b: Point, trim: number): Backing {
  const [from, to] = [stepOf(followed, a), stepOf(followed, b)];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return between(followed, low + (high - low) * trim, high - (high - low) * trim);
}

/** How the line goes on beyond two points of it, by a part of their distance: 0 it ends there, 1 it goes on. */
export function goesOn(followed: Followed, a: Point, b: Point, part: number): number {
  const [from, to] = [stepOf(followed, a), stepOf(followed, b)];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const long = (high - low) * part;
  const ends = [between(followed, low - long - 4, low - 4), between(followed, high + 4, high + long + 4)];
  return ends.reduce((sum, { edge, seen }) => sum + (seen > 0.5 ? edge : 0), 0) / 2;
}

function stepOf({ line, first }: Followed, point: Point): number {
  return -point.x * line.ny + point.y * line.nx - first;
}

function between({ inside, lighter, darker, steep }: Followed, low: number, high: number): Backing {
  const last = inside.length - 1;
  const from = Math.min(last, Math.max(0, Math.round(low)));
  const to = Math.min(last, Math.max(0, Math.round(high)));
  const count = (sums: Uint16Array | Float32Array) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const seen = count(inside);
  if (seen < 3) return { edge: 0, mixed: 0, steep: 0, seen: 0 };
  const [one, other] = [count(lighter), count(darker)];
  return { edge: Math.max(one, other) / seen, mixed: (one + other) / seen, steep: count(steep) / seen, seen: seen / Math.max(1, high - low) };
}
