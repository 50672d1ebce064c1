import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { at } from './bytes.ts';
import { saysOrdinary } from './jpeg-header.ts';
import { orientationOf, type Orientation } from './orientation.ts';
import { tooBig, type Size, type Trouble } from './trouble.ts';

/** One chunk of a PNG with its length, name and check sum: `from` to `to`. */
export type Chunk = { readonly name: string; readonly from: number; readonly to: number };

/** What a PNG says of itself; `colour` as in the standard (0 grey, 2 colour, 3 palette, 4 and 6 with alpha). */
export type PngHeader = Size & {
  readonly depth: number; readonly colour: number; readonly interlaced: boolean; readonly orientation: Orientation; readonly profile: 'ordinary' | 'other'; readonly dpi: number | null;
  readonly chunks: readonly Chunk[];
};

/** More chunks than any program writes: 50 million pixels in blocks of 8 kB are fewer. */
const mostChunks = 100_000;

/** Reads a PNG's chunks up to its end chunk. Errors: `cut` when it ends before, `damaged`. */
export function pngChunks(bytes: Uint8Array): Result<readonly Chunk[], Trouble> {
  const chunks: Chunk[] = [];
  let from = 8;
  while (chunks.length < mostChunks) {
    if (from + 12 > bytes.length) return fail({ kind: 'cut' });
    const [length, name] = [at.u32(bytes, from), at.text(bytes, from + 4, 4)];
    if (!/^[A-Za-z]{4}$/.test(name)) return fail({ kind: 'damaged' });
    const to = from + 12 + length;
    if (to > bytes.length) return fail({ kind: 'cut' });
    chunks.push({ name, from, to });
    if (name === 'IEND') return ok(chunks);
    from = to;
  }
  return fail({ kind: 'damaged' });
}

/** Reads what a PNG says of itself, and that it is whole. Errors: `cut`, `damaged`, `pixels`, `side`. */
export function readPng(bytes: Uint8Array): Result<PngHeader, Trouble> {
  // The size stands at a fixed place, so a huge one is refused before the rest is walked.
  const size = { width: at.u32(bytes, 16), height: at.u32(bytes, 20) };
  if (at.text(bytes, 12, 4) === 'IHDR' && bytes.length >= 33) {
    const trouble = tooBig(size, 'image/png');
    if (trouble) return fail(trouble);
  }
  const chunks = pngChunks(bytes);
  if (!chunks.ok) return chunks;
  const [head] = chunks.value;
  const named = (name: string) => chunks.value.find((chunk) => chunk.name === name);
  if (head?.name !== 'IHDR' || head.to - head.from !== 25 || !named('IDAT')) return fail({ kind: 'damaged' });
  const [exif, icc, phys] = [named('eXIf'), named('iCCP'), named('pHYs')];
  return ok({
    ...size, depth: at.u8(bytes, 24), colour: at.u8(bytes, 25), interlaced: at.u8(bytes, 28) === 1, chunks: chunks.value,
    orientation: exif ? orientationOf(bytes.subarray(exif.from + 8, exif.to)) : 1,
    profile: icc && !saysOrdinary(bytes.subarray(icc.from, icc.from + 88)) ? 'other' : 'ordinary',
    dpi: phys ? dpiOf(bytes, phys.from + 8) : null,
  });
}

function dpiOf(bytes: Uint8Array, from: number): number | null {
  const dots = Math.round(at.u32(bytes, from) * 0.0254);
  return at.u8(bytes, from + 8) !== 1 || dots < 72 || dots > 2400 ? null : dots;
}
