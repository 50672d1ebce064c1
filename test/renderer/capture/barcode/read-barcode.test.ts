import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createBarcodeReader } from '../../../../renderer/capture/barcode/read-barcode.ts';
import { photographed } from './symbols.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
const read = createBarcodeReader(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const text = '@\n\u001e\rANSI 636014100001DL00310150DLDAQD1234567\nDCSSAMPLE\nDACIMA\nDADNONE\nDBD01022024\nDBB03041985\nDBA05062030\nDBC2\nDAG12 ANY STREET\nDAIANYTOWN\nDAJCA\nDAK900000000  \nDCF900000123456\nDCGUSA\r';

describe('a barcode', () => {
  it('is read to the last control character', async () => {
    expect((await read(photographed(text)))?.text).toBe(text);
  });

  it.each([90, 180, 270, 4, -7])('is read when turned by %s degrees', async (angle) => {
    expect((await read(photographed(text, { angle })))?.text).toBe(text);
  });

  it.each([14, -21, 33, 45, 62, 118, 205])('is read when it lies askew by %s degrees', async (angle) => {
    expect((await read(photographed(text, { angle })))?.text).toBe(text);
  });

  it('is read through a little blur and noise', async () => {
    expect((await read(photographed(text, { module: 4, blur: 1, noise: 25, angle: 3 })))?.text).toBe(text);
  });

  it('gives its corners in the picture, also where the picture had to be tilted', async () => {
    const { width, height, data } = photographed(text, { angle: 33 });
    const quad = (await read({ width, height, data }))?.quad ?? [];
    for (const { x, y } of quad) expect(x > 0 && y > 0 && x < width && y < height).toBe(true);
    const [a, b] = quad;
    expect(Math.atan2((b?.y ?? 0) - (a?.y ?? 0), (b?.x ?? 0) - (a?.x ?? 0)) * 180 / Math.PI).toBeCloseTo(33, -1);
  });

  it('is not made up where there is none, or none that can be trusted', async () => {
    expect(await read(photographed(text, { module: 2, blur: 4, noise: 60 }))).toBeNull();
  });
});
