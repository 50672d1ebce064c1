import type { Grey, Point, Quad } from '../pixels.ts';
import { along, distance, mapQuad, sidesOf } from './quad.ts';
import { crossing, lineThrough, type Line } from './lines.ts';

const samples = 72;

/** Moves each side of a quad onto the edge that lies nearest to it, to a part of a pixel; a side without a clear edge stays, and so do
 *  those that are `fixed`. `reach` is in pixels. */
export function refined(grey: Grey, quad: Quad, reach: number, fixed: readonly boolean[] = []): Quad {
  const lines = sidesOf(quad).map(([a, b], index) => (fixed[index] === true ? null : edgeLine(grey, a, b, reach)) ?? lineThrough(a, b));
  const moved = mapQuad(quad, (corner, index) => {
    const [before, after] = [lines[(index + 3) % 4], lines[index]];
    const cross = before && after ? crossing(before, after) : null;
    return cross && distance(cross, corner) < reach * 4 ? cross : corner;
  });
  return moved;
}

/** The line through the steepest places across a side, found at many points; null when they don't agree. */
function edgeLine(grey: Grey, a: Point, b: Point, reach: number): Line | null {
  const { nx, ny } = lineThrough(a, b);
  const found: (Point & { weight: number })[] = [];
  for (let index = 0; index < samples; index += 1) {
    const at = along(a, b, 0.04 + (0.92 * (index + 0.5)) / samples);
    const off = steepest(grey, at, nx, ny, reach);
    if (off) found.push({ x: at.x + nx * off.place, y: at.y + ny * off.place, weight: off.weight });
  }
  if (found.length < samples * 0.3) return null;
  let kept: readonly (Point & { weight: number })[] = found;
  let line = fit(kept);
  for (const limit of [reach * 0.5, 2, 1.2]) {
    const near = found.filter(({ x, y }) => Math.abs(x * line.nx + y * line.ny - line.far) <= Math.max(1.2, limit));
    if (near.length < found.length * 0.4) break;
    kept = near;
    line = fit(kept);
  }
  return kept.length < samples * 0.3 ? null : line;
}

/** How far off the side the brightness changes most, within reach: with a parabola through the steepest step and its neighbours. */
function steepest(grey: Grey, at: Point, nx: number, ny: number, reach: number): { readonly place: number; readonly weight: number } | null {
  const steps = Math.ceil(reach);
  const slopes: number[] = [];
  for (let step = -steps - 1; step <= steps + 1; step += 1) {
    const [ahead, behind] = [valueAt(grey, at.x + nx * (step + 0.75), at.y + ny * (step + 0.75)), valueAt(grey, at.x + nx * (step - 0.75), at.y + ny * (step - 0.75))];
    if (ahead < 0 || behind < 0) return null;
    slopes.push(Math.abs(ahead - behind));
  }
  let best = 1;
  const worth = (index: number) => (slopes[index] ?? 0) * (1 - (0.35 * Math.abs(index - 1 - steps)) / (steps + 1));
  for (let index = 1; index < slopes.length - 1; index += 1) if (worth(index) > worth(best)) best = index;
  const [before, peak, after] = [slopes[best - 1] ?? 0, slopes[best] ?? 0, slopes[best + 1] ?? 0];
  if (peak < 3) return null;
  const curve = before - 2 * peak + after;
  const part = curve < 0 ? Math.max(-0.6, Math.min(0.6, (0.5 * (before - after)) / curve)) : 0;
  return { place: best - 1 - steps + part, weight: Math.min(peak, 30) };
}

function valueAt({ width, height, data }: Grey, x: number, y: number): number {
  const [u, v] = [x - 0.5, y - 0.5];
  if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return -1;
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const at = top * width + left;
  const [p, q] = [u - left, v - top];
  return ((data[at] ?? 0) * (1 - p) + (data[at + 1] ?? 0) * p) * (1 - q) + ((data[at + width] ?? 0) * (1 - p) + (data[at + width + 1] ?? 0) * p) * q;
}

function fit(points: readonly (Point & { weight: number })[]): Line {
  let [count, mx, my] = [0, 0, 0];
  for (const { x, y, weight } of points) [count, mx, my] = [count + weight, mx + weight * x, my + weight * y];
  [mx, my] = [mx / count, my / count];
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y, weight } of points) [xx, xy, yy] = [xx + weight * (x - mx) ** 2, xy + weight * (x - mx) * (y - my), yy + weight * (y - my) ** 2];
  const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [nx, ny] = [-Math.sin(turn), Math.cos(turn)];
  return { nx, ny, far: nx * mx + ny * my, votes: count };
}
