import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { startHeif, type HeicCalls } from './heic-calls.ts';
import type { Size, Trouble } from './trouble.ts';

/** A stretch of decoded pixels: red, green and blue, rows `stride` bytes apart, at a place of the whole picture. Valid until the next is decoded. */
export type Tile = Size & { readonly left: number; readonly top: number; readonly stride: number; readonly data: Uint8Array };

/** A HEIC photo that was opened; `tiles` how many pieces it is decoded in, across and down. */
export type HeicPhoto = Size & { readonly tiles: { readonly across: number; readonly down: number }; readonly tile: (across: number, down: number) => Result<Tile, Trouble> };

/** Numbers of libheif's interface: colours as RGB, three bytes a pixel side by side (heif_colorspace_RGB, heif_chroma_interleaved_RGB, heif_channel_interleaved). */
const [rgb, sideBySide, channel] = [1, 10, 10];
/** Where heif_security_limits (version 2 and later) holds what is limited here, in 64 bits each. */
const limits = { pixels: 8, tiles: 16, block: 40, total: 64 } as const;
/** Most memory the engine may take for one photo, in bytes. */
const mostMemory = 380 * 1024 * 1024;

/** Opens a photo in an engine of its own, made of the bytes of libheif’s code; nothing of it outlives the engine. Errors: `damaged`, `too-heavy`. */
export function openHeic(code: ArrayBuffer, bytes: Uint8Array, mostPixels: number): Result<HeicPhoto, Trouble> {
  const engine = startHeif(code);
  const context = engine.context();
  limit(engine, context, mostPixels);
  const place = engine.room(bytes.length);
  engine.heap().set(bytes, place);
  const trouble = engine.run((error) => engine.read(error, context, place, bytes.length, 0)) ?? engine.run((error, out) => engine.primary(error, context, out));
  return trouble ? fail(trouble) : ok(photoOf(engine, engine.out(0)));
}

function limit(engine: HeicCalls, context: number, mostPixels: number): void {
  const from = engine.limits(context);
  for (const [place, most] of [[limits.pixels, mostPixels], [limits.tiles, 4096], [limits.block, mostMemory], [limits.total, mostMemory]] as const) engine.writeLong(from + place, most);
}

function photoOf(engine: HeicCalls, handle: number): HeicPhoto {
  const grid = gridOf(engine, handle);
  const single = grid.across * grid.down <= 1;
  let before: number | null = null;
  return {
    width: engine.width(handle), height: engine.height(handle),
    tiles: single ? { across: 1, down: 1 } : { across: grid.across, down: grid.down },
    tile: (x, y) => {
      // The pixels before are read by now.
      if (before !== null) engine.release(before);
      before = null;
      const trouble = engine.run((error, out) => (single ? engine.decode(error, handle, out, rgb, sideBySide, 0) : engine.decodeTile(error, handle, out, rgb, sideBySide, 0, x, y)));
      if (trouble) return fail(trouble);
      before = engine.out(0);
      return ok(pixelsAt(engine, before, single ? [0, 0] : [x * grid.width - grid.left, y * grid.height - grid.top]));
    },
  };
}

/** How the photo is laid out in tiles (heif_image_tiling), by the picture as it stands upright. */
function gridOf(engine: HeicCalls, handle: number) {
  const trouble = engine.run((error, out) => engine.tiling(error, handle, 1, out));
  const at = (index: number) => (trouble ? 0 : engine.out(index));
  return { across: at(1), down: at(2), width: at(3), height: at(4), top: at(7), left: at(8) };
}

function pixelsAt(engine: HeicCalls, image: number, [left, top]: readonly [number, number]): Tile {
  const from = engine.plane(image, channel, engine.place);
  const [stride, width, height] = [engine.out(0), engine.imageWidth(image, channel), engine.imageHeight(image, channel)];
  return { left, top, width, height, stride, data: engine.heap().subarray(from, from + stride * height) };
}
