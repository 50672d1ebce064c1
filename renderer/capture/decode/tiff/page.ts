import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { orientation, type Orientation } from '../orientation.ts';
import { tooBig, type Size, type Trouble } from '../trouble.ts';
import { tag, type Ifd } from './ifd.ts';

/** How a page's pixels are packed. */
export type Coding = 'none' | 'fax-1' | 'fax-3' | 'fax-4' | 'lzw' | 'jpeg' | 'deflate' | 'packbits';

/** How a pixel's numbers make a colour. */
export type Colours = 'white-is-0' | 'black-is-0' | 'rgb' | 'palette' | 'cmyk' | 'ycbcr';

/** A page as its fields describe it, checked: strips and tiles alike are `pieces` of `piece` pixels, row by row. `dpi` is null when not said. */
export type TiffPage = Size & {
  readonly coding: Coding; readonly colours: Colours; readonly bits: number; readonly samples: number; readonly predicted: boolean; readonly little: boolean;
  readonly reversed: boolean; readonly fax2d: boolean; readonly orientation: Orientation; readonly dpi: number | null;
  readonly piece: Size; readonly tiled: boolean; readonly pieces: readonly { readonly from: number; readonly to: number }[];
  readonly palette: readonly number[]; readonly jpegTables: Uint8Array;
};

const codings: Readonly<Record<number, Coding>> = { 1: 'none', 2: 'fax-1', 3: 'fax-3', 4: 'fax-4', 5: 'lzw', 7: 'jpeg', 8: 'deflate', 32946: 'deflate', 32773: 'packbits' };
const colourings: Readonly<Record<number, Colours>> = { 0: 'white-is-0', 1: 'black-is-0', 2: 'rgb', 3: 'palette', 5: 'cmyk', 6: 'ycbcr' };
const channels: Readonly<Record<Colours, number>> = { 'white-is-0': 1, 'black-is-0': 1, rgb: 3, palette: 1, cmyk: 4, ycbcr: 3 };
/** Most bytes of one piece once it is unpacked: a hundred million pixels in colour. */
const mostUnpacked = 320_000_000;

/** Checks one page's fields against each other and the file. Errors: `pixels`, `side`, `coding` for what no scanner writes, `cut`, `damaged`. */
export function readPage(fields: Ifd, length: number, little: boolean): Result<TiffPage, Trouble> {
  const one = (which: number, otherwise: number) => fields.get(which)?.[0] ?? otherwise;
  const size = { width: one(tag.width, 0), height: one(tag.height, 0) };
  const trouble = tooBig(size, 'image/tiff');
  if (trouble) return fail(trouble);
  const [coding, colours] = [codings[one(tag.coding, 1)], colourings[one(tag.colours, 1)]];
  if (!coding || !colours) return fail({ kind: 'coding', coding: coding ? `colours ${one(tag.colours, 1)}` : `compression ${one(tag.coding, 1)}` });
  const page: Omit<TiffPage, 'pieces'> = {
    ...size, coding, colours, little, bits: one(tag.bits, 1), samples: one(tag.samples, 1), predicted: one(tag.predictor, 1) === 2, reversed: one(tag.fillOrder, 1) === 2,
    fax2d: (one(tag.fax, 0) & 1) === 1, orientation: orientation(one(tag.orientation, 1)), dpi: dpiOf(one(tag.dots, 0), one(tag.per, 2)),
    tiled: fields.has(tag.tileWidth), piece: pieceOf(size, fields), palette: fields.get(tag.palette) ?? [], jpegTables: Uint8Array.from(fields.get(tag.jpegTables) ?? []),
  };
  const odd = oddityOf(page, one(tag.planar, 1), one(tag.format, 1));
  if (odd) return fail(odd);
  const pieces = piecesOf(page, fields, length);
  return pieces.ok ? ok({ ...page, pieces: pieces.value }) : pieces;
}

function pieceOf({ width, height }: Size, fields: Ifd): Size {
  const across = fields.get(tag.tileWidth)?.[0];
  if (across !== undefined) return { width: across, height: fields.get(tag.tileHeight)?.[0] ?? 0 };
  return { width, height: Math.min(fields.get(tag.rows)?.[0] ?? height, height) };
}

function oddityOf(page: Omit<TiffPage, 'pieces'>, planar: number, format: number): Trouble | null {
  const { coding, colours, bits, samples, piece } = page;
  if (piece.width < 1 || piece.height < 1 || piece.width > 32_768 || piece.height > 32_768) return { kind: 'damaged' };
  if (![1, 4, 8, 16].includes(bits) || format !== 1) return { kind: 'coding', coding: `${bits} bits` };
  if (planar !== 1 && samples > 1) return { kind: 'coding', coding: 'separate planes' };
  if (samples < channels[colours] || samples > 8 || !fits(page)) return { kind: 'coding', coding: `${samples} samples` };
  if (colours === 'ycbcr' && coding !== 'jpeg') return { kind: 'coding', coding: 'YCbCr' };
  return rowBytes(piece.width, bits, samples) * piece.height > mostUnpacked ? { kind: 'too-heavy' } : null;
}

/** Whether the way of packing can hold such pixels: a fax is black and white, and samples of less than a byte stand alone and aren't predicted. */
function fits({ coding, bits, samples, predicted }: Omit<TiffPage, 'pieces'>): boolean {
  return coding.startsWith('fax') ? bits === 1 && samples === 1 : bits >= 8 || (samples === 1 && !predicted);
}

/** The bytes of one unpacked row. */
export function rowBytes(width: number, bits: number, samples: number): number {
  return Math.ceil((width * bits * samples) / 8);
}

function piecesOf({ width, height, piece, tiled, coding, bits, samples }: Omit<TiffPage, 'pieces'>, fields: Ifd, length: number): Result<TiffPage['pieces'], Trouble> {
  const count = Math.ceil(width / piece.width) * Math.ceil(height / piece.height);
  const offsets = fields.get(tiled ? tag.tileOffsets : tag.offsets) ?? [];
  const lengths = fields.get(tiled ? tag.tileLengths : tag.lengths) ?? (coding === 'none' && count === 1 ? [rowBytes(width, bits, samples) * height] : []);
  if (offsets.length < count || lengths.length < count) return fail({ kind: 'damaged' });
  const pieces = offsets.slice(0, count).map((from, index) => ({ from, to: from + (lengths[index] ?? 0) }));
  if (pieces.some(({ from, to }) => to <= from)) return fail({ kind: 'damaged' });
  return pieces.some(({ to }) => to > length) ? fail({ kind: 'cut' }) : ok(pieces);
}

function dpiOf(dots: number, per: number): number | null {
  const dpi = Math.round(dots * (per === 3 ? 2.54 : 1));
  return per === 1 || dpi < 72 || dpi > 2400 ? null : dpi;
}
