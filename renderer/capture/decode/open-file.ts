import type { CaptureMime } from '../../../preload/contract/captures.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { decodeJpeg, decodePng, decodeWebp } from './browser.ts';
import { decodeTiffPage } from './decode-tiff-page.ts';
import { inspect } from './inspect.ts';
import { readJpeg } from './jpeg-header.ts';
import type { PaperFile } from './pdf-page.ts';
import { readPng } from './png-header.ts';
import type { Sheet } from './sheet.ts';
import type { Tools } from './tools.ts';
import type { Trouble } from './trouble.ts';

/** A file that was opened; what it holds is given back by `close`. */
export type OpenFile = { readonly mime: CaptureMime; readonly pages: number; readonly sheet: (page: number) => Promise<Result<Sheet, Trouble>>; readonly close: () => void };

/** Opens an untrusted file: by its bytes, and only once it says nothing of itself that should not be decoded. */
export async function openUntrusted(bytes: Uint8Array, tools: Tools): Promise<Result<OpenFile, Trouble>> {
  const seen = inspect(bytes);
  if (!seen.ok) return seen;
  const { mime, pages } = seen.value;
  if (pages !== null) return ok({ mime, pages, sheet: (page) => decodePicture(bytes, mime, page, pages, tools), close: () => undefined });
  const paper = await openPdf(bytes, tools);
  return paper.ok ? ok({ mime, ...paper.value }) : paper;
}

async function openPdf(bytes: Uint8Array, tools: Tools): Promise<Result<PaperFile, Trouble>> {
  const [{ openPaper }, { troubleInStreams }] = await tools.ours(() => Promise.all([import('./pdf-page.ts'), import('./pdf-streams.ts')]));
  if (!endsAsPdf(bytes)) return fail({ kind: 'cut' });
  const trouble = await troubleInStreams(bytes);
  return trouble ? fail(trouble) : openPaper(bytes, tools);
}

/** Whether the end that every PDF has is near its end; readers mend what was cut, and leave pages white. */
function endsAsPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-4_096)).includes('%%EOF');
}

async function decodePicture(bytes: Uint8Array, mime: CaptureMime, page: number, pages: number, tools: Tools): Promise<Result<Sheet, Trouble>> {
  if (page < 1 || page > pages) return fail({ kind: 'no-page', page });
  switch (mime) {
    case 'image/jpeg': {
      const header = readJpeg(bytes);
      return header.ok ? decodeJpeg(bytes, header.value) : header;
    }
    case 'image/png': {
      const header = readPng(bytes);
      return header.ok ? decodePng(bytes, header.value) : header;
    }
    case 'image/webp': return decodeWebp(bytes);
    case 'image/tiff': return decodeTiffPage(bytes, page);
    case 'image/heic': {
      const { decodeHeic } = await tools.ours(() => import('./decode-heic.ts'));
      return decodeHeic(bytes, tools);
    }
    case 'application/pdf': return fail({ kind: 'damaged' });
  }
}
