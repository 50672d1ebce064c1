import type { Grey, Point, Quad } from '../pixels.ts';
import { stripHeight, type Strip } from './recogniser.ts';
import { heightAt, middleAt, type TextLine } from './text-line.ts';

/** How much higher than its letters a line is cut out. */
const room = 1.8;
/** Widest strip that is read. */
const widest = 1100;

/** Cuts a line out of the best picture at hand: `place` gives the place there for a place in the frame that the line was found in; `over` reads it upside down. */
export function cutStrip(picture: Grey, line: TextLine, place: (point: Point) => Point, over: boolean): Strip {
  const ends = endsOf(line);
  const path = (u: number, v: number): Point => {
    const x = ends.left + (ends.right - ends.left) * (over ? 1 - u : u);
    return place({ x, y: middleAt(line, x) + (over ? -v : v) * heightAt(line, x) * room });
  };
  const start = path(0, 0), middle = path(0.5, 0), end = path(1, 0);
  const tall = distance(path(0.5, -0.5), path(0.5, 0.5));
  const width = Math.min(widest, Math.max(64, Math.round((distance(start, middle) + distance(middle, end)) / tall * stripHeight / 4) * 4));
  return { width, data: evened(sampled(picture, path, width, Math.min(4, Math.max(1, Math.round(tall / stripHeight))))) };
}

/** The four corners of a line in the picture, as it reads. */
export function quadOf(lines: readonly TextLine[], place: (point: Point) => Point, over: boolean): Quad {
  const first = lines[0] as TextLine, last = lines.at(-1) as TextLine;
  const corner = (line: TextLine, x: number, side: number) => place({ x, y: middleAt(line, x) + side * heightAt(line, x) * 1.05 });
  const upper: readonly [Point, Point] = [corner(first, first.left, -1), corner(first, first.right, -1)];
  const lower: readonly [Point, Point] = [corner(last, last.right, 1), corner(last, last.left, 1)];
  return over ? [...lower, ...upper] : [...upper, ...lower];
}

function endsOf(line: TextLine): { readonly left: number; readonly right: number } {
  return { left: line.left - 0.4 * line.h, right: line.right + 0.4 * line.h };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Samples 32 rows along the path, each the mean of `fine` by `fine` places, so that nothing small is missed in a large picture. */
function sampled(picture: Grey, path: (u: number, v: number) => Point, width: number, fine: number): Float64Array {
  const data = new Float64Array(stripHeight * width);
  for (let x = 0; x < width; x += 1) {
    for (let i = 0; i < fine; i += 1) {
      const u = (x + (i + 0.5) / fine) / width;
      const top = path(u, -0.5), bottom = path(u, 0.5);
      const rows = stripHeight * fine;
      for (let row = 0; row < rows; row += 1) {
        const v = (row + 0.5) / rows;
        const at = Math.floor(row / fine) * width + x;
        data[at] = (data[at] as number) + valueAt(picture, top.x + (bottom.x - top.x) * v - 0.5, top.y + (bottom.y - top.y) * v - 0.5) / (fine * fine);
      }
    }
  }
  return data;
}

/** The picture between its pixels; beyond its edge, the nearest pixel. */
function valueAt({ width, height, data }: Grey, x: number, y: number): number {
  const px = Math.min(width - 1.001, Math.max(0, x)), py = Math.min(height - 1.001, Math.max(0, y));
  const left = Math.floor(px), top = Math.floor(py);
  const at = top * width + left, right = px - left, down = py - top;
  const upper = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right;
  return upper * (1 - down) + ((data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right) * down;
}

/** Mean 0 and variance 1, as the recogniser was trained. */
function evened(data: Float64Array): Float64Array {
  let sum = 0, squares = 0;
  for (const value of data) { sum += value; squares += value * value; }
  const mean = sum / data.length;
  const spread = Math.sqrt(Math.max(0, squares / data.length - mean * mean)) + 1e-3;
  return data.map((value) => (value - mean) / spread);
}
