import type { Rgba } from '../pixels.ts';
import { valueAt } from '../geometry/histogram.ts';

/** How far apart each pixel's channels are beside those of the document's own paper under the light that falls there: 0 where it has the paper's tint. */
export type Tints = { readonly width: number; readonly height: number; readonly colour: Float32Array };

type Slope = { readonly base: number; readonly x: number; readonly y: number };

const columns = 9;
const rows = 7;

/** Sets every pixel against the paper: in each channel a slope through the light parts of the document, which follows a lamp's fall-off. */
export function tintsOf({ width, height, data }: Rgba): Tints {
  const [red, green, blue] = [0, 1, 2].map((channel) => slopeOf({ width, height, data }, channel));
  const colour = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const r = (data[at * 4] ?? 0) / levelAtPlace(red, x / width, y / height);
      const g = (data[at * 4 + 1] ?? 0) / levelAtPlace(green, x / width, y / height);
      const b = (data[at * 4 + 2] ?? 0) / levelAtPlace(blue, x / width, y / height);
      colour[at] = Math.max(r, g, b) - Math.min(r, g, b);
    }
  }
  return { width, height, colour };
}

function levelAtPlace(slope: Slope | undefined, x: number, y: number): number {
  return slope ? Math.max(12, slope.base + slope.x * (x - 0.5) + slope.y * (y - 0.5)) : 255;
}

/** The slope through the light level of each tile; tiles that are far off it (a photo, a thing over it) are left out in turn. */
function slopeOf(picture: Rgba, channel: number): Slope {
  const tiles = tileLevels(picture, channel);
  const middle = valueAt(tiles.map(({ level }) => level), 0.6);
  let kept = tiles.filter(({ level }) => Math.abs(level - middle) < middle * 0.3);
  let slope: Slope = { base: middle, x: 0, y: 0 };
  for (let round = 0; round < 4 && kept.length > 8; round += 1) {
    slope = fitted(kept);
    const now = slope;
    kept = tiles.filter(({ x, y, level }) => Math.abs(level - levelAtPlace(now, x, y)) < middle * (0.22 - round * 0.04));
  }
  return slope;
}

type Level = { readonly x: number; readonly y: number; readonly level: number };

/** A high level of each tile, where paper shows between the print. */
function tileLevels({ width, height, data }: Rgba, channel: number): readonly Level[] {
  const tiles: Level[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const levels: number[] = [];
      for (let y = Math.floor((row * height) / rows); y < ((row + 1) * height) / rows; y += 2) {
        for (let x = Math.floor((column * width) / columns); x < ((column + 1) * width) / columns; x += 2) {
          if (x < width && y < height) levels.push(data[(y * width + x) * 4 + channel] ?? 0);
        }
      }
      tiles.push({ x: (column + 0.5) / columns, y: (row + 0.5) / rows, level: valueAt(levels, 0.7) });
    }
  }
  return tiles;
}

/** Least squares of a slope. */
function fitted(tiles: readonly Level[]): Slope {
  const mean = (of: (tile: Level) => number) => tiles.reduce((sum, tile) => sum + of(tile), 0) / tiles.length;
  const [mx, my, ml] = [mean(({ x }) => x), mean(({ y }) => y), mean(({ level }) => level)];
  const [xx, yy, xy] = [mean(({ x }) => (x - mx) ** 2), mean(({ y }) => (y - my) ** 2), mean(({ x, y }) => (x - mx) * (y - my))];
  const [xl, yl] = [mean(({ x, level }) => (x - mx) * (level - ml)), mean(({ y, level }) => (y - my) * (level - ml))];
  const by = xx * yy - xy * xy;
  if (Math.abs(by) < 1e-9) return { base: ml, x: 0, y: 0 };
  const [x, y] = [(xl * yy - yl * xy) / by, (yl * xx - xl * xy) / by];
  return { base: ml + x * (0.5 - mx) + y * (0.5 - my), x, y };
}
