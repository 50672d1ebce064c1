import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Found } from '../geometry/find-document.ts';
import type { Rgba } from '../pixels.ts';

/** How far outside the picture a corner may lie and still count as inside, as a part of the picture: the width of its rounding. */
const slack = 0.006;
const sideNames = ['top', 'right', 'bottom', 'left'] as const;

/** The corners of a found document that lie outside the picture, and the sides at which the picture cuts it. */
export function cutOf({ quad, borders, fills }: Found, { width, height }: Rgba): Evidence['cut'] {
  // A scan that is the document from edge to edge is cut nowhere as far as can be seen.
  if (fills) return { corners: [], sides: [] };
  const isOutside = ({ x, y }: { readonly x: number; readonly y: number }) => x < -slack * width || y < -slack * height || x > width * (1 + slack) || y > height * (1 + slack);
  return {
    corners: [0, 1, 2, 3].filter((index) => isOutside(quad[index as 0 | 1 | 2 | 3])),
    sides: sideNames.filter((_name, index) => borders[index] ?? false),
  };
}
