import { inkOf } from '../mrz/ink.ts';
import { shrink } from '../mrz/shrink.ts';
import { textDirections } from '../mrz/skew.ts';
import type { Grey, Rgba } from '../pixels.ts';

/** Longer side in pixels of the copy in which slopes are measured. */
const measured = 1200;

/** The slopes of the bars and lines in a picture, in degrees within 45 of level, strongest first and each once: by these a picture is worth tilting. */
export function slopesOf(picture: Rgba): readonly number[] {
  const directions = textDirections(inkOf(shrink(greyOf(picture), measured).grey, 6), 3);
  const level = directions.map((angle) => ((angle + 45) % 90 + 90) % 90 - 45);
  return level.filter((angle, index) => Math.abs(angle) > 0.9 && level.findIndex((other) => Math.abs(other - angle) < 2) === index);
}

function greyOf({ width, height, data }: Rgba): Grey {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i += 1) grey[i] = ((data[i * 4] as number) * 77 + (data[i * 4 + 1] as number) * 150 + (data[i * 4 + 2] as number) * 29) >> 8;
  return { width, height, data: grey };
}
