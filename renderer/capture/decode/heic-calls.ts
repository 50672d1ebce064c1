import heif from 'libheif-js/libheif-wasm/libheif.js';
import type { Trouble } from './trouble.ts';

/** Its error for going over a limit (heif_suberror_Security_limit_exceeded), and for no memory (heif_error_Memory_allocation_error). */
const [overLimit, noMemory] = [1000, 6];

/** libheif's calls by names of ours. All take and give places in the engine's memory; errors come through the first argument. */
function named(engine: ReturnType<typeof heif>) {
  const {
    _malloc: room, _heif_context_alloc: context, _heif_context_get_security_limits: limits, _heif_context_read_from_memory_without_copy: read,
    _heif_context_get_primary_image_handle: primary, _heif_image_handle_get_image_tiling: tiling, _heif_image_handle_get_width: width, _heif_image_handle_get_height: height,
    _heif_decode_image: decode, _heif_image_handle_decode_image_tile: decodeTile, _heif_image_release: release, _heif_image_get_plane_readonly2: plane,
    _heif_image_get_width: imageWidth, _heif_image_get_height: imageHeight,
  } = engine;
  return { room, context, limits, read, primary, tiling, width, height, decode, decodeTile, release, plane, imageWidth, imageHeight };
}

/** An engine and the two places through which it answers. */
export type HeicCalls = ReturnType<typeof named> & {
  readonly heap: () => Uint8Array;
  /** Where answers are written, and the answer at `index`, each of 32 bits. */
  readonly place: number;
  readonly out: (index: number) => number;
  readonly writeLong: (to: number, value: number) => void;
  /** Calls and tells what went wrong; null when nothing did. */
  readonly run: (work: (error: number, out: number) => void) => Trouble | null;
};

/** Starts an engine from the bytes of its code. */
export function startHeif(wasmBinary: ArrayBuffer): HeicCalls {
  const engine = heif({ wasmBinary, print: () => undefined, printErr: () => undefined });
  const calls = named(engine);
  const [error, place] = [calls.room(16), calls.room(128)];
  const heap = (): Uint8Array => engine.HEAPU8 as Uint8Array;
  // Made anew each time: the memory moves when it grows.
  const view = (): DataView => new DataView(heap().buffer);
  return {
    ...calls, heap, place,
    out: (index) => view().getUint32(place + index * 4, true),
    writeLong: (to, value) => view().setBigUint64(to, BigInt(value), true),
    run: (work) => {
      work(error, place);
      const [code, detail] = [view().getInt32(error, true), view().getInt32(error + 4, true)];
      if (code === 0) return null;
      return { kind: detail === overLimit || code === noMemory ? 'too-heavy' : 'damaged' };
    },
  };
}
