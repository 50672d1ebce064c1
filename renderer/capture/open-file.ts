import type { DocumentMime } from '../../preload/contract/documents.ts';
import { ok, type Result } from '../../preload/contract/result.ts';

/** Why a PDF did not open. */
export type PdfProblem = 'encrypted' | 'damaged' | 'no-viewer';

/** What opens files for real. */
export type Openers = {
  /** Decodes the whole picture; false when it can't be decoded. */
  readonly decodeImage: (bytes: Uint8Array, mime: DocumentMime) => Promise<boolean>;
  /** Opens a PDF and looks at its first page; gives the number of pages. */
  readonly countPages: (bytes: Uint8Array) => Promise<Result<number, PdfProblem>>;
};

/** The openers of the page itself; the PDF engine comes only when the first PDF does. */
export const pageOpeners: Openers = {
  decodeImage: async (bytes, mime) => {
    try {
      (await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }))).close();
      return true;
    } catch {
      return false;
    }
  },
  countPages: async (bytes) => {
    const { openPdf } = await import('./pdf.ts');
    const opened = await openPdf(bytes);
    if (!opened.ok) return opened;
    try {
      return ok(opened.value.pages);
    } finally {
      await opened.value.close();
    }
  },
};
