import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { openUntrusted } from '../decode/open-file.ts';
import { closeSheet, turnedCopy } from '../decode/sheet.ts';
import type { Tools } from '../decode/tools.ts';
import type { Trouble } from '../decode/trouble.ts';
import type { Made } from '../preflight/port.ts';
import { encode } from './encode.ts';
import { jpegForPdf, pngForPdf } from './pdf-pictures.ts';
import { writePdf, type PdfPicture } from './pdf-writer.ts';

/** One PDF of pictures that were made here, in their order. Errors: those of a picture that does not open. */
export async function merge(pictures: readonly Made[], tools: Tools): Promise<Result<Uint8Array, Trouble>> {
  const held: PdfPicture[] = [];
  for (const picture of pictures) {
    const one = (picture.mime === 'image/jpeg' ? jpegForPdf(picture.bytes) : pngForPdf(picture.bytes)) ?? (await anew(picture, tools));
    if (!('data' in one)) return fail(one);
    held.push(one);
  }
  return held.length > 0 ? ok(writePdf(held)) : fail({ kind: 'empty' });
}

/** A picture that a PDF can't hold as it is becomes a JPEG, on white. */
async function anew({ bytes, width, height }: Made, tools: Tools): Promise<PdfPicture | Trouble> {
  const file = await openUntrusted(bytes, tools);
  const sheet = file.ok ? await file.value.sheet(1) : file;
  if (!sheet.ok) return sheet.error;
  const { bytes: jpeg } = await encode(turnedCopy(sheet.value, 0, Math.max(width, height)), sheet.value.dpi);
  closeSheet(sheet.value);
  return jpegForPdf(jpeg) ?? { kind: 'damaged' };
}
