import { at, joined } from '../decode/bytes.ts';
import type { Segment } from '../decode/jpeg-header.ts';

const [app0, app2, app14, app15, comment, afterC8, last] = [0xe0, 0xe2, 0xee, 0xef, 0xfe, 0xf0, 0xfd];

/** Whether a segment is needed for the pixels: the frame, its tables and scans; of the application's segments only Adobe's, which tells how colours are told. */
function isPicture(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
  if (marker === comment || marker === 0xc8 || (marker >= afterC8 && marker <= last)) return false;
  if (marker < app0 || marker > app15) return true;
  return marker === app14 && to - from === 16 && at.text(bytes, from + 4, 5) === 'Adobe';
}

/** The JFIF header that a picture gets: nothing but its dots an inch, or none. */
function jfif(dpi: number | null): Uint8Array {
  const dots = Math.min(2_400, Math.max(1, Math.round(dpi ?? 1)));
  return Uint8Array.of(0xff, app0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, dpi === null ? 0 : 1, dots >> 8, dots & 0xff, dots >> 8, dots & 0xff, 0, 0);
}

/** Segments are taken up to what they say of their own length; what stands between two of them is left out. */
function rebuilt(bytes: Uint8Array, segments: readonly Segment[], head: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joined([Uint8Array.of(0xff, 0xd8), ...head, ...segments.map(({ from, to }) => bytes.subarray(from, to)), Uint8Array.of(0xff, 0xd9)]);
}

/** The same JPEG, dot for dot, without anything that isn't picture: no camera data, place, thumbnail, comment, colour profile, nor what follows its end. */
export function onlyJpegPicture(bytes: Uint8Array, segments: readonly Segment[], dpi: number | null): Uint8Array<ArrayBuffer> {
  // Only where there was one: with it three numbers are always YCbCr, without it they may be red, green and blue.
  const had = segments.some(({ marker, from }) => marker === app0 && at.text(bytes, from + 4, 5) === 'JFIF\0');
  return rebuilt(bytes, segments.filter((segment) => isPicture(bytes, segment)), had ? [jfif(dpi)] : []);
}

/** The same JPEG for decoding here: its colour profile stays. */
export function withoutCamera(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array<ArrayBuffer> {
  const profile = ({ marker, from }: Segment) => marker === app2 && at.text(bytes, from + 4, 12) === 'ICC_PROFILE\0';
  return rebuilt(bytes, segments.filter((segment) => isPicture(bytes, segment) || profile(segment)), []);
}

/** Writes its dots an inch into a JPEG that begins with a JFIF header, as a browser writes it; others stay as they are. */
export function withDpi(bytes: Uint8Array<ArrayBuffer>, dpi: number | null): Uint8Array<ArrayBuffer> {
  if (dpi === null || at.text(bytes, 6, 5) !== 'JFIF\0') return bytes;
  const copy = bytes.slice();
  copy.set(jfif(dpi).subarray(11, 16), 13);
  return copy;
}
