import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import { pixelsOf, turnedCopy, type Sheet } from '../decode/sheet.ts';
import { grown, scaled } from '../geometry/quad.ts';
import { flatSize, warp } from '../geometry/warp.ts';
import type { Quad, Rgba } from '../pixels.ts';

/** A part of a page laid out flat, and where it lies in the working copy. */
export type Flattened = { readonly picture: Rgba; readonly quad: Quad };

/** Longer side of what is laid out flat, in pixels. */
const most = 1_600;
/** How much around the document comes along: an edge that was found a little too far in must not cut a line off. */
const around = 0.03;

/** Lays a document that was found in a working copy of a page out flat, from all the pixels the page has. */
export function flatten(sheet: Sheet, turn: CaptureEdit['turn'], copy: Rgba, found: Quad): Flattened {
  const whole = pixelsOf(turnedCopy(sheet, turn, Math.max(sheet.width, sheet.height)));
  const quad = grown(found, around);
  const there = scaled(quad, whole.width / copy.width, whole.height / copy.height);
  const { width, height } = flatSize(there, most);
  return { picture: warp(whole, there, width, height), quad };
}
