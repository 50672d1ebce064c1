import type { ReadBarcode } from './read-barcode.ts';

const addresses = import.meta.glob<string>('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', { query: '?url', import: 'default', eager: true });
let reader: Promise<ReadBarcode> | null = null;

/** The barcode reader with the engine that comes with the app; both are fetched with the first picture, from our own origin. Works in a worker too. */
export function barcodeReader(): Promise<ReadBarcode> {
  reader ??= load();
  return reader;
}

async function load(): Promise<ReadBarcode> {
  const [address] = Object.values(addresses);
  if (address === undefined) throw new Error('The barcode engine is missing from the build.');
  const [{ createBarcodeReader }, reply] = await Promise.all([import('./read-barcode.ts'), fetch(address)]);
  if (!reply.ok) throw new Error('The barcode engine can’t be read.');
  return createBarcodeReader(await reply.arrayBuffer());
}
