import { pdf417, type DrawingContext } from 'bwip-js/generic';
import type { Rgba } from '../../../../renderer/capture/pixels.ts';

type Symbol = { readonly dark: Uint8Array; readonly width: number; readonly height: number };

/** Fills the outlines that the library draws, holes left out: every upright edge changes ink to paper or back for all modules to its right. */
function tracing(): DrawingContext<Symbol> {
  let size = { width: 0, height: 0 };
  let changes = new Uint8Array(0);
  return {
    scale: () => null, measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => { size = { width, height }; changes = new Uint8Array(width * height); },
    line: () => undefined, hexagon: () => undefined, ellipse: () => undefined, fill: () => undefined, text: () => undefined,
    polygon: (points) => points.forEach(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
      if (nextX !== x || x >= size.width) return;
      for (let row = Math.min(y, nextY); row < Math.max(y, nextY); row += 1) changes[row * size.width + x] = 1 - (changes[row * size.width + x] ?? 0);
    }),
    end: () => ({ dark: changes.map((_, at) => changes.subarray(at - at % size.width, at + 1).reduce((sum, change) => sum + change, 0) % 2), ...size }),
  };
}

/** A symbol on white paper seen by a camera: `module` px a bar, turned by `angle` degrees, blurred by so many px, with noise. */
export function photographed(text: string, { module = 3, angle = 0, blur = 0, noise = 0 }: { module?: number; angle?: number; blur?: number; noise?: number } = {}): Rgba {
  const wanted = { columns: 13, eclevel: 5, rowmult: 3, bcid: 'pdf417', text, scale: 1 };
  const symbol = pdf417(wanted, tracing());
  const [wide, high] = [symbol.width * module, symbol.height * module];
  const [cos, sin] = [Math.cos(angle * Math.PI / 180), Math.sin(angle * Math.PI / 180)];
  const width = Math.ceil(Math.abs(wide * cos) + Math.abs(high * sin)) + 80, height = Math.ceil(Math.abs(wide * sin) + Math.abs(high * cos)) + 80;
  const ink = (x: number, y: number) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    const [u, v] = [Math.floor((dx * cos + dy * sin + wide / 2) / module), Math.floor((-dx * sin + dy * cos + high / 2) / module)];
    return u >= 0 && v >= 0 && u < symbol.width && v < symbol.height && symbol.dark[v * symbol.width + u] === 1 ? 30 : 225;
  };
  const sharp = Float64Array.from({ length: width * height }, (_, at) => (ink(at % width, Math.floor(at / width)) + ink(at % width + 0.5, Math.floor(at / width) + 0.5)) / 2);
  return coloured(blurred(blurred(sharp, width, 1, blur), width, width, blur), width, height, noise);
}

function blurred(values: Float64Array, width: number, step: number, reach: number): Float64Array {
  if (reach === 0) return values;
  return values.map((_, at) => {
    let [sum, count] = [0, 0];
    for (let by = -reach; by <= reach; by += 1) {
      const there = at + by * step;
      if (there < 0 || there >= values.length || (step === 1 && Math.floor(there / width) !== Math.floor(at / width))) continue;
      sum += values[there] ?? 0;
      count += 1;
    }
    return sum / count;
  });
}

function coloured(values: Float64Array, width: number, height: number, noise: number): Rgba {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let seed = 7;
  values.forEach((value, at) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    data.fill(value + (seed / 2_147_483_648 - 0.5) * 2 * noise, at * 4, at * 4 + 3);
  });
  return { width, height, data };
}
