import { boxAround, type Px } from './view.ts';

/** How long the arms of a corner bracket are and how far outside it stands, in pixels. */
const bracket = { arm: 20, out: 7 } as const;

const along = (from: Px, to: Px, length: number): Px => {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / distance) * length, y: from.y + ((to.y - from.y) / distance) * length };
};
const point = ({ x, y }: Px) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The places of a bracket’s corner: a little outside the document's. */
export function bracketCorner(corner: Px, before: Px, after: Px): Px {
  const outward = along(corner, before, -bracket.out);
  const other = along(corner, after, -bracket.out);
  return { x: outward.x + other.x - corner.x, y: outward.y + other.y - corner.y };
}

/** The path of a corner bracket; `before` and `after` are the document's neighbouring corners. */
export function bracketPath(corner: Px, before: Px, after: Px): string {
  const at = bracketCorner(corner, before, after);
  const shift = (place: Px): Px => ({ x: place.x + at.x - corner.x, y: place.y + at.y - corner.y });
  const [start, end] = [along(at, shift(before), bracket.arm), along(at, shift(after), bracket.arm)];
  return `M${point(start)}L${point(at)}L${point(end)}`;
}

/** A closed path through places. */
export function polygonPath(places: readonly Px[]): string {
  return places.length === 0 ? '' : `M${places.map(point).join('L')}Z`;
}

/** An ellipse in a four-cornered area: what a lamp leaves is never square. Degrees, pixels. */
export type Ellipse = { readonly cx: number; readonly cy: number; readonly rx: number; readonly ry: number; readonly turn: number };

/** The ellipse that fits an area, a little larger so that it surrounds what it shows. */
export function ellipseIn([a, b, c, d]: readonly [Px, Px, Px, Px]): Ellipse {
  const middle = (...some: readonly Px[]): Px => ({ x: some.reduce((sum, { x }) => sum + x, 0) / some.length, y: some.reduce((sum, { y }) => sum + y, 0) / some.length });
  const [centre, right, bottom] = [middle(a, b, c, d), middle(b, c), middle(c, d)];
  const [rx, ry] = [Math.hypot(right.x - centre.x, right.y - centre.y), Math.hypot(bottom.x - centre.x, bottom.y - centre.y)];
  return { cx: centre.x, cy: centre.y, rx: Math.max(8, rx * 1.1), ry: Math.max(8, ry * 1.1), turn: (Math.atan2(right.y - centre.y, right.x - centre.x) * 180) / Math.PI };
}

/** The closed path of an ellipse. */
export function ellipsePath({ cx, cy, rx, ry, turn }: Ellipse): string {
  const angle = (turn * Math.PI) / 180;
  const [dx, dy] = [rx * Math.cos(angle), rx * Math.sin(angle)];
  const half = (to: Px) => `A${rx.toFixed(1)} ${ry.toFixed(1)} ${turn.toFixed(1)} 1 1 ${point(to)}`;
  const [from, to] = [{ x: cx - dx, y: cy - dy }, { x: cx + dx, y: cy + dy }];
  return `M${point(from)}${half(to)}${half(from)}Z`;
}

/** An open path through places. */
export function linePath(places: readonly Px[]): string {
  return places.length === 0 ? '' : `M${places.map(point).join('L')}`;
}

/** Where an ellipse reaches farthest to the right. */
export function ellipseRight({ cx, cy, rx, ry, turn }: Ellipse): Px {
  const angle = (turn * Math.PI) / 180;
  const at = Math.atan2(-ry * Math.sin(angle), rx * Math.cos(angle));
  return {
    x: cx + rx * Math.cos(at) * Math.cos(angle) - ry * Math.sin(at) * Math.sin(angle),
    y: cy + rx * Math.cos(at) * Math.sin(angle) + ry * Math.sin(at) * Math.cos(angle),
  };
}

/** The middle of a four-cornered area’s right side. */
export function rightMiddle(places: readonly Px[]): Px {
  const box = boxAround(places);
  const right = places.filter(({ x }) => x >= box.x + box.width / 2);
  const y = right.reduce((sum, place) => sum + place.y, 0) / Math.max(1, right.length);
  return { x: box.x + box.width, y };
}
