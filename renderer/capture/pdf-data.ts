const cmaps = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url', import: 'default', eager: true });
const fonts = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url', import: 'default', eager: true });
const workers = import.meta.glob<string>('../../node_modules/pdfjs-dist/build/pdf.worker.min.mjs', { query: '?url', import: 'default', eager: true });
const wasm = import.meta.glob<string>('../../node_modules/pdfjs-dist/wasm/*.wasm', { query: '?url', import: 'default', eager: true });

const addresses: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...cmaps, ...fonts, ...wasm }).map(([path, address]) => [path.split('/').at(-1) ?? path, address]),
);

/** Where the engine's worker is. */
export function workerAddress(): string {
  return Object.values(workers)[0] ?? '';
}

/** Gives the PDF engine its character maps, fonts and decoders: files of ours, from our own origin, and nothing else. */
export class PdfData {
  /** The bytes of one of those files by its name; rejects for any other. */
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (!address) throw new Error('The PDF engine asked for a file that we do not ship.');
    const answer = await fetch(address);
    if (!answer.ok) throw new Error('A file of the PDF engine is missing.');
    return new Uint8Array(await answer.arrayBuffer());
  }
}
