import type { Area } from '../../../preload/contract/evidence.ts';
import type { Point, Quad } from '../pixels.ts';

/** The distance of two points. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point that lies `part` of the way from `a` to `b`. */
export function along(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/** The corners of a whole picture. */
export function wholeQuad(width: number, height: number): Quad {
  return [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
}

/** The sides in order: top, right, bottom, left. */
export function sidesOf(quad: Quad): readonly (readonly [Point, Point])[] {
  const [a, b, c, d] = quad;
  return [[a, b], [b, c], [c, d], [d, a]];
}

/** The area of a quad; negative when its corners run against the clock. */
export function areaOf(quad: Quad): number {
  return sidesOf(quad).reduce((sum, [a, b]) => sum + (a.x * b.y - b.x * a.y), 0) / 2;
}

/** Whether the quad has no dent and doesn't cross itself. */
export function isConvex(quad: Quad): boolean {
  const [a, b, c, d] = quad;
  const bends = [bend(a, b, c), bend(b, c, d), bend(c, d, a), bend(d, a, b)];
  return bends.every((value) => value > 0) || bends.every((value) => value < 0);
}

function bend(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/** The corners moved to a picture of another size. */
export function scaled(quad: Quad, factorX: number, factorY = factorX): Quad {
  return mapQuad(quad, ({ x, y }) => ({ x: x * factorX, y: y * factorY }));
}

/** Each corner changed by `change`. */
export function mapQuad(quad: Quad, change: (corner: Point, index: number) => Point): Quad {
  const [a, b, c, d] = quad;
  return [change(a, 0), change(b, 1), change(c, 2), change(d, 3)];
}

/** The corners moved outwards from their middle, by a part of their distance. */
export function grown(quad: Quad, part: number): Quad {
  const middle = middleOf(quad);
  return mapQuad(quad, (corner) => along(middle, corner, 1 + part));
}

/** The mean of the corners. */
export function middleOf(quad: Quad): Point {
  return { x: quad.reduce((sum, { x }) => sum + x, 0) / 4, y: quad.reduce((sum, { y }) => sum + y, 0) / 4 };
}

/** Whether a point lies in a convex quad. */
export function holds(quad: Quad, point: Point): boolean {
  const turns = sidesOf(quad).map(([a, b]) => bend(a, b, point));
  return turns.every((value) => value >= 0) || turns.every((value) => value <= 0);
}

/** The corners as they stand in the picture: clockwise, beginning with the one nearest to its top left. */
export function asStanding(quad: Quad): Quad {
  const [a, b, c, d]: Quad = areaOf(quad) < 0 ? [quad[0], quad[3], quad[2], quad[1]] : quad;
  const orders: readonly Quad[] = [[a, b, c, d], [b, c, d, a], [c, d, a, b], [d, a, b, c]];
  return orders.reduce((best, order) => (upright(order) > upright(best) ? order : best));
}

/** How well the first side runs along the top: its direction, with the opposite side's. */
function upright([a, b, c, d]: Quad): number {
  const [x, y] = [b.x - a.x + c.x - d.x, b.y - a.y + c.y - d.y];
  return x / (Math.hypot(x, y) || 1);
}

/** Width by height of a quad, from the means of its opposite sides, in its own pixels. */
export function sizeOf([a, b, c, d]: Quad): { readonly width: number; readonly height: number } {
  return { width: (distance(a, b) + distance(d, c)) / 2, height: (distance(a, d) + distance(b, c)) / 2 };
}

/** Pixels as fractions of a picture, within what the contract lets a place be. */
export function areaFrom(quad: Quad, width: number, height: number): Area {
  const part = (value: number) => Math.min(1.5, Math.max(-0.5, value));
  return mapQuad(quad, ({ x, y }) => ({ x: part(x / width), y: part(y / height) })) as unknown as Area;
}
