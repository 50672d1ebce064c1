import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { at } from './bytes.ts';
import { orientationOf, type Orientation } from './orientation.ts';
import { tooBig, type Size, type Trouble } from './trouble.ts';

/** One part of a JPEG, from its marker up to the next; that of a scan holds its pixels too. */
export type Segment = { readonly marker: number; readonly from: number; readonly to: number };

/** What a JPEG says of itself. `profile` tells whether its numbers are ordinary colours (sRGB, or nothing said); `dpi` is null when not said. */
export type JpegHeader = Size & {
  readonly components: number; readonly progressive: boolean; readonly orientation: Orientation; readonly profile: 'ordinary' | 'other'; readonly dpi: number | null;
  readonly segments: readonly Segment[];
};

const [soi, eoi, sos] = [0xd8, 0xd9, 0xda];
const alone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= soi);
/** Markers of a frame: all of C0 to CF but DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** More parts than any camera writes. */
const mostSegments = 20_000;

/** Reads the parts of a JPEG up to its end marker. Errors: `cut` when it ends before, `damaged`. */
export function jpegSegments(bytes: Uint8Array): Result<readonly Segment[], Trouble> {
  const segments: Segment[] = [];
  let from = nextMarker(bytes, 2);
  while (from < bytes.length) {
    const marker = at.u8(bytes, from + 1);
    if (marker === eoi) return segments.some((segment) => segment.marker === sos) ? ok(segments) : fail({ kind: 'damaged' });
    if (segments.length === mostSegments) return fail({ kind: 'damaged' });
    const to = alone(marker) ? from + 2 : from + 2 + at.u16(bytes, from + 2);
    if (to > bytes.length) return fail({ kind: 'cut' });
    if (to < from + 2) return fail({ kind: 'damaged' });
    const next = marker === sos ? afterScan(bytes, to) : to;
    if (!alone(marker)) segments.push({ marker, from, to: next });
    from = nextMarker(bytes, next);
  }
  return fail({ kind: 'cut' });
}

/** The next place where a marker stands, over fill bytes and over what is none; the end when there is none. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let place = bytes.indexOf(0xff, from);
  while (place >= 0 && place + 1 < bytes.length) {
    const next = at.u8(bytes, place + 1);
    if (next !== 0 && next !== 0xff) return place;
    place = bytes.indexOf(0xff, place + 1);
  }
  return bytes.length;
}

/** Where the pixels of a scan end: at the first marker that is no restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  let place = nextMarker(bytes, from);
  while (place < bytes.length && at.u8(bytes, place + 1) >= 0xd0 && at.u8(bytes, place + 1) <= 0xd7) place = nextMarker(bytes, place + 2);
  return place;
}

/** Reads what a JPEG says of itself, and that it is whole. Errors: `cut`, `damaged`, `pixels`, `side`. */
export function readJpeg(bytes: Uint8Array): Result<JpegHeader, Trouble> {
  const segments = jpegSegments(bytes);
  if (!segments.ok) return segments;
  const frame = segments.value.find(({ marker }) => isFrame(marker));
  if (!frame || frame.to - frame.from < 11) return fail({ kind: 'damaged' });
  const size = { width: at.u16(bytes, frame.from + 7), height: at.u16(bytes, frame.from + 5) };
  const progressive = [0xc2, 0xc6, 0xca, 0xce].includes(frame.marker);
  const trouble = tooBig(size, 'image/jpeg', progressive);
  if (trouble) return fail(trouble);
  const said = (marker: number, name: string) => segments.value.find((segment) => segment.marker === marker && at.text(bytes, segment.from + 4, name.length) === name);
  const [exif, icc, jfif] = [said(0xe1, 'Exif\0\0'), said(0xe2, 'ICC_PROFILE\0'), said(0xe0, 'JFIF\0')];
  return ok({
    ...size, progressive, components: at.u8(bytes, frame.from + 9), segments: segments.value,
    orientation: exif ? orientationOf(bytes.subarray(exif.from + 10, exif.to)) : 1,
    profile: icc && !saysOrdinary(bytes.subarray(icc.from, icc.to)) ? 'other' : 'ordinary',
    dpi: jfif ? dpiOf(bytes, jfif.from) : null,
  });
}

/** Whether a colour profile names itself sRGB, in one byte a letter or in two. */
export function saysOrdinary(profile: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(profile.subarray(0, 4096)).replaceAll('\0', '').includes('sRGB');
}

function dpiOf(bytes: Uint8Array, from: number): number | null {
  const per = at.u8(bytes, from + 11);
  const dots = at.u16(bytes, from + 12) * (per === 2 ? 2.54 : 1);
  return per === 0 || dots < 72 || dots > 2400 ? null : Math.round(dots);
}
