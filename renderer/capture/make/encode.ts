import { captureLimits } from '../../../preload/contract/captures.ts';
import type { Made } from '../preflight/port.ts';
import { withDpi } from './strip-jpeg.ts';

/** JPEG qualities, best first; the next one is taken only when the picture is too large. */
const qualities = [0.92, 0.85, 0.75, 0.6] as const;

async function jpegOf(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer());
}

async function within(canvas: OffscreenCanvas, most: number, steps: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  for (const quality of steps) {
    bytes = await jpegOf(canvas, quality);
    if (bytes.length <= most) return bytes;
  }
  return bytes;
}

/** The canvas as a JPEG of pixels alone that can be sent. */
export async function encode(canvas: OffscreenCanvas, dpi: number | null): Promise<Made> {
  return { bytes: withDpi(await within(canvas, captureLimits.made, qualities), dpi), mime: 'image/jpeg', width: canvas.width, height: canvas.height };
}

/** The canvas as a small JPEG for a list. */
export function encodeThumb(canvas: OffscreenCanvas): Promise<Uint8Array> {
  return within(canvas, captureLimits.thumb, [0.8, 0.6, 0.4, 0.2]);
}
