import { deflateSync } from 'node:zlib';
import { ascii, joined, number } from './bytes.ts';

/** One page: its fields as tag, type (3 short, 4 long) and values; strips are added. */
export type Page = { readonly fields: readonly (readonly [number, number, readonly number[]])[]; readonly strip: Uint8Array };

const sizes: Readonly<Record<number, number>> = { 3: 2, 4: 4 };

/** A TIFF of such pages, least byte first; `loop` makes its last page lead back to the first. */
export function tiff(pages: readonly Page[], { loop = false } = {}): Uint8Array<ArrayBuffer> {
  const parts: (Uint8Array | readonly number[])[] = [ascii('II*\0'), number(8, 4, true)];
  let at = 8;
  for (const [index, { fields, strip }] of pages.entries()) {
    const all = [...fields, [273, 4, [0]] as const, [279, 4, [strip.length]] as const].toSorted((a, b) => a[0] - b[0]);
    const head = 2 + all.length * 12 + 4;
    let place = at + head;
    const outside: (readonly number[])[] = [];
    const entries = all.flatMap(([tag, type, values]) => {
      const bytes = values.flatMap((value) => number(value, sizes[type] ?? 1, true));
      if (tag === 273) return [...number(tag, 2, true), ...number(4, 2, true), ...number(1, 4, true), -1, -1, -1, -1];
      const where = bytes.length <= 4 ? [...bytes, 0, 0, 0, 0].slice(0, 4) : number(place, 4, true);
      if (bytes.length > 4) {
        outside.push(bytes);
        place += bytes.length;
      }
      return [...number(tag, 2, true), ...number(type, 2, true), ...number(values.length, 4, true), ...where];
    });
    const strips = number(place, 4, true);
    let hole = 0;
    const filled = entries.map((byte) => (byte === -1 ? (strips[hole++] ?? 0) : byte));
    const next = place + strip.length;
    parts.push(number(all.length, 2, true), filled, number(index + 1 < pages.length ? next : loop ? 8 : 0, 4, true), ...outside, strip);
    at = next;
  }
  return joined(...parts);
}

/** A page in colour: red to the right, green downwards; deflated. */
export function colourPage(width: number, height: number): Page {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels.set([Math.round((255 * x) / width), Math.round((255 * y) / height), 60], (y * width + x) * 3);
  return { fields: [[256, 4, [width]], [257, 4, [height]], [258, 3, [8, 8, 8]], [259, 3, [8]], [262, 3, [2]], [277, 3, [3]], [278, 4, [height]]], strip: new Uint8Array(deflateSync(pixels)) };
}

/** A page that claims a size its one strip doesn't hold. */
export function lyingPage(width: number, height: number, compression = 5): Page {
  return { fields: [[256, 4, [width]], [257, 4, [height]], [258, 3, [8, 8, 8]], [259, 3, [compression]], [262, 3, [2]], [277, 3, [3]], [278, 4, [height]]], strip: new Uint8Array(deflateSync(new Uint8Array(10_000))) };
}
