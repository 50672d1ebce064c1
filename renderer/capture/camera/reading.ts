import type { Area } from '../../../preload/contract/evidence.ts';

/** What one frame of the live picture says. Shares are 0 to 1, scores 0 to 100, `at` and `took` ms, `mean` brightness 0 to 255. */
export type Reading = {
  readonly at: number;
  /** How long the frame took to be looked at. */
  readonly took: number;
  /** Where the document lies, as fractions of the frame; null when none is seen. */
  readonly area: Area | null;
  /** How much of the frame the document fills. */
  readonly fills: number;
  /** Dots an inch on the document, were it taken now; null when its size isn't known. */
  readonly dpi: number | null;
  readonly sharpness: number;
  readonly glare: number;
  readonly mean: number;
  /** How far the picture moved since the frame before, as a share of full change. */
  readonly moved: number;
};

/** What would make the picture good; `ready` when nothing has to change. */
export type Advice = 'look-for' | 'whole' | 'closer' | 'light' | 'tilt' | 'still' | 'focus' | 'ready';

/** When a frame is good enough to be taken by itself. */
export const frameLimits = { fills: 0.2, dpi: 220, sharpness: 45, glare: 0.012, dark: 60, moved: 0.02 } as const;

/** The first thing that stands in the way of a good picture. `loose` is for faces, where no document's edge is looked for. */
export function adviceFor(reading: Reading, loose = false): Advice {
  if (!loose && reading.area === null) return 'look-for';
  if (!loose && reading.area !== null && !isInside(reading.area)) return 'whole';
  if (reading.mean < frameLimits.dark) return 'light';
  if (!loose && isFar(reading)) return 'closer';
  if (!loose && reading.glare > frameLimits.glare) return 'tilt';
  if (reading.moved > frameLimits.moved) return 'still';
  return reading.sharpness < frameLimits.sharpness ? 'focus' : 'ready';
}

function isInside(area: Area): boolean {
  return area.every(({ x, y }) => x > 0.004 && x < 0.996 && y > 0.004 && y < 0.996);
}

/** Too far away: by its dots where its size is known, else by how little of the frame it fills. */
function isFar({ dpi, fills }: Reading): boolean {
  return dpi === null ? fills < frameLimits.fills : dpi < frameLimits.dpi && fills < 0.55;
}
