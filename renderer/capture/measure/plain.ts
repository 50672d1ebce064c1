import { shrink } from '../geometry/scale.ts';
import type { Flat } from './flat.ts';
import { valueAt } from '../geometry/histogram.ts';
import { tintsOf } from './paper.ts';

const workSize = 200;
/** How far the most coloured places stray from the paper's tint, as parts of its light: on copies at most, and on papers printed in greys at least. */
const plainest = 0.0217;
const coloured = 0.0335;

/** How far a document could be a copy by its colours: 0 it surely has some, 100 it has none but its paper's. The rims, where a table shows, are left out. */
export function plainOf({ picture }: Flat): number {
  const { width, height, colour } = tintsOf(shrink(picture, workSize));
  const inner = Array.from(colour).filter((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const [across, down] = [Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)];
    return across > 8 && down > 8 && across + down > 24;
  });
  const stray = valueAt(inner, 0.95) + 0.5 * valueAt(inner, 0.99);
  return 100 * Math.max(0, Math.min(1, (coloured - stray) / (coloured - plainest)));
}
