import { context } from './lens.ts';

/** How a phone says that it was held: EXIF's orientation, 1 upright, 3 upside down, 6 and 8 on a side. */
export type Orientation = 1 | 3 | 6 | 8;

/** A picture as a JPEG file; `quality` 0 to 1. With an orientation the pixels are stored turned, and the tag says how to turn them back. */
export async function jpegOf(canvas: OffscreenCanvas, quality: number, orientation: Orientation = 1): Promise<Uint8Array> {
  const blob = await turned(canvas, orientation).convertToBlob({ type: 'image/jpeg', quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return orientation === 1 ? bytes : tagged(bytes, orientation);
}

function turned(canvas: OffscreenCanvas, orientation: Orientation): OffscreenCanvas {
  if (orientation === 1) return canvas;
  const { width, height } = canvas;
  const out = orientation === 3 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width);
  const ctx = context(out);
  ctx.translate(out.width / 2, out.height / 2);
  ctx.rotate({ 3: Math.PI, 6: -Math.PI / 2, 8: Math.PI / 2 }[orientation]);
  ctx.drawImage(canvas, -width / 2, -height / 2);
  return out;
}

/** Puts an EXIF part with the one tag behind the file's first two bytes. */
function tagged(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  const exif = [
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  ];
  const out = new Uint8Array(jpeg.length + exif.length);
  out.set(jpeg.subarray(0, 2));
  out.set(exif, 2);
  out.set(jpeg.subarray(2), 2 + exif.length);
  return out;
}
