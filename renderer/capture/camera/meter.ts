import type { Area } from '../../../preload/contract/evidence.ts';
import type { Grey, Quad, Rgba } from '../pixels.ts';
import type { Reading } from './reading.ts';

/** The eyes a meter looks with: small pictures in, numbers out. */
export type MeterEyes = {
  /** The document's corners in a small picture, and its dots an inch there where its size is known; null when none is seen. */
  readonly find: (picture: Rgba) => { readonly quad: Quad; readonly dotsAnInch: number | null } | null;
  /** Sharpness 0 to 100 of a piece at full size. */
  readonly sharpness: (piece: Grey) => number;
  /** Burnt-out share 0 to 1 of the document in the small picture. */
  readonly glare: (picture: Rgba, quad: Quad) => number;
};

/** One frame as the meter gets it: the whole, small; and a piece of its middle or of the document at full size. */
export type MeterFrame = {
  readonly small: Rgba;
  /** Width of the full frame in pixels. */
  readonly fullWidth: number;
  /** Cuts a piece of the full frame around a place (fractions of the frame). */
  readonly piece: (around: { readonly x: number; readonly y: number }) => Grey;
  readonly at: number;
};

/** Makes a meter: it compares each frame with the one before, so one meter reads one stream. `clock` gives ms. */
export function createMeter(eyes: MeterEyes, clock: () => number): (frame: MeterFrame) => Reading {
  let before: Uint8Array | null = null;
  return (frame) => {
    const started = clock();
    const { small } = frame;
    const grid = brightnessGrid(small);
    const moved = before === null ? 1 : difference(before, grid);
    before = grid;
    const found = eyes.find(small);
    const area = found === null ? null : toArea(found.quad, small);
    const reading = {
      at: frame.at, area, moved, mean: mean(grid),
      fills: area === null ? 0 : sizeOf(area),
      dpi: found?.dotsAnInch ? found.dotsAnInch * (frame.fullWidth / small.width) : null,
      sharpness: eyes.sharpness(frame.piece(area === null ? { x: 0.5, y: 0.5 } : middle(area))),
      glare: found === null ? 0 : eyes.glare(small, found.quad),
    };
    return { ...reading, took: clock() - started };
  };
}

const columns = 32;
const rows = 24;

/** The brightness of a coarse grid of the picture, green standing for all: enough to see it move. */
function brightnessGrid({ width, height, data }: Rgba): Uint8Array {
  const grid = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = Math.floor(((column + 0.5) / columns) * width);
      const y = Math.floor(((row + 0.5) / rows) * height);
      grid[row * columns + column] = data[(y * width + x) * 4 + 1] ?? 0;
    }
  }
  return grid;
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length / 255;
}

function mean(grid: Uint8Array): number {
  return grid.reduce((sum, value) => sum + value, 0) / grid.length;
}

function toArea(quad: Quad, { width, height }: Rgba): Area {
  const [a, b, c, d] = quad;
  const spot = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x / width, y: y / height });
  return [spot(a), spot(b), spot(c), spot(d)];
}

/** Size of a four-cornered area as a share of the frame. */
function sizeOf(area: Area): number {
  const twice = area.reduce((sum, { x, y }, index) => {
    const next = area[(index + 1) % 4] ?? area[0];
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function middle(area: Area): { readonly x: number; readonly y: number } {
  return { x: area.reduce((sum, { x }) => sum + x, 0) / 4, y: area.reduce((sum, { y }) => sum + y, 0) / 4 };
}
