import { ascii, inserted, joined, number } from './bytes.ts';

const segment = (marker: number, body: Uint8Array | readonly number[]) => joined([0xff, marker], number(body.length + 2, 2), body);
/** A table of two codes of two bits each: 00 and 01. */
const table = (kind: number, first: number, second: number) => segment(0xc4, [kind, 0, 2, ...Array.from({ length: 14 }, () => 0), first, second]);

/** A real JPEG of one light grey, as large as wanted: its first square says how light, each further one that nothing changes, in four bits. */
export function flatJpeg(width: number, height: number, { progressive = false, scans = 1 } = {}): Uint8Array<ArrayBuffer> {
  const squares = Math.ceil(width / 8) * Math.ceil(height / 8);
  const pixels = new Uint8Array(Math.ceil((14 + 4 * (squares - 1)) / 8));
  pixels[0] = 0x64;
  const frame = segment(progressive ? 0xc2 : 0xc0, [8, ...number(height, 2), ...number(width, 2), 1, 1, 0x11, 0]);
  const scan = segment(0xda, [1, 1, 0, 0, progressive ? 0 : 63, 0]);
  const head = joined([0xff, 0xd8], segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]), frame, table(0x00, 0, 10), table(0x10, 0, 1));
  const whole = new Uint8Array(head.length + scans * (scan.length + pixels.length) + 2);
  whole.set(head);
  for (let index = 0; index < scans; index += 1) {
    whole.set(scan, head.length + index * (scan.length + pixels.length));
    whole.set(pixels, head.length + index * (scan.length + pixels.length) + scan.length);
  }
  whole.set([0xff, 0xd9], whole.length - 2);
  return whole;
}

/** A JPEG's size said anew, whatever its pixels are. */
export function lyingJpeg(jpeg: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(jpeg);
  const frame = copy.findIndex((byte, index) => byte === 0xff && [0xc0, 0xc2].includes(copy[index + 1] ?? 0));
  copy.set([...number(height, 2), ...number(width, 2)], frame + 5);
  return copy;
}

/** What a phone writes into its photos: how it was held, a place in the world, who and what took it, a small picture. */
export function exif(orientation: number): Uint8Array<ArrayBuffer> {
  const entry = (tag: number, type: number, count: number, value: number) => [...number(tag, 2), ...number(type, 2), ...number(count, 4), ...number(value, 4)];
  const camera = ascii('SecretCam 9\0');
  const place = ascii('N51.5007 GPSPLACE\0');
  const fields = [entry(0x010f, 2, camera.length, 62), entry(0x0112, 3, 1, orientation * 65_536), entry(0x8825, 4, 1, 100), entry(0x927c, 2, place.length, 80)].flat();
  const tiff = joined(ascii('MM\0*'), number(8, 4), number(4, 2), fields, number(0, 4), camera);
  return joined(ascii('Exif\0\0'), tiff, Array.from({ length: 80 - tiff.length }, () => 0), place, ascii('GPSLatitude'));
}

/** A JPEG with everything in it that isn't picture: Exif with a place, XMP, a comment, IPTC, and a second picture after its end. */
export function tellingJpeg(jpeg: Uint8Array, orientation = 1): Uint8Array<ArrayBuffer> {
  const extras = joined(
    segment(0xe1, exif(orientation)), segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="51,30.04N"/>')),
    segment(0xed, ascii('Photoshop 3.0 8BIM GPSPLACE by Secret Author')), segment(0xfe, ascii('comment GPSPLACE')), segment(0xe2, ascii('MPF\0 GPSPLACE')),
  );
  return joined(inserted(jpeg, 2, extras), jpeg.slice(0, 2), segment(0xe1, exif(1)), ascii('GPSPLACE trailing'), [0xff, 0xd9]);
}
