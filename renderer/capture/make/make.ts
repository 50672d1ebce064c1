import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Area } from '../../../preload/contract/evidence.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { OpenFile } from '../decode/open-file.ts';
import { canvasOf, mostSheet, pixelsOf, turnedCopy, type Sheet } from '../decode/sheet.ts';
import type { Trouble } from '../decode/trouble.ts';
import type { Quad, Rgba } from '../pixels.ts';
import type { Made } from '../preflight/port.ts';
import { encode } from './encode.ts';
import { changesNothing, pixelsKept } from './pixels-kept.ts';

/** What changes pixels: the perspective cut and the levelling of light. */
export type Retouch = { readonly cutOut: (picture: Rgba, quad: Quad) => Rgba; readonly levelLight: (picture: Rgba) => Rgba };

/** The corners of an area in the pixels of a picture. */
export function quadOf(area: Area, width: number, height: number): Quad {
  const [a, b, c, d] = area;
  const point = ({ x, y }: Area[number]) => ({ x: x * width, y: y * height });
  return [point(a), point(b), point(c), point(d)];
}

/** A page with an edit done to it, its longer side at most `most` before the cut. */
export function edited(sheet: Sheet, { turn, corners, even }: CaptureEdit, retouch: Retouch, most: number): OffscreenCanvas {
  const canvas = turnedCopy(sheet, turn, most);
  if (!corners && !even) return canvas;
  const whole = pixelsOf(canvas);
  const cut = corners ? retouch.cutOut(whole, quadOf(corners, whole.width, whole.height)) : whole;
  return canvasOf(even ? retouch.levelLight(cut) : cut);
}

/** The picture that would be sent of a page. */
export async function make(file: OpenFile, bytes: Uint8Array, sheet: Sheet, edit: CaptureEdit, retouch: Retouch): Promise<Result<Made, Trouble>> {
  const kept = changesNothing(edit) ? pixelsKept(bytes, file.mime) : null;
  return ok(kept ?? (await encode(edited(sheet, edit, retouch, mostSheet), sheet.dpi)));
}
