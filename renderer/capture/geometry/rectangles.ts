import type { Point, Quad } from '../pixels.ts';
import { backing, goesOn, type Followed } from './support.ts';
import { crossing } from './lines.ts';
import { along, areaOf, asStanding, isConvex, sidesOf } from './quad.ts';

/** A possible document: its corners, how well its sides are backed (0 to 1, in order of the corners), and which sides are the picture's own. */
export type Rectangle = { readonly quad: Quad; readonly score: number; readonly backed: number; readonly weakest: number;
  readonly borders: readonly boolean[] };

/** How well the sides of a quad fit what is expected: 1 as expected, less otherwise. */
export type Fit = (quad: Quad) => number;

type Pair = { readonly a: Followed; readonly b: Followed; readonly nx: number; readonly ny: number };
type Frame = { readonly width: number; readonly height: number };

/** Every four lines that could be a document's sides, best first, at most `most`. */
export function rectangles(lines: readonly Followed[], frame: Frame, fit: Fit, most: number): readonly Rectangle[] {
  const pairs = pairsOf(lines, Math.min(frame.width, frame.height) * 0.12);
  const found: Rectangle[] = [];
  let floor = 0;
  for (let one = 0; one < pairs.length; one += 1) {
    for (let other = one + 1; other < pairs.length; other += 1) {
      const rectangle = rectangleOf(pairs[one], pairs[other], frame, fit, floor);
      if (!rectangle) continue;
      found.push(rectangle);
      floor = Math.max(floor, rectangle.score * 0.75);
    }
  }
  return found.sort((p, q) => q.score - p.score).slice(0, most);
}

/** Lines that run about alike, apart from each other. */
function pairsOf(lines: readonly Followed[], apart: number): readonly Pair[] {
  const pairs: Pair[] = [];
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const same = a.line.nx * b.line.nx + a.line.ny * b.line.ny;
      if (Math.abs(same) < 0.92) continue;
      const gap = Math.abs(a.line.far - Math.sign(same) * b.line.far);
      if (gap < apart && Math.abs(same) > 0.985) continue;
      const [x, y] = [a.line.nx + Math.sign(same) * b.line.nx, a.line.ny + Math.sign(same) * b.line.ny];
      const long = Math.hypot(x, y);
      pairs.push({ a, b, nx: x / long, ny: y / long });
    }
  });
  return pairs;
}

/** The rectangle of two pairs of lines; null when it can't be a document, or when its score is below `floor`. */
function rectangleOf(one: Pair | undefined, other: Pair | undefined, frame: Frame, fit: Fit, floor: number): Rectangle | null {
  if (!one || !other || Math.abs(one.nx * other.nx + one.ny * other.ny) > 0.42) return null;
  const quad = cornersOf(one, other, frame);
  if (!quad) return null;
  const part = Math.abs(areaOf(quad)) / (frame.width * frame.height);
  if (part < 0.04 || !isConvex(quad)) return null;
  const large = Math.min(1, part * 1.6) ** 0.25 * fit(quad);
  return large < floor ? null : scored(quad, large, [one.a, other.b, one.b, other.a], floor);
}

/** Where the lines of two pairs cross, in the order of a quad whose first side lies on the first pair's first line. */
function cornersOf({ a: top, b: bottom }: Pair, { a: left, b: right }: Pair, frame: Frame): Quad | null {
  const a = within(crossing(top.line, left.line), frame);
  const b = a && within(crossing(top.line, right.line), frame);
  const c = b && within(crossing(bottom.line, right.line), frame);
  const d = c && within(crossing(bottom.line, left.line), frame);
  return a && b && c && d ? [a, b, c, d] : null;
}

function within(corner: Point | null, { width, height }: Frame): Point | null {
  return corner && corner.x > -0.4 * width && corner.y > -0.4 * height && corner.x < 1.4 * width && corner.y < 1.4 * height ? corner : null;
}

function scored(quad: Quad, large: number, lines: readonly Followed[], floor: number): Rectangle | null {
  const sides = sidesOf(quad);
  let sum = 0;
  let weakest = 1;
  for (let index = 0; index < 4; index += 1) {
    const worth = sideWorth(lines, sides, index);
    sum += worth;
    weakest = Math.min(weakest, worth);
    // Even with the best of sides to come this can't reach the floor.
    if (weakest < 0.25 || large * (0.15 * (sum + 3 - index) + 0.4 * weakest) < floor) return null;
  }
  const beyond = sides.reduce((all, side, index) => all + onward(lines[index], side), 0) / 4;
  const backed = 0.15 * sum + 0.4 * weakest - 0.4 * beyond;
  const borders = lines.map(({ border }) => border);
  const standing = asStanding(quad);
  return { quad: standing, score: backed * large, backed, weakest, borders: bordersOf(quad, standing, borders) };
}

/** Which sides of the standing quad are the picture's own. */
function bordersOf(quad: Quad, standing: Quad, borders: readonly boolean[]): readonly boolean[] {
  const start = quad.indexOf(standing[0]);
  const forward = standing[1] === quad[(start + 1) % 4];
  return [0, 1, 2, 3].map((index) => borders[forward ? (start + index) % 4 : (start - index + 7) % 4] === true);
}

type Side = readonly [Point, Point];

/** How well one side is backed; what isn't seen of it says nothing. */
function sideWorth(lines: readonly Followed[], sides: readonly Side[], index: number): number {
  const [line, side] = [lines[index], sides[index]];
  if (!line || !side) return 0;
  if (line.border) return borderWorth(lines, sides, index);
  const { edge, mixed, steep, seen } = backing(line, side[0], side[1], 0.05);
  const full = 0.65 * edge + 0.22 * mixed + 0.13 * Math.min(1, steep / 24);
  return full * Math.min(1, seen + 0.25) + (seen < 0.75 ? 0.1 : 0);
}

/** A side that the picture cuts speaks for a document when the sides next to it run on up to the picture's border. */
function borderWorth(lines: readonly Followed[], sides: readonly Side[], index: number): number {
  const reaching = [1, 3].map((step) => {
    const other = (index + step) % 4;
    const [line, side] = [lines[other], sides[other]];
    if (!line || !side || line.border) return 0.3;
    const [near, far] = step === 1 ? side : [side[1], side[0]];
    return backing(line, along(near, far, 0.02), along(near, far, 0.16), 0).edge;
  });
  return 0.25 + 0.45 * Math.min(...reaching);
}

function onward(line: Followed | undefined, side: Side): number {
  return !line || line.border ? 0 : goesOn(line, side[0], side[1], 0.12);
}
