import { rowBytes, type TiffPage } from './page.ts';
import { inflated } from '../inflate.ts';
import { unpackFax } from './fax.ts';
import { unpackLzw } from './lzw.ts';
import { undoPredictor, unpackBits } from './unpack.ts';

/** Unpacks one strip or tile that isn't JPEG into rows of bytes; `rows` of them. Null when it is damaged. */
export async function unpackPiece(page: TiffPage, bytes: Uint8Array, rows: number): Promise<Uint8Array | null> {
  const stride = rowBytes(page.piece.width, page.bits, page.samples);
  const to = new Uint8Array(stride * rows);
  if (!(await unpackInto(page, bytes, to))) return null;
  if (page.predicted) for (let from = 0; from < to.length; from += stride) undoPredictor(to.subarray(from, from + stride), page.samples, page.bits, page.little);
  return to;
}

async function unpackInto(page: TiffPage, bytes: Uint8Array, to: Uint8Array): Promise<boolean> {
  switch (page.coding) {
    case 'none':
      to.set(bytes.subarray(0, to.length));
      return bytes.length >= to.length;
    case 'packbits': return unpackBits(bytes, to);
    case 'lzw': return unpackLzw(bytes, to);
    case 'deflate': return inflateInto(bytes, to);
    case 'fax-1': return unpackFax(bytes, to, page.piece.width, '1', page.reversed, true);
    case 'fax-3': return unpackFax(bytes, to, page.piece.width, page.fax2d ? 'mixed' : '1', page.reversed, false);
    case 'fax-4': return unpackFax(bytes, to, page.piece.width, '2', page.reversed, false);
    case 'jpeg': return false;
  }
}

/** Inflates until `to` is full and no further, so that a bomb stays as small as what was asked for. */
async function inflateInto(bytes: Uint8Array, to: Uint8Array): Promise<boolean> {
  let write = 0;
  for await (const part of inflated(bytes)) {
    to.set(part.subarray(0, to.length - write), write);
    write += part.length;
    if (write >= to.length) return true;
  }
  return false;
}
