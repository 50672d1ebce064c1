import type { Evidence } from '../../../preload/contract/evidence.ts';
import { shrink } from '../geometry/scale.ts';
import type { Rgba } from '../pixels.ts';
import { blobsOf, thickened, thinned, type Mask } from './blobs.ts';
import { placeOf, type Flat } from './flat.ts';
import { levelAt } from '../geometry/histogram.ts';

const workSize = 360;
/** Paper lighter than this is white by itself: what is burnt out on it hides nothing that could be told from it. */
const whitePaper = 245;
/** Smallest burnt-out place that counts, as a part of the document. */
const smallest = 0.004;

/** Finds places that a lamp burns out: white in every colour, lighter than the paper, with no print left in them. */
export function glareOf(flat: Flat): Evidence['glare'] {
  const small = shrink(flat.picture, workSize);
  const least = leastOf(small);
  const paper = paperLevel(least);
  if (paper >= whitePaper) return { share: 0, areas: [] };
  const burnt = maskOf(small, least, Math.max(238, Math.min(250, paper + 26)));
  const { blobs } = blobsOf(thickened(thinned(burnt, 2), 2));
  const cells = small.width * small.height;
  const counted = blobs.filter((blob) => blob.cells >= cells * smallest);
  const [across, down] = [flat.picture.width / small.width, flat.picture.height / small.height];
  return {
    share: Math.min(1, counted.reduce((sum, blob) => sum + blob.cells, 0) / cells),
    areas: counted.slice(0, 8).map(({ left, top, right, bottom }) => [...placeOf(flat, left * across, top * down, right * across, bottom * down)]),
  };
}

/** Of each pixel, its darkest colour. */
function leastOf({ width, height, data }: Rgba): Uint8Array {
  const least = new Uint8Array(width * height);
  for (let at = 0; at < least.length; at += 1) least[at] = Math.min(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0);
  return least;
}

/** How light the paper is where nothing burns: a high level of all that isn't white. */
function paperLevel(least: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const level of least) counts[level] = (counts[level] ?? 0) + 1;
  const white = counts.subarray(250).reduce((sum, count) => sum + count, 0);
  if (white > least.length * 0.55) return 255;
  return levelAt(counts.subarray(0, 250), 0.75);
}

function maskOf({ width, height }: Rgba, least: Uint8Array, from: number): Mask {
  return { width, height, data: least.map((level) => (level >= from ? 1 : 0)) };
}
