import { levelAt } from './histogram.ts';
import type { Rgba } from '../pixels.ts';
import { edgesOf } from './edges.ts';

/** What a picture's outermost rim looks like: how light it is beside the lightest paper of the picture (1 as light), how much its colours
 *  spread, and the part of it that has edges on it; `paper` is how light that paper is, `print` the part of all within that has edges. */
export type Rim = { readonly light: number; readonly colour: number; readonly busy: number; readonly paper: number; readonly print: number };

/** From this slope on a pixel is on an edge: of something at the rim, of print within. */
const edge = { rim: 8, print: 14 } as const;

/** Looks at the rim of a small picture, `deep` pixels of it. */
export function rimOf(picture: Rgba, deep: number): Rim {
  const { width, height, data } = picture;
  const { size } = edgesOf(picture);
  const all = new Uint32Array(256);
  let [count, light, colour, busy, print] = [0, 0, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const level = (red * 77 + green * 150 + blue * 29) >> 8;
      all[level] = (all[level] ?? 0) + 1;
      const slope = size[y * width + x] ?? 0;
      if (x >= deep && y >= deep && x < width - deep && y < height - deep) {
        if (slope > edge.print) print += 1;
        continue;
      }
      count += 1;
      light += level;
      colour += Math.max(red, green, blue) - Math.min(red, green, blue);
      if (slope > edge.rim) busy += 1;
    }
  }
  const paper = levelAt(all, 0.9);
  return { light: light / count / Math.max(1, paper), colour: colour / count, busy: busy / count, paper, print: print / Math.max(1, width * height - count) };
}

/** Whether a picture is a page from edge to edge: its rim is as light as its paper, plain and free of edges, and there is print within. */
export function isPageToTheEdge({ light, colour, busy, paper, print }: Rim): boolean {
  return paper >= 140 && light > 0.93 && colour < 42 && busy < 0.03 && print > 0.004;
}
