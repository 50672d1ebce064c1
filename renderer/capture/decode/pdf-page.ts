import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import { captureLimits } from '../../../preload/contract/captures.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { PdfData, workerAddress } from '../pdf-data.ts';
import { mostMillions } from './pdf-streams.ts';
import { mostSheet, paper, type Sheet } from './sheet.ts';
import type { Tools } from './tools.ts';
import type { Trouble } from './trouble.ts';

/** An open PDF; it holds memory until it is closed. */
export type PaperFile = { readonly pages: number; readonly sheet: (page: number) => Promise<Result<Sheet, Trouble>>; readonly close: () => void };

/** Dots an inch of a page's picture; twice as many where the whole page is no larger than a card or a passport (sides in points). */
const dots = (longest: number) => (longest <= 420 ? 600 : 300);
const mostInside = mostMillions * 1_000_000;

/** Canvases for the engine: a worker has no document to make them. */
class Papers {
  create(width: number, height: number): { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null } {
    const { canvas, brush } = paper(width, height);
    return { canvas, context: brush };
  }

  reset(both: { canvas: OffscreenCanvas | null }, width: number, height: number): void {
    if (both.canvas) [both.canvas.width, both.canvas.height] = [width, height];
  }

  destroy(both: { canvas: OffscreenCanvas | null; context: unknown }): void {
    if (both.canvas) both.canvas.width = both.canvas.height = 0;
    [both.canvas, both.context] = [null, null];
  }
}

/** SVG filters need a document too; without them the engine paints plainly. */
class NoFilters {
  addFilter(): string { return 'none'; }
  addHCMFilter(): string { return 'none'; }
  addAlphaFilter(): string { return 'none'; }
  addLuminosityFilter(): string { return 'none'; }
  addHighlightHCMFilter(): string { return 'none'; }
  destroy(): void { /* Nothing is held. */ }
}

/** Opens a PDF in an engine of its own, which reads in a worker below this one. Errors: `password`, `script`, `pages`, `damaged`, `tools`. */
export async function openPaper(bytes: Uint8Array, tools: Tools): Promise<Result<PaperFile, Trouble>> {
  const port = await tools.ours(startEngine);
  const task = getDocument({
    // A copy, because the library takes the bytes away into its worker.
    data: bytes.slice(), worker: PDFWorker.create({ port }), BinaryDataFactory: PdfData, CanvasFactory: Papers, FilterFactory: NoFilters,
    cMapUrl: 'cmaps/', standardFontDataUrl: 'fonts/', wasmUrl: 'wasm/', useWorkerFetch: false, isEvalSupported: false, enableXfa: false,
    disableAutoFetch: true, disableStream: true, disableFontFace: true, maxImageSize: mostInside, canvasMaxAreaInBytes: mostInside * 4, verbosity: 0,
  });
  // Ending the engine's worker ends everything that is under way in it.
  const close = () => port.terminate();
  try {
    const document = await task.promise;
    const trouble = await refused(document);
    if (trouble) close();
    return trouble ? fail(trouble) : ok({ pages: document.numPages, close, sheet: (page) => paint(document, page) });
  } catch (error) {
    close();
    return fail(problemOf(error));
  }
}

/** Starts the engine's worker and waits for its first word: until then it reads its own code, not the file. */
function startEngine(): Promise<Worker> {
  const port = new Worker(workerAddress(), { type: 'module' });
  return new Promise((started, failed) => {
    port.addEventListener('message', () => started(port), { once: true });
    port.addEventListener('error', () => failed(new Error('The engine did not start.')), { once: true });
  });
}

async function refused(document: PDFDocumentProxy): Promise<Trouble | null> {
  if (document.numPages > captureLimits.pages) return { kind: 'pages', pages: document.numPages };
  if (await document.hasJSActions()) return { kind: 'script' };
  await document.getPage(1);
  return null;
}

function problemOf(error: unknown): Trouble {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (name === 'PasswordException') return { kind: 'password' };
  return { kind: /worker/i.test(message) ? 'tools' : 'damaged' };
}

async function paint(document: PDFDocumentProxy, number: number): Promise<Result<Sheet, Trouble>> {
  if (number < 1 || number > document.numPages) return fail({ kind: 'no-page', page: number });
  try {
    const page = await document.getPage(number);
    const whole = page.getViewport({ scale: 1 });
    const longest = Math.max(whole.width, whole.height);
    if (!(longest > 0)) return fail({ kind: 'damaged' });
    const scale = Math.min(dots(longest) / 72, mostSheet / longest);
    const viewport = page.getViewport({ scale });
    const { canvas } = paper(viewport.width, viewport.height);
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, annotationMode: 0 }).promise;
    page.cleanup();
    return ok({ picture: canvas, width: canvas.width, height: canvas.height, dpi: scale * 72 });
  } catch {
    return fail({ kind: 'damaged' });
  }
}
