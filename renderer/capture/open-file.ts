import { maxDocumentBytes, maxDocumentPages, sniffDocument, type DocumentMime } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { damagedFile, emptyFile, encryptedPdf, foreignFile, noViewer, tooLarge, tooManyPages } from './refusals.ts';
import type { Capture } from './sources.ts';

/** A capture that was opened here and so is sure to open; `pages` is null for pictures. */
export type OpenedFile = Capture & { readonly mime: DocumentMime; readonly pages: number | null };

/** Why a PDF did not open. */
export type PdfProblem = 'encrypted' | 'damaged' | 'no-viewer';

/** What opens files for real. */
export type Openers = {
  /** Decodes the whole picture; false when it can't be decoded. */
  readonly decodeImage: (bytes: Uint8Array, mime: DocumentMime) => Promise<boolean>;
  /** Opens a PDF and looks at its first page; gives the number of pages. */
  readonly countPages: (bytes: Uint8Array) => Promise<Result<number, PdfProblem>>;
};

/** Opens a capture before it is kept: by its bytes, never its name. Errors name the file, the reason and the way on. */
export async function openFile(capture: Capture, openers: Openers): Promise<Result<OpenedFile, AppError>> {
  const { name, bytes } = capture;
  if (bytes.length === 0) return fail(emptyFile(name));
  if (bytes.length > maxDocumentBytes) return fail(tooLarge(name, bytes.length));
  const mime = sniffDocument(bytes);
  if (mime === null) return fail(foreignFile(name, bytes));
  if (mime !== 'application/pdf') {
    return await openers.decodeImage(bytes, mime) ? ok({ ...capture, mime, pages: null }) : fail(damagedFile(name));
  }
  const pages = await openers.countPages(bytes);
  if (!pages.ok) return fail(pdfRefusal(name, pages.error));
  return pages.value > maxDocumentPages ? fail(tooManyPages(name, pages.value)) : ok({ ...capture, mime, pages: pages.value });
}

function pdfRefusal(name: string, problem: PdfProblem): AppError {
  switch (problem) {
    case 'encrypted': return encryptedPdf(name);
    case 'damaged': return damagedFile(name);
    case 'no-viewer': return noViewer(name);
  }
}

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
