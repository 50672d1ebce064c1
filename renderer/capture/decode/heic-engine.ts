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
  if (trouble) return fail(trouble);
  const handle = engine.out(0);
  const grid = gridOf(engine, handle);
  const [width, height] = [engine.width(handle), engine.height(handle)];
  if (width < 1 || height < 1 || grid.across * grid.width < width || grid.down * grid.height < height) return fail({ kind: 'damaged' });
  return ok({ width, height, ...tilesOf(engine, handle, grid) });
}

function limit(engine: HeicCalls, context: number, mostPixels: number): void {
  const from = engine.limits(context);
  for (const [place, most] of [[limits.pixels, mostPixels], [limits.tiles, 4096], [limits.block, mostMemory], [limits.total, mostMemory]] as const) engine.writeLong(from + place, most);
}

function tilesOf(engine: HeicCalls, handle: number, grid: Grid): Pick<HeicPhoto, 'tiles' | 'tile'> {
  const single = grid.across * grid.down <= 1;
  let before: number | null = null;
  return {
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

type Grid = Size & { readonly across: number; readonly down: number; readonly top: number; readonly left: number };

/** How the photo is laid out in tiles (heif_image_tiling), by the picture as it stands upright. */
function gridOf(engine: HeicCalls, handle: number): Grid {
  const trouble = engine.run((error, out) => engine.tiling(error, handle, 1, out));
  if (trouble) return { across: 1, down: 1, width: engine.width(handle), height: engine.height(handle), top: 0, left: 0 };
  return { across: engine.out(1), down: engine.out(2), width: engine.out(3), height: engine.out(4), top: engine.out(7), left: engine.out(8) };
}

function pixelsAt(engine: HeicCalls, image: number, [left, top]: readonly [number, number]): Tile {
  const from = engine.plane(image, channel, engine.place);
  const [stride, width, height] = [engine.out(0), engine.imageWidth(image, channel), engine.imageHeight(image, channel)];
  return { left, top, width, height, stride, data: engine.heap().subarray(from, from + stride * height) };
}
