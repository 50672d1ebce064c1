import type { Layer } from './convolve.ts';

/** Reads the layers out of the file that build/mrz/export.py writes and describes; throws for any other file, which would be a broken build. */
export function readLayers(bytes: Uint8Array): readonly Layer[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'BMRZ' || bytes[4] !== 1) throw new Error('This is no file of the zone recogniser.');
  const layers: Layer[] = [];
  let at = 6;
  for (let count = bytes[5] ?? 0; count > 0; count -= 1) {
    const [into = 0, out = 0, rows = 0, columns = 0, down = 0, across = 0, alone = 0] = bytes.subarray(at, at + 7);
    const size = rows * columns * into;
    const numbers = (from: number) => Float64Array.from({ length: out }, (_, index) => view.getFloat32(from + index * 4, true));
    const scales = numbers(at + 8);
    const bias = numbers(at + 8 + out * 4);
    const from = at + 8 + out * 8;
    const weights = Float64Array.from({ length: out * size }, (_, index) => view.getInt8(from + index) * (scales[Math.floor(index / size)] ?? 0));
    layers.push({ into, out, rows, columns, down, across, alone: alone === 1, weights, bias });
    at = from + out * size;
  }
  if (at !== bytes.length) throw new Error('The file of the zone recogniser is cut.');
  return layers;
}
