import { shrinkTo } from '../geometry/scale.ts';
import type { Rgba } from '../pixels.ts';
import { valueAt } from '../geometry/histogram.ts';

/** How many places the light is read at along the longer side, and how far round a place its paper is looked for. */
const grid = { most: 48, round: 3 } as const;
/** How bright paper is made, and how far a place may be changed: shadows are lifted, nothing is invented. */
const target = 225;
const change = { least: 0.8, most: 2.2 } as const;

/** Evens out light and shadow: each place is brightened or darkened as the paper around it asks, all three colours alike so that colours stay. */
export function levelLight(picture: Rgba): Rgba {
  const factor = grid.most / Math.max(picture.width, picture.height);
  const [columns, rows] = [Math.max(2, Math.round(picture.width * factor)), Math.max(2, Math.round(picture.height * factor))];
  const gains = gainsOf(picture, Math.min(columns, picture.width), Math.min(rows, picture.height));
  return applied(picture, gains);
}

type Gains = { readonly columns: number; readonly rows: number; readonly values: Float32Array };

function gainsOf(picture: Rgba, columns: number, rows: number): Gains {
  const { data } = shrinkTo(picture, columns, rows);
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const around: number[] = [];
      for (let y = Math.max(0, row - grid.round); y <= Math.min(rows - 1, row + grid.round); y += 1) {
        for (let x = Math.max(0, column - grid.round); x <= Math.min(columns - 1, column + grid.round); x += 1) around.push(lightest(data, y * columns + x));
      }
      values[row * columns + column] = Math.min(change.most, Math.max(change.least, target / Math.max(1, valueAt(around, 0.85))));
    }
  }
  return { columns, rows, values };
}

/** The lightest of a pixel's three colours: it must not run over. */
function lightest(data: Uint8ClampedArray, pixel: number): number {
  return Math.max(data[pixel * 4] ?? 0, data[pixel * 4 + 1] ?? 0, data[pixel * 4 + 2] ?? 0);
}

function applied({ width, height, data }: Rgba, gains: Gains): Rgba {
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const gain = gainAt(gains, ((x + 0.5) / width) * gains.columns - 0.5, ((y + 0.5) / height) * gains.rows - 0.5);
      const at = (y * width + x) * 4;
      out[at] = (data[at] ?? 0) * gain;
      out[at + 1] = (data[at + 1] ?? 0) * gain;
      out[at + 2] = (data[at + 2] ?? 0) * gain;
      out[at + 3] = data[at + 3] ?? 255;
    }
  }
  return { width, height, data: out };
}

/** The gain between four places of the grid. */
function gainAt({ columns, rows, values }: Gains, x: number, y: number): number {
  const [left, top] = [Math.max(0, Math.min(columns - 2, Math.floor(x))), Math.max(0, Math.min(rows - 2, Math.floor(y)))];
  const [right, down] = [Math.max(0, Math.min(1, x - left)), Math.max(0, Math.min(1, y - top))];
  const at = top * columns + left;
  const above = (values[at] ?? 1) * (1 - right) + (values[at + 1] ?? 1) * right;
  const below = (values[at + columns] ?? 1) * (1 - right) + (values[at + columns + 1] ?? 1) * right;
  return above * (1 - down) + below * down;
}
