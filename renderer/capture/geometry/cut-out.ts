import type { Quad, Rgba } from '../pixels.ts';
import { grown, mapQuad } from './quad.ts';
import { flatSize, warp } from './warp.ts';

/** How much of what surrounds a document is left around it, as a part of its size: a cut along the very edge looks like one that cuts it off. */
const margin = 0.03;
/** Longer side of what is cut out, in pixels. */
const most = 4_096;

/** Cuts a document out along its corners and lays it out flat at the pixels it has, with a little of what surrounds it. */
export function cutOut(picture: Rgba, quad: Quad): Rgba {
  const inside = (value: number, size: number) => Math.min(size, Math.max(0, value));
  const around = mapQuad(grown(quad, margin), ({ x, y }) => ({ x: inside(x, picture.width), y: inside(y, picture.height) }));
  const { width, height } = flatSize(around, most);
  return warp(picture, around, width, height);
}
