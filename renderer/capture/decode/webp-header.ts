import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { at } from './bytes.ts';
import { tooBig, type Size, type Trouble } from './trouble.ts';

/** Reads how large a WebP says it is, the largest of all it says, and that it is whole. Errors: `cut`, `damaged`, `pixels`, `side`. */
export function readWebp(bytes: Uint8Array): Result<Size, Trouble> {
  if (at.u32le(bytes, 4) + 8 > bytes.length) return fail({ kind: 'cut' });
  const end = at.u32le(bytes, 4) + 8;
  let size: Size = { width: 0, height: 0 };
  let [from, steps] = [12, 0];
  while (from + 8 <= end && steps < 10_000) {
    const said = sizeIn(bytes, at.text(bytes, from, 4), from + 8);
    if (said) size = { width: Math.max(size.width, said.width), height: Math.max(size.height, said.height) };
    const length = at.u32le(bytes, from + 4);
    from += 8 + length + (length % 2);
    steps += 1;
  }
  if (from > end + 1) return fail({ kind: 'cut' });
  const trouble = tooBig(size, 'image/webp');
  return trouble ? fail(trouble) : ok(size);
}

function sizeIn(bytes: Uint8Array, name: string, from: number): Size | null {
  switch (name) {
    case 'VP8X': return { width: at.u24le(bytes, from + 4) + 1, height: at.u24le(bytes, from + 7) + 1 };
    case 'VP8 ': return { width: at.u16le(bytes, from + 6) & 0x3fff, height: at.u16le(bytes, from + 8) & 0x3fff };
    case 'VP8L': {
      const bits = at.u32le(bytes, from + 1);
      return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 16_384) & 0x3fff) + 1 };
    }
    default: return null;
  }
}
