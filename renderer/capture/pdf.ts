import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { PdfProblem } from './open-file.ts';
import { PdfData, workerAddress } from './pdf-data.ts';

/** An open PDF: it holds memory until it is closed. */
export type OpenPdf = {
  readonly pages: number;
  /** Paints a page (from 1) as wide and high as fits into the box, in device pixels. */
  paint(page: number, canvas: HTMLCanvasElement, box: { readonly width: number; readonly height: number }): Promise<void>;
  close(): Promise<void>;
};

/** Most pixels a side of a painted page: a hostile page size must not take all memory. */
const maxSide = 4_000;

// Made by us and not by the library: it would go through a blob: address, which the content policy refuses.
let worker: PDFWorker | null = null;
function sharedWorker(): PDFWorker {
  worker ??= PDFWorker.create({ port: new Worker(workerAddress(), { type: 'module' }) });
  return worker;
}

/** Opens a PDF and its first page, without scripts, forms or any address but our own. The bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, PdfProblem>> {
  const task = getDocument({
    // A copy, because the library takes the bytes away into its worker.
    data: bytes.slice(), worker: sharedWorker(), BinaryDataFactory: PdfData, cMapUrl: 'cmaps/', standardFontDataUrl: 'fonts/', wasmUrl: 'wasm/',
    useWorkerFetch: false, isEvalSupported: false, enableXfa: false, disableAutoFetch: true, disableStream: true, maxImageSize: 100_000_000, verbosity: 0,
  });
  try {
    const document = await task.promise;
    await document.getPage(1);
    return ok(opened(document, () => task.destroy()));
  } catch (error) {
    await task.destroy().catch(() => undefined);
    return fail(problemOf(error));
  }
}

function problemOf(error: unknown): PdfProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'encrypted';
  return /worker/i.test(error instanceof Error ? error.message : '') ? 'no-viewer' : 'damaged';
}

function opened(document: PDFDocumentProxy, close: () => Promise<void>): OpenPdf {
  return {
    pages: document.numPages,
    close,
    async paint(number, canvas, box) {
      const page = await document.getPage(number);
      const whole = page.getViewport({ scale: 1 });
      const scale = Math.min(box.width / whole.width, box.height / whole.height, maxSide / Math.max(whole.width, whole.height));
      const viewport = page.getViewport({ scale });
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      await page.render({ canvas, viewport, annotationMode: 0 }).promise;
      page.cleanup();
    },
  };
}
