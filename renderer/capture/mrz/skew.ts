import type { Grey } from '../pixels.ts';

/** The directions in which lines of text may run, in degrees clockwise from the right (0 to 180), most likely first. */
export function textDirections(ink: Grey, most: number): readonly number[] {
  const points = strong(ink);
  const step = 2;
  const scores = Array.from({ length: 180 / step }, (_, index) => crispness(points, index * step, ink));
  const peaks = scores.map((score, index) => ({ score, index }))
    .filter(({ score, index }) => score >= (scores.at(index - 1) ?? 0) && score > (scores[(index + 1) % scores.length] ?? 0))
    .toSorted((a, b) => b.score - a.score);
  const apart = peaks.filter(({ index }, at) => peaks.slice(0, at).every((other) => Math.abs(other.index - index) * step > 6));
  return apart.slice(0, most).map(({ index }) => finer(points, index * step, ink));
}

type Points = { readonly x: Float64Array; readonly y: Float64Array };

/** Places of strong ink, thinned out to some thousands. */
function strong(ink: Grey): Points {
  const counts = new Int32Array(256);
  for (const value of ink.data) counts[value] = (counts[value] ?? 0) + 1;
  let level = 255;
  for (let seen = 0; level > 25; level -= 1) {
    seen += counts[level] ?? 0;
    if (seen > ink.data.length * 0.06) break;
  }
  const xs: number[] = [], ys: number[] = [];
  for (let y = 0; y < ink.height; y += 1) {
    for (let x = 0; x < ink.width; x += 1) if ((ink.data[y * ink.width + x] as number) >= level) { xs.push(x); ys.push(y); }
  }
  const every = Math.max(1, Math.floor(xs.length / 16_000));
  const thin = (list: readonly number[]) => Float64Array.from({ length: Math.floor(list.length / every) }, (_, index) => list[index * every] ?? 0);
  return { x: thin(xs), y: thin(ys) };
}

function finer(points: Points, angle: number, ink: Grey): number {
  const tries = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((by) => angle + by);
  const scores = tries.map((each) => crispness(points, each, ink));
  return tries[scores.indexOf(Math.max(...scores))] ?? angle;
}

/** Ruled lines change the ink far more sharply than text: with the square of the change they would drown it. */
const gentle = 1.3;

/** How sharply the ink changes from row to row when rows run at this angle. */
function crispness({ x, y }: Points, angle: number, { width, height }: Grey): number {
  const radians = angle * Math.PI / 180;
  const across = -Math.sin(radians) / 2, down = Math.cos(radians) / 2;
  const offset = Math.ceil((width + height) / 2);
  const rows = new Int32Array(2 * offset + 2);
  for (let i = 0; i < x.length; i += 1) {
    const row = Math.floor((x[i] as number) * across + (y[i] as number) * down) + offset;
    rows[row] = (rows[row] as number) + 1;
  }
  let score = 0;
  for (let i = 1; i < rows.length; i += 1) score += Math.abs((rows[i] as number) - (rows[i - 1] as number)) ** gentle;
  return score;
}
