import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import type { Rgba } from '../../pixels.ts';
import type { Trouble } from '../trouble.ts';
import { colourer } from './colour-rows.ts';
import { rowBytes, type TiffPage } from './page.ts';
import { shrinkRows, type RowShrinker } from './shrink-rows.ts';
import { unpackPiece } from './unpack-piece.ts';

/** By how much a picture is made smaller so that its longer side has at most `most` pixels. */
export function shrinkBy(width: number, height: number, most: number): number {
  return Math.max(1, Math.ceil(Math.max(width, height) / most));
}

/** Decodes a page whose pieces aren't JPEG, a strip or a row of tiles at a time, already shrunk by `by`. */
export async function decodeTiff(page: TiffPage, bytes: Uint8Array, by: number): Promise<Result<Rgba, Trouble>> {
  const shrinker = shrinkRows(page.width, page.height, by);
  const across = Math.ceil(page.width / page.piece.width);
  for (let top = 0, first = 0; top < page.height; top += page.piece.height, first += across) {
    const rows = Math.min(page.piece.height, page.height - top);
    const pieces: Uint8Array[] = [];
    for (const { from, to } of page.pieces.slice(first, first + across)) {
      const piece = await unpackPiece(page, bytes.subarray(from, to), page.tiled ? page.piece.height : rows);
      if (!piece) return fail({ kind: 'damaged' });
      pieces.push(piece);
    }
    addRows(page, pieces, rows, shrinker);
  }
  return ok(shrinker.picture());
}

/** Puts the rows of tiles that stand side by side together and adds them. */
function addRows(page: TiffPage, pieces: readonly Uint8Array[], rows: number, shrinker: RowShrinker): void {
  const stride = rowBytes(page.piece.width, page.bits, page.samples);
  const colour = colourer(page);
  const rgb = new Uint8Array(page.width * 3);
  for (let row = 0; row < rows; row += 1) {
    pieces.forEach((piece, index) => {
      const left = index * page.piece.width * 3;
      colour(piece.subarray(row * stride, (row + 1) * stride), rgb.subarray(left, Math.min(left + page.piece.width * 3, rgb.length)));
    });
    shrinker.add(rgb);
  }
}
