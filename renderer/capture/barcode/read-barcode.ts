import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { Quad, Rgba } from '../pixels.ts';
import { slopesOf } from './slopes.ts';
import { tilted } from './tilt.ts';

/** A two-dimensional barcode: its text, and its corners in the picture as it reads. */
export type Barcode = { readonly text: string; readonly quad: Quad };

/** Finds the PDF417 symbol of a licence in a picture that may lie on any side; null when there is none that can be read without an error. */
export type ReadBarcode = (picture: Rgba) => Promise<Barcode | null>;

const options: ReaderOptions = { formats: ['PDF417'], textMode: 'Plain', maxNumberOfSymbols: 1, tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true };
/** Makes the reader out of the bytes of zxing_reader.wasm; nothing is ever fetched by the library itself. */
export function createBarcodeReader(wasm: ArrayBuffer): ReadBarcode {
  const ready = prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true });
  return async (picture) => {
    await ready;
    const level = await found(picture);
    if (level) return level;
    for (const angle of slopesOf(picture)) {
      const copy = tilted(picture, angle);
      const there = await found(copy.picture);
      if (there) return { text: there.text, quad: [copy.back(there.quad[0]), copy.back(there.quad[1]), copy.back(there.quad[2]), copy.back(there.quad[3])] };
    }
    return null;
  };
}

async function found(picture: Rgba): Promise<Barcode | null> {
  // The library takes anything with pixels, width and height; its types know only the browser's own class, which Node hasn't.
  const [symbol] = await readBarcodes(picture as unknown as ImageData, options);
  if (!symbol?.isValid) return null;
  const { topLeft, topRight, bottomRight, bottomLeft } = symbol.position;
  return { text: symbol.text, quad: [topLeft, topRight, bottomRight, bottomLeft] };
}
