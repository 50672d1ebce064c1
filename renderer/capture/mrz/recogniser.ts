import { addAndLift, convolve, type Layer, type Plane } from './convolve.ts';
import { readLayers } from './weights.ts';

/** Height in pixels of the strip that a line is cut to. */
export const stripHeight = 32;
/** Scores a step: the 37 signs in the order of `zoneSigns`, then "nothing here". */
export const scoresPerStep = 38;

/** A line cut out of a picture: 32 rows, mean 0 and variance 1. */
export type Strip = { readonly width: number; readonly data: Float64Array };

/** What the network says along a line: for each step (every 4 px) the probability of each sign and of none. */
export type Steps = { readonly count: number; readonly odds: Float64Array };

/** Reads strips. */
export type Recogniser = (strip: Strip) => Steps;

/** Builds the recogniser from the bytes of recogniser.bin; throws when they are not. */
export function createRecogniser(bytes: Uint8Array): Recogniser {
  const layers = readLayers(bytes);
  const blocks = (layers.length - 5) / 2;
  return (strip) => {
    let plane: Plane = { height: stripHeight, width: strip.width, channels: 1, data: strip.data };
    for (const layer of layers.slice(0, 4)) plane = convolve(plane, layer, true);
    for (let block = 0; block < blocks; block += 1) {
      plane = addAndLift(plane, convolve(convolve(plane, layerAt(layers, 4 + 2 * block), true), layerAt(layers, 5 + 2 * block), false));
    }
    return odds(convolve(plane, layerAt(layers, layers.length - 1), false));
  };
}

function layerAt(layers: readonly Layer[], index: number): Layer {
  const layer = layers[index];
  if (!layer) throw new Error('The file of the zone recogniser has too few layers.');
  return layer;
}

/** Turns scores into probabilities. */
function odds(plane: Plane): Steps {
  const result = plane.data;
  for (let step = 0; step < plane.width; step += 1) {
    const row = result.subarray(step * scoresPerStep, (step + 1) * scoresPerStep);
    const top = row.reduce((most, score) => Math.max(most, score), -Infinity);
    let sum = 0;
    for (let i = 0; i < scoresPerStep; i += 1) sum += row[i] = Math.exp((row[i] ?? 0) - top);
    for (let i = 0; i < scoresPerStep; i += 1) row[i] = (row[i] ?? 0) / sum;
  }
  return { count: plane.width, odds: result };
}
