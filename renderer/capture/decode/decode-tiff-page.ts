import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { decodeJpeg } from './browser.ts';
import { readJpeg } from './jpeg-header.ts';
import { canvasOf, closeSheet, drawn, mostSheet, paper, type Sheet } from './sheet.ts';
import { decodeTiff, shrinkBy } from './tiff/decode-tiff.ts';
import { readIfds } from './tiff/ifd.ts';
import { readPage, type TiffPage } from './tiff/page.ts';
import { wholeJpeg } from './tiff/tiff-jpeg.ts';
import type { Trouble } from './trouble.ts';

/** Decodes one page (from 1) of a TIFF. Errors: `no-page`, `coding`, `pixels`, `side`, `cut`, `damaged`, `too-heavy`. */
export async function decodeTiffPage(bytes: Uint8Array, number: number): Promise<Result<Sheet, Trouble>> {
  const pages = readIfds(bytes);
  if (!pages.ok) return pages;
  const fields = pages.value[number - 1];
  if (!fields) return fail({ kind: 'no-page', page: number });
  const page = readPage(fields, bytes.length, bytes[0] === 0x49);
  if (!page.ok) return page;
  const by = shrinkBy(page.value.width, page.value.height, mostSheet);
  const canvas = page.value.coding === 'jpeg' ? await joinedJpegs(page.value, bytes, by) : await plain(page.value, bytes, by);
  if (!canvas.ok) return canvas;
  const picture = page.value.orientation === 1 ? canvas.value : drawn(canvas.value, canvas.value, page.value.orientation, mostSheet);
  return ok({ picture, width: picture.width, height: picture.height, dpi: page.value.dpi === null ? null : page.value.dpi / by });
}

async function plain(page: TiffPage, bytes: Uint8Array, by: number): Promise<Result<OffscreenCanvas, Trouble>> {
  const decoded = await decodeTiff(page, bytes, by);
  return decoded.ok ? ok(canvasOf(decoded.value)) : decoded;
}

/** Strips and tiles that are JPEGs go through the browser's decoder one by one. */
async function joinedJpegs(page: TiffPage, bytes: Uint8Array, by: number): Promise<Result<OffscreenCanvas, Trouble>> {
  const { canvas, brush } = paper(Math.floor(page.width / by), Math.floor(page.height / by));
  const across = Math.ceil(page.width / page.piece.width);
  for (const [index, { from, to }] of page.pieces.entries()) {
    const jpeg = wholeJpeg(page, bytes.subarray(from, to));
    const header = readJpeg(jpeg);
    if (!header.ok) return header;
    const piece = await decodeJpeg(jpeg, header.value);
    if (!piece.ok) return piece;
    const [left, top] = [(index % across) * page.piece.width, Math.floor(index / across) * page.piece.height];
    brush.drawImage(piece.value.picture, left / by, top / by, header.value.width / by, header.value.height / by);
    closeSheet(piece.value);
  }
  return ok(canvas);
}
