import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Grey } from '../pixels.ts';
import { histogram, levelAt, shareOf } from '../geometry/histogram.ts';

/** Levels up to here drown in black; from here on they are burnt out. */
const ends = { black: 18, white: 250 } as const;

/** How light the document is, and how far print and paper are apart. */
export function lightOf(grey: Grey): Pick<Evidence, 'exposure' | 'contrast'> {
  const counts = histogram(grey);
  const mean = counts.reduce((sum, count, level) => sum + count * level, 0) / Math.max(1, grey.data.length);
  return {
    exposure: { mean, dark: shareOf(counts, 0, ends.black), bright: shareOf(counts, ends.white, 255) },
    contrast: levelAt(counts, 0.97) - levelAt(counts, 0.015),
  };
}
