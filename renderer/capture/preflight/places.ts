import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Size } from '../decode/trouble.ts';
import { apply, homography } from '../geometry/homography.ts';
import { mapQuad, wholeQuad } from '../geometry/quad.ts';
import type { Quad } from '../pixels.ts';

/** A quad of a picture after the picture was turned clockwise; `size` is the picture's before. The corners stay those of what they surround. */
export function turnedQuad(quad: Quad, { width, height }: Size, turn: CaptureEdit['turn']): Quad {
  switch (turn) {
    case 0: return quad;
    case 90: return mapQuad(quad, ({ x, y }) => ({ x: height - y, y: x }));
    case 180: return mapQuad(quad, ({ x, y }) => ({ x: width - x, y: height - y }));
    case 270: return mapQuad(quad, ({ x, y }) => ({ x: y, y: width - x }));
  }
}

/** A quad in what was laid out flat, where it lies in the picture it was cut from. */
export function unflattened(quad: Quad, from: Quad, flat: Size): Quad {
  const map = homography(wholeQuad(flat.width, flat.height), from);
  return mapQuad(quad, (point) => apply(map, point));
}
