import type { Point, Quad } from '../../../renderer/capture/pixels.ts';

/** Nine numbers that carry a place on the document (mm from its middle) to a place in the picture, row by row. */
export type Projection = readonly [number, number, number, number, number, number, number, number, number];

/** How a flat document lies before a lens. */
export type Pose = { readonly pixelsPerMm: number; readonly turn: number; readonly tilt: readonly [number, number]; readonly away: number };

/** The projection of a pose; the document's middle comes to 0, 0. */
export function projectionOf({ pixelsPerMm, turn, tilt, away }: Pose): Projection {
  const [a, b, c] = [tilt[0], tilt[1], turn].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const [sa, ca, sb, cb, sc, cc] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b), Math.sin(c), Math.cos(c)];
  const across = [cb, sa * sb, -ca * sb] as const;
  const down = [0, ca, sa] as const;
  const focal = pixelsPerMm * away;
  return [
    focal * (cc * across[0] - sc * across[1]), focal * (cc * down[0] - sc * down[1]), 0,
    focal * (sc * across[0] + cc * across[1]), focal * (sc * down[0] + cc * down[1]), 0,
    across[2], down[2], away,
  ];
}

/** Moves what a projection gives. */
export function moved(p: Projection, x: number, y: number): Projection {
  return [p[0] + x * p[6], p[1] + x * p[7], p[2] + x * p[8], p[3] + y * p[6], p[4] + y * p[7], p[5] + y * p[8], p[6], p[7], p[8]];
}

/** Carries a point through a projection. */
export function project(p: Projection, x: number, y: number): Point {
  const depth = p[6] * x + p[7] * y + p[8];
  return { x: (p[0] * x + p[1] * y + p[2]) / depth, y: (p[3] * x + p[4] * y + p[5]) / depth };
}

/** The way back. */
export function inverse([a, b, c, d, e, f, g, h, i]: Projection): Projection {
  return [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d];
}

/** The corners of a document of a size. */
export function cornersOf(p: Projection, width: number, height: number): Quad {
  const [x, y] = [width / 2, height / 2];
  return [project(p, -x, -y), project(p, x, -y), project(p, x, y), project(p, -x, y)];
}

/** The smallest number of pixels a mm has along any side of a document. */
export function leastScale(quad: Quad, width: number, height: number): number {
  const side = (from: number, to: number) => Math.hypot((quad[from]?.x ?? 0) - (quad[to]?.x ?? 0), (quad[from]?.y ?? 0) - (quad[to]?.y ?? 0));
  return Math.min(side(0, 1) / width, side(3, 2) / width, side(0, 3) / height, side(1, 2) / height);
}
