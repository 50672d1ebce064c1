import { valueAt } from '../geometry/histogram.ts';
import type { Rgba } from '../pixels.ts';
import type { Zone } from './zones.ts';

/** How much darker the paper is right beside a thing that casts a shadow than a little farther away. */
const shaded = 0.965;
/** Pixels outside of the thing. */
const near = 2;
const far = 8;
const rays = 120;

/** Whether the paper around a zone lies in its shadow: what is printed has none. */
export function isShaded(zone: Zone, { width, height, data }: Rgba, foreign: Uint8Array): boolean {
  const own = new Set(zone.cells);
  const [x, y] = [(zone.left + zone.right) / 2, (zone.top + zone.bottom) / 2];
  const parts: number[] = [];
  for (let ray = 0; ray < rays; ray += 1) {
    const [dx, dy] = [Math.cos((ray * 2 * Math.PI) / rays), Math.sin((ray * 2 * Math.PI) / rays)];
    const lightAt = (away: number) => {
      const [column, row] = [Math.floor(x + dx * away), Math.floor(y + dy * away)];
      const at = row * width + column;
      return column < 0 || row < 0 || column >= width || row >= height ? null : { at, light: foreign[at] === 1 ? null : (data[at * 4 + 1] ?? 0) };
    };
    let rim = 0;
    for (let place = lightAt(rim); place !== null && own.has(place.at); place = lightAt(rim)) rim += 1;
    const [close, away] = [lightAt(rim + near)?.light ?? null, lightAt(rim + far)?.light ?? null];
    if (close !== null && away !== null) parts.push(close / Math.max(1, away));
  }
  return parts.length > rays / 8 && valueAt(parts, 0.5) < shaded;
}
