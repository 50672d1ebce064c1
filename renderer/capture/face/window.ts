import type { Rgba } from '../pixels.ts';
import type { Layer } from './layers.ts';

/** A square of the picture in its own pixels; it may reach over the edge. */
export type Window = { readonly left: number; readonly top: number; readonly side: number };

/** A square of the picture at `side` by `side`, red, green and blue from -1 to 1, each pixel the mean of what it stands for; black beyond the edge. */
export function windowLayer(picture: Rgba, window: Window, side: number): Layer {
  const data = new Float32Array(side * side * 3).fill(-1);
  const scale = window.side / side;
  for (let y = 0; y < side; y += 1) {
    const rows = span(window.top + y * scale, scale, picture.height);
    for (let x = 0; x < side; x += 1) {
      const columns = span(window.left + x * scale, scale, picture.width);
      if (rows.to > rows.from && columns.to > columns.from) setMean(picture, rows, columns, data, (y * side + x) * 3);
    }
  }
  return { height: side, width: side, depth: 3, data };
}

type Span = { readonly from: number; readonly to: number };

function span(start: number, length: number, most: number): Span {
  const from = Math.floor(start);
  if (from + 1 <= 0 || from >= most) return { from: 0, to: 0 };
  return { from: Math.max(0, from), to: Math.min(most, Math.max(from + 1, Math.floor(start + length))) };
}

function setMean({ data, width }: Rgba, rows: Span, columns: Span, into: Float32Array, at: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let row = rows.from; row < rows.to; row += 1) {
    for (let place = (row * width + columns.from) * 4, end = (row * width + columns.to) * 4; place < end; place += 4) {
      red += data[place] ?? 0;
      green += data[place + 1] ?? 0;
      blue += data[place + 2] ?? 0;
    }
  }
  const count = (rows.to - rows.from) * (columns.to - columns.from) * 127.5;
  into[at] = red / count - 1;
  into[at + 1] = green / count - 1;
  into[at + 2] = blue / count - 1;
}
