import type { Quad, Rgba } from '../pixels.ts';
import { extended } from './extend.ts';
import { isPageToTheEdge, rimOf } from './fills.ts';
import { edgesOf, softened, usualSlope } from './edges.ts';
import { nearestFormat, type Format } from './formats.ts';
import { lineThrough, settled, strongestLines, type Line } from './lines.ts';
import { scaled, sidesOf, sizeOf, wholeQuad } from './quad.ts';
import { rectangles, type Rectangle } from './rectangles.ts';
import { refined } from './refine.ts';
import { greyOf, shrink } from './scale.ts';
import { standingOut } from './surround.ts';
import { follow, type Followed } from './support.ts';

/** What is expected of a document: the sizes it may have, and those it most likely has. */
export type Hint = { readonly formats: readonly Format[]; readonly likely: readonly Format[] };

/** Where a document was found, in the picture's pixels; `confidence` 0 to 1. `borders` are the sides (top, right, bottom, left) that the picture
 *  cuts: there the quad reaches beyond the picture, as far as the document's shape tells. `fills`: the picture is the document from edge to edge. */
export type Found = { readonly quad: Quad; readonly confidence: number; readonly borders: readonly boolean[]; readonly fills: boolean };

const workSize = 640;
const refineSize = 1600;
/** A rectangle that is backed less than this is no document. */
const leastConfidence = 0.6;

/** Finds the document of a picture; null when no edge of one is seen. */
export function findDocument(picture: Rgba, hint: Hint): Found | null {
  const middle = shrink(picture, refineSize);
  const small = shrink(middle, workSize);
  const best = candidatesOf(small, hint)[0];
  if (!best || best.score < leastConfidence) return wholeOf(picture, small);
  const up = middle.width / small.width;
  const settled = refined(greyOf(middle), scaled(best.quad, up, middle.height / small.height), 2 + up * 1.5, best.borders);
  const quad = extended(settled, best.borders, hint.likely);
  return { quad: scaled(quad, picture.width / middle.width, picture.height / middle.height), confidence: Math.min(1, best.score), borders: best.borders, fills: false };
}

/** The whole picture as a page that fills it; null when it isn't one. */
function wholeOf(picture: Rgba, small: Rgba): Found | null {
  if (!isPageToTheEdge(rimOf(small, 6))) return null;
  return { quad: wholeQuad(picture.width, picture.height), confidence: 0.7, borders: [false, false, false, false], fills: true };
}

/** The likely rectangles of a small picture, best first. */
export function candidatesOf(small: Rgba, hint: Hint): readonly Rectangle[] {
  const edges = edgesOf(softened(small));
  const least = Math.min(6, Math.max(1.3, usualSlope(edges, 0.5) * 1.6));
  const lines = apart(strongestLines(edges, least, 44).map((line) => settled(line, edges, least, 3)), small).map((line) => follow(line, edges, least, 2)).slice(0, 32);
  const fit = (quad: Quad) => {
    const { width, height } = sizeOf(quad);
    const near = nearestFormat(width, height, hint.formats);
    return near === null ? 1 : Math.max(0.6, 1 - Math.max(0, near.off - 1.06) * 1.2);
  };
  const found = rectangles([...lines, ...bordersOf(small.width, small.height)], small, fit, 40);
  return found.map((one) => ({ ...one, score: one.score * distinct(small, one) })).sort((a, b) => b.score - a.score);
}

/** Less than 1 for a rectangle that hardly differs from what surrounds it, on the whole or on one side (which may be a line on the document). */
function distinct(small: Rgba, { quad, borders }: Rectangle): number {
  const standing = standingOut(small, quad, borders, 5);
  if (!standing) return 0.8;
  // Two lines across the whole picture show no corner: any grain of a table has such.
  if ((borders[0] && borders[2]) || (borders[1] && borders[3])) return 0.8;
  const whole = Math.min(1, 0.82 + standing.step / 100);
  return whole * Math.min(1, 0.86 + (0.28 * standing.least) / Math.max(8, standing.step));
}

function bordersOf(width: number, height: number): readonly Followed[] {
  const none = new Uint16Array(1);
  return sidesOf(wholeQuad(width, height)).map(([a, b]) => ({ line: lineThrough(a, b), first: 0, inside: none, lighter: none, darker: none, steep: new Float32Array(1), border: true }));
}

/** The lines without those that settled on the same edge as a stronger one. */
function apart(lines: readonly Line[], { width, height }: Rgba): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) if (!kept.some((other) => isSame(line, other, width, height))) kept.push(line);
  return kept;
}

function isSame(a: Line, b: Line, width: number, height: number): boolean {
  const same = a.nx * b.nx + a.ny * b.ny;
  if (Math.abs(same) < 0.9994) return false;
  // How far apart they are at the picture's middle.
  const [x, y] = [width / 2, height / 2];
  return Math.abs(a.nx * x + a.ny * y - a.far - Math.sign(same) * (b.nx * x + b.ny * y - b.far)) < 1.6;
}
