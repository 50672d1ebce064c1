import type { Grey, Rgba } from '../pixels.ts';
import { wordsOf } from './turn.ts';

/** Shrinks a picture so that its longer side has at most `most` pixels, each the mean of the area it stands for; a smaller picture stays itself. */
export function shrink(picture: Rgba, most: number): Rgba {
  const longer = Math.max(picture.width, picture.height);
  if (longer <= most) return picture;
  const width = Math.max(1, Math.round((picture.width * most) / longer));
  const height = Math.max(1, Math.round((picture.height * most) / longer));
  return shrinkTo(picture, width, height);
}

/** Shrinks to exactly these sizes, which must not be larger than the picture's. */
export function shrinkTo(picture: Rgba, width: number, height: number): Rgba {
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = bounds(picture.width, width);
  const rows = bounds(picture.height, height);
  const words = wordsOf(picture);
  const sums: Sums = { red: new Uint32Array(width), green: new Uint32Array(width), blue: new Uint32Array(width) };
  for (let y = 0; y < height; y += 1) {
    const top = rows[y] ?? 0;
    const bottom = rows[y + 1] ?? 0;
    for (const sum of Object.values(sums)) sum.fill(0);
    for (let row = top; row < bottom; row += 1) addRow(words, row * picture.width, columns, sums);
    writeRow(sums, columns, bottom - top, data, y * width * 4);
  }
  return { width, height, data };
}

type Sums = { readonly red: Uint32Array; readonly green: Uint32Array; readonly blue: Uint32Array };

/** Where each new pixel begins, and where the last ends. */
function bounds(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to + 1 }, (_, index) => Math.round((index * from) / to));
}

/** Adds a row's pixels to the new pixels they belong to; red and blue in one number, which holds for up to 256 of them. */
function addRow(words: Uint32Array, base: number, columns: Uint32Array, { red, green, blue }: Sums): void {
  let at = base;
  for (let x = 0; x < red.length; x += 1) {
    const end = base + (columns[x + 1] ?? 0);
    let both = 0;
    let middle = 0;
    for (; at < end; at += 1) {
      const word = words[at] ?? 0;
      both = (both + (word & 0xff00ff)) | 0;
      middle = (middle + ((word >>> 8) & 0xff)) | 0;
    }
    red[x] = (red[x] ?? 0) + (both & 0xffff);
    green[x] = (green[x] ?? 0) + middle;
    blue[x] = (blue[x] ?? 0) + (both >>> 16);
  }
}

function writeRow({ red, green, blue }: Sums, columns: Uint32Array, high: number, data: Uint8ClampedArray, start: number): void {
  for (let x = 0, out = start; x < red.length; x += 1, out += 4) {
    const part = 1 / (((columns[x + 1] ?? 0) - (columns[x] ?? 0)) * high);
    data[out] = (red[x] ?? 0) * part;
    data[out + 1] = (green[x] ?? 0) * part;
    data[out + 2] = (blue[x] ?? 0) * part;
    data[out + 3] = 255;
  }
}

/** The grey of a colour picture (Rec. 601 luma). */
export function greyOf(picture: Rgba): Grey {
  const { width, height, data } = picture;
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29 + 128) >> 8;
  }
  return { width, height, data: grey };
}
