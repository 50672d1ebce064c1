import type { Point, Quad } from '../pixels.ts';

/** A projective map of the plane: nine numbers, row by row, the last of them 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map that takes the unit square (0,0 1,0 1,1 0,1) to a quad. */
export function fromUnit([a, b, c, d]: Quad): Homography {
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const scale = dx1 * dy2 - dx2 * dy1 || 1e-12;
  const g = (sx * dy2 - dx2 * sy) / scale;
  const h = (dx1 * sy - sx * dy1) / scale;
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1];
}

/** The map that takes one quad to another, corner by corner. */
export function homography(from: Quad, to: Quad): Homography {
  return multiply(fromUnit(to), inverse(fromUnit(from)));
}

/** Where the map takes a point. */
export function apply([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i || 1e-12;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** The way back. */
export function inverse([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  return normal([e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d]);
}

/** The second map, then the first. */
export function multiply(m: Homography, n: Homography): Homography {
  const cell = (row: number, column: number) => [0, 1, 2].reduce((sum, k) => sum + (m[row * 3 + k] ?? 0) * (n[k * 3 + column] ?? 0), 0);
  return normal([cell(0, 0), cell(0, 1), cell(0, 2), cell(1, 0), cell(1, 1), cell(1, 2), cell(2, 0), cell(2, 1), cell(2, 2)]);
}

function normal([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const by = Math.abs(i) < 1e-12 ? 1e-12 : i;
  return [a / by, b / by, c / by, d / by, e / by, f / by, g / by, h / by, 1];
}
