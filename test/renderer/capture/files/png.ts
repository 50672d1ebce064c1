import { crc32, deflateSync } from 'node:zlib';
import { ascii, inserted, joined, number } from './bytes.ts';

/** One chunk of a PNG with its check sum. */
export function chunk(name: string, data: Uint8Array | readonly number[]): Uint8Array<ArrayBuffer> {
  const named = joined(ascii(name), data);
  return joined(number(data.length, 4), named, number(crc32(named), 4));
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A real PNG: red to the right, green downwards. */
export function colourPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set([Math.round((255 * x) / width), Math.round((255 * y) / height), 60], y * (width * 3 + 1) + 1 + x * 3);
  }
  return joined(signature, chunk('IHDR', [...number(width, 4), ...number(height, 4), 8, 2, 0, 0, 0]), chunk('IDAT', deflateSync(rows)), chunk('IEND', []));
}

/** A PNG whose header claims a size that its few bytes don't hold. */
export function lyingPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  return joined(signature, chunk('IHDR', [...number(width, 4), ...number(height, 4), 1, 0, 0, 0, 0]), chunk('IDAT', deflateSync(new Uint8Array(100_000))), chunk('IEND', []));
}

/** A PNG with everything in it that isn't picture, and something after its end. */
export function tellingPng(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const extras = joined(
    chunk('tEXt', ascii('GPSLatitude\0GPSPLACE')), chunk('zTXt', joined(ascii('Comment\0\0'), deflateSync(ascii('GPSPLACE')))), chunk('iTXt', ascii('XML:com.adobe.xmp\0\0\0\0\0GPSPLACE')),
    chunk('eXIf', ascii('MM\0*\0\0\0\x08\0\0GPSPLACE')), chunk('tIME', [7, 230, 1, 1, 1, 1, 1]),
  );
  return joined(inserted(png, 33, extras), ascii('GPSPLACE'));
}

/** A PNG with a text chunk that unfolds to many megabytes. */
export function textBombPng(png: Uint8Array, megabytes: number): Uint8Array<ArrayBuffer> {
  const bomb = deflateSync(new Uint8Array(megabytes * 1_000_000));
  return inserted(inserted(png, 33, chunk('zTXt', joined(ascii('Comment\0\0'), bomb))), 33, chunk('iCCP', joined(ascii('sRGB\0\0'), bomb)));
}
