import { shrink } from '../geometry/scale.ts';
import type { Flat } from '../measure/flat.ts';
import { valueAt } from '../geometry/histogram.ts';
import type { Rgba } from '../pixels.ts';

/** A place of the document: how light it is (its green), and how far its red and its blue are from that. */
type Place = readonly [light: number, red: number, blue: number];

/** Longer side on which colours are looked at: so few pixels that neither noise nor the colours of sharp edges are left in them. */
const most = 48;
/** How far colours stray from one tint, in levels: on a copy, and where there is no doubt that it is none. */
const grey = 2.35;
const colourful = 13.6;

/**
 * How much speaks for a photocopy or a grey scan, 0 to 100: it has no colours of its own. Whatever tint the lamp gives to all of it is told from its
 * lightness alone; what strays from that is colour. A letter in black on white scores as high as its copy would.
 */
export function copyOf({ picture }: Flat): number {
  const places = placesOf(shrink(picture, most));
  const red = tintOf(places.map(([light, value]) => [light, value]));
  const blue = tintOf(places.map(([light, , value]) => [light, value]));
  const strays = places.map((place) => Math.hypot(place[1] - red(place[0]), place[2] - blue(place[0])));
  const stray = valueAt(strays, 0.95) + valueAt(strays, 0.99);
  return places.length === 0 ? 0 : Math.round(100 * Math.max(0, Math.min(1, (colourful - stray) / (colourful - grey))));
}

/** All places but those along the sides and in the corners, which may be round. */
function placesOf({ width, height, data }: Rgba): readonly Place[] {
  const found: Place[] = [];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      if (Math.min(x, width - 1 - x) + Math.min(y, height - 1 - y) < most * 0.08) continue;
      const at = (y * width + x) * 4;
      const light = data[at + 1] ?? 0;
      found.push([light, (data[at] ?? 0) - light, (data[at + 2] ?? 0) - light]);
    }
  }
  return found;
}

const step = 8;
/** How far the tint of one lightness may be off the smooth curve: near white a sensor bends it. */
const bent = 1.5;

/** The tint that the light gives to each lightness: the cubic through nothing at black that is nearest to the middle values of the levels. */
function tintOf(values: readonly (readonly [light: number, off: number])[]): (light: number) => number {
  const levels = Array.from({ length: 256 / step }, (): number[] => []);
  for (const [light, off] of values) levels[Math.floor(light / step)]?.push(off);
  const rows: number[][] = [[1e-3, 0, 0, 0], [0, 1e-3, 0, 0], [0, 0, 1e-2, 0]];
  levels.forEach((offs, level) => {
    if (offs.length < 6) return;
    const powers = powersOf(level * step + step / 2);
    const weight = Math.sqrt(offs.length);
    const goal = [...powers, valueAt(offs, 0.5)];
    rows.forEach((row, index) => { goal.forEach((value, column) => { row[column] = (row[column] ?? 0) + weight * (powers[index] ?? 0) * value; }); });
  });
  const factors = solved(rows);
  const smooth = (light: number) => powersOf(light).reduce((sum, power, index) => sum + power * (factors[index] ?? 0), 0);
  const bends = levels.map((offs, level) => (offs.length < 6 ? 0 : Math.max(-bent, Math.min(bent, valueAt(offs, 0.5) - smooth(level * step + step / 2)))));
  return (light) => smooth(light) + (bends[Math.floor(light / step)] ?? 0);
}

function powersOf(light: number): readonly number[] {
  const part = light / 255;
  return [part, part ** 2, part ** 3];
}

/** Solves equations whose last column is what each comes to. */
function solved(rows: number[][]): readonly number[] {
  rows.forEach((pivot, at) => {
    rows.forEach((row, index) => {
      if (index === at) return;
      const part = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column += 1) row[column] = (row[column] ?? 0) - part * (pivot[column] ?? 0);
    });
  });
  return rows.map((row, index) => (row[rows.length] ?? 0) / (row[index] ?? 1));
}
