import { at, joined } from '../bytes.ts';
import type { TiffPage } from './page.ts';

/** A strip or tile as a JPEG of its own: the page's shared tables and, where the strip doesn't say it, how its colours are told. */
export function wholeJpeg(page: TiffPage, strip: Uint8Array): Uint8Array<ArrayBuffer> {
  const tables = page.jpegTables.length > 4 ? page.jpegTables.subarray(2, page.jpegTables.length - 2) : new Uint8Array();
  return joined([Uint8Array.of(0xff, 0xd8), ...(page.samples === 3 ? [adobe(page.colours === 'ycbcr')] : []), tables, strip.subarray(at.u16(strip, 0) === 0xffd8 ? 2 : 0)]);
}

/** Adobe's segment: without it three numbers are taken for YCbCr. */
function adobe(ycbcr: boolean): Uint8Array {
  return Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, ycbcr ? 1 : 0);
}
