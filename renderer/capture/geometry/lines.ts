import type { Point } from '../pixels.ts';
import type { Edges } from './edges.ts';

/** A straight line: the points whose product with the normal is `far`. `votes` is how much speaks for it. */
export type Line = { readonly nx: number; readonly ny: number; readonly far: number; readonly votes: number };

const degrees = 180;
const cosines = Float32Array.from({ length: degrees }, (_, index) => Math.cos((index * Math.PI) / degrees));
const sines = Float32Array.from({ length: degrees }, (_, index) => Math.sin((index * Math.PI) / degrees));

/** Where two lines cross; null when they run alike. */
export function crossing(a: Line, b: Line): Point | null {
  const by = a.nx * b.ny - b.nx * a.ny;
  return Math.abs(by) < 1e-6 ? null : { x: (a.far * b.ny - b.far * a.ny) / by, y: (a.nx * b.far - b.nx * a.far) / by };
}

/** The line through two points. */
export function lineThrough(a: Point, b: Point): Line {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  return { nx, ny, far: nx * a.x + ny * a.y, votes: 0 };
}

/** The strongest straight lines: every pixel on an edge steeper than `least` votes for the lines that run along it (Hough). */
export function strongestLines(edges: Edges, least: number, most: number): readonly Line[] {
  const { width, height } = edges;
  const reach = Math.ceil(Math.hypot(width, height));
  const rows = reach * 2 + 1;
  const votes = new Float32Array(degrees * rows);
  castVotes(edges, least, votes, reach, rows);
  const peaks = peaksOf(votes, rows, Math.min(width, height) * 0.12);
  return peaks.slice(0, most).map(({ angle, row, value }) => ({ nx: cosines[angle] ?? 1, ny: sines[angle] ?? 0, far: row - reach, votes: value }));
}

function castVotes(edges: Edges, least: number, votes: Float32Array, reach: number, rows: number): void {
  const { width, height, x: slopesX, y: slopesY, size } = edges;
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      const strength = size[at] ?? 0;
      if (strength < least || !isRidge(size, at, width, slopesX[at] ?? 0, slopesY[at] ?? 0, strength)) continue;
      const weight = Math.min(1, 0.4 + strength / (least * 8));
      const angle = Math.round((Math.atan2(slopesY[at] ?? 0, slopesX[at] ?? 0) * degrees) / Math.PI) + degrees;
      for (let turn = -4; turn <= 4; turn += 1) {
        const bin = (angle + turn + degrees) % degrees;
        const row = Math.round(x * (cosines[bin] ?? 0) + y * (sines[bin] ?? 0)) + reach;
        const cell = bin * rows + row;
        votes[cell] = (votes[cell] ?? 0) + weight;
      }
    }
  }
}

/** Whether a slope is the steepest across its edge. */
export function isRidge(size: Float32Array, at: number, width: number, slopeX: number, slopeY: number, strength: number): boolean {
  const flat = Math.abs(slopeX) > 2.4 * Math.abs(slopeY);
  const tall = Math.abs(slopeY) > 2.4 * Math.abs(slopeX);
  const step = flat ? 1 : tall ? width : slopeX * slopeY > 0 ? width + 1 : width - 1;
  return strength >= (size[at - step] ?? 0) && strength > (size[at + step] ?? 0);
}

type Peak = { readonly angle: number; readonly row: number; readonly value: number };

function peaksOf(votes: Float32Array, rows: number, least: number): readonly Peak[] {
  const found: Peak[] = [];
  for (let angle = 0; angle < degrees; angle += 1) {
    for (let row = 2; row < rows - 2; row += 1) {
      const value = near(votes, rows, angle, row);
      if (value >= least && isPeak(votes, rows, angle, row, value)) found.push({ angle, row, value });
    }
  }
  return found.sort((a, b) => b.value - a.value);
}

/** Votes of a line with those half a step beside it. */
function near(votes: Float32Array, rows: number, angle: number, row: number): number {
  const cell = angle * rows + row;
  return (votes[cell] ?? 0) + ((votes[cell - 1] ?? 0) + (votes[cell + 1] ?? 0)) * 0.5;
}

function isPeak(votes: Float32Array, rows: number, angle: number, row: number, value: number): boolean {
  for (let turn = -3; turn <= 3; turn += 1) {
    const wrapped = angle + turn;
    const bin = (wrapped + degrees) % degrees;
    const mirrored = wrapped < 0 || wrapped >= degrees ? rows - 1 - row : row;
    for (let step = -3; step <= 3; step += 1) {
      if (turn === 0 && step === 0) continue;
      const other = near(votes, rows, bin, Math.min(rows - 3, Math.max(2, mirrored + step)));
      if (other > value || (other === value && (turn < 0 || (turn === 0 && step < 0)))) return false;
    }
  }
  return true;
}

/** The line moved onto the edge that it follows: fitted to the ridges within `within` pixels of it, three times, each time closer. */
export function settled(line: Line, edges: Edges, least: number, within: number): Line {
  let now = line;
  for (const reach of [within, within * 0.7, within * 0.5]) now = fitted(now, edges, least, Math.max(1.2, reach)) ?? now;
  return now;
}

function fitted(line: Line, edges: Edges, least: number, within: number): Line | null {
  const { nx, ny, votes } = line;
  const sums = { count: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  walk(line, edges, within, (at, x, y) => {
    const strength = edges.size[at] ?? 0;
    if (strength < least) return;
    const across = Math.abs((edges.x[at] ?? 0) * nx + (edges.y[at] ?? 0) * ny);
    if (across < 0.9 * strength) return;
    const weight = Math.min(4, strength / least);
    sums.count += weight;
    sums.x += weight * x;
    sums.y += weight * y;
    sums.xx += weight * x * x;
    sums.xy += weight * x * y;
    sums.yy += weight * y * y;
  });
  if (sums.count < 12) return null;
  const [mx, my] = [sums.x / sums.count, sums.y / sums.count];
  const [xx, xy, yy] = [sums.xx / sums.count - mx * mx, sums.xy / sums.count - mx * my, sums.yy / sums.count - my * my];
  const along = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [fx, fy] = [-Math.sin(along), Math.cos(along)];
  const sign = fx * nx + fy * ny < 0 ? -1 : 1;
  if (Math.abs(fx * nx + fy * ny) < 0.995) return null;
  return { nx: fx * sign, ny: fy * sign, far: (fx * mx + fy * my) * sign, votes };
}

/** Visits the pixels within some distance of a line, one step of a pixel at a time. */
export function walk(line: Line, edges: Edges, within: number, visit: (at: number, x: number, y: number, step: number) => void): void {
  const { nx, ny, far } = line;
  const { width, height } = edges;
  const reach = Math.ceil(Math.hypot(width, height));
  for (let step = -reach; step <= reach; step += 1) {
    const baseX = far * nx - step * ny;
    const baseY = far * ny + step * nx;
    if (baseX < -within || baseY < -within || baseX > width + within || baseY > height + within) continue;
    for (let off = -Math.floor(within); off <= within; off += 1) {
      const x = Math.round(baseX + off * nx);
      const y = Math.round(baseY + off * ny);
      if (x > 0 && y > 0 && x < width - 1 && y < height - 1) visit(y * width + x, x, y, step);
    }
  }
}
