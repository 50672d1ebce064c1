import { captureLimits } from '../../../../preload/contract/captures.ts';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { at } from '../bytes.ts';
import type { Trouble } from '../trouble.ts';

/** One page's fields: tag number to its numbers; rationals as one number. */
export type Ifd = ReadonlyMap<number, readonly number[]>;

/** The tags that a decoder needs (TIFF 6.0); everything else, with what cameras and programs leave, is passed over. */
export const tag = {
  kind: 254, width: 256, height: 257, bits: 258, coding: 259, colours: 262, fillOrder: 266, offsets: 273, orientation: 274, samples: 277, rows: 278, lengths: 279,
  dots: 282, planar: 284, fax: 292, per: 296, predictor: 317, palette: 320, tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileLengths: 325, format: 339, jpegTables: 347,
} as const;
const wanted: ReadonlySet<number> = new Set(Object.values(tag));

const sizes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** A strip for each row of the tallest page, three times over; and fields of a page. */
const [mostValues, mostFields] = [100_000, 500];

/** The pages of a TIFF. Errors: `pages` when there are too many, `damaged` when a page leads back to an earlier one or there is none, `cut`. */
export function readIfds(bytes: Uint8Array): Result<readonly Ifd[], Trouble> {
  const little = bytes[0] === 0x49;
  const u32 = little ? at.u32le : at.u32;
  const pages: Ifd[] = [];
  const seen = new Set<number>();
  let from = u32(bytes, 4);
  while (from !== 0) {
    if (seen.has(from)) return fail({ kind: 'damaged' });
    seen.add(from);
    const page = readIfd(bytes, from, little);
    if (!page.ok) return page;
    if (isPage(page.value)) pages.push(page.value);
    if (seen.size > captureLimits.pages * 3 || pages.length > captureLimits.pages) return fail({ kind: 'pages', pages: seen.size });
    from = u32(bytes, from + 2 + 12 * (little ? at.u16le : at.u16)(bytes, from));
  }
  return pages.length > 0 ? ok(pages) : fail({ kind: 'damaged' });
}

/** Thumbnails (bit 0) and masks (bit 2) are no pages. */
function isPage(fields: Ifd): boolean {
  return ((fields.get(tag.kind)?.[0] ?? 0) & 0b101) === 0;
}

function readIfd(bytes: Uint8Array, from: number, little: boolean): Result<Ifd, Trouble> {
  const [u16, u32] = little ? [at.u16le, at.u32le] : [at.u16, at.u32];
  const count = u16(bytes, from);
  if (from + 6 + count * 12 > bytes.length) return fail({ kind: 'cut' });
  if (count === 0 || count > mostFields) return fail({ kind: 'damaged' });
  const fields = new Map<number, readonly number[]>();
  for (let entry = from + 2; entry < from + 2 + count * 12; entry += 12) {
    if (!wanted.has(u16(bytes, entry))) continue;
    const values = readValues(bytes, entry, little);
    if (!values.ok) return values;
    fields.set(u16(bytes, entry), values.value);
  }
  return ok(fields);

  function readValues(all: Uint8Array, entry: number, isLittle: boolean): Result<readonly number[], Trouble> {
    const [type, many] = [u16(all, entry + 2), u32(all, entry + 4)];
    const size = sizes[type];
    if (size === undefined || many > mostValues) return fail({ kind: 'damaged' });
    const place = size * many <= 4 ? entry + 8 : u32(all, entry + 8);
    if (place + size * many > all.length) return fail({ kind: 'cut' });
    return ok(Array.from({ length: many }, (_, index) => number(all, place + index * size, type, isLittle)));
  }
}

function number(bytes: Uint8Array, from: number, type: number, little: boolean): number {
  const [u16, u32] = little ? [at.u16le, at.u32le] : [at.u16, at.u32];
  switch (type) {
    case 3: return u16(bytes, from);
    case 4: return u32(bytes, from);
    case 5: return u32(bytes, from) / (u32(bytes, from + 4) || 1);
    default: return at.u8(bytes, from);
  }
}
