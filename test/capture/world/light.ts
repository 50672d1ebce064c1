import { grainOf } from '../../../renderer/capture/specimen/face/grain.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import type { WorldRecipe } from './recipe.ts';

/** How bright each part of a picture is lit: a coarse grid of factors. */
export type LightMap = { readonly columns: number; readonly rows: number; readonly factors: Float32Array };

/** The light of a place: it falls off from a lamp, the lens darkens corners, somebody's shadow may lie across. */
export function lightMap(world: WorldRecipe, chance: Chance): LightMap {
  const [columns, rows] = [64, 64];
  const factors = new Float32Array(columns * rows);
  const exposure = world.flaws.reduce((level, flaw) => (flaw.name === 'dark' || flaw.name === 'bright' ? flaw.level : level), world.exposure);
  const scan = world.ground === 'scanner' || world.ground === 'full';
  const [lampX, lampY] = [chance.between(-0.2, 1.2), chance.between(-0.2, 1.2)];
  const fall = scan ? 0 : chance.between(0.04, 0.16);
  const [angle, where, soft] = [chance.between(0, 6.28), chance.between(-0.25, 0.25), chance.between(0.06, 0.2)];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column / (columns - 1), row / (rows - 1)];
      const lamp = 1 - fall * ((x - lampX) ** 2 + (y - lampY) ** 2 - 0.4);
      const corner = scan ? 1 : 1 - 0.1 * ((x - 0.5) ** 2 + (y - 0.5) ** 2);
      const across = ((x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle) - where) / soft;
      const shade = world.shadow / (1 + Math.exp(-across * 3));
      factors[row * columns + column] = exposure * lamp * corner * (1 - shade);
    }
  }
  return { columns, rows, factors };
}

/** How the sensor answers: gains of red, green and blue, then a curve of 256 levels. */
export type Film = { readonly gains: readonly [number, number, number]; readonly curve: Uint8Array; readonly noise: number };

/** The sensor's answer to a place: warm lamps weaken blue, dull pictures lose their spread. */
export function filmOf(world: WorldRecipe): Film {
  const faint = world.flaws.find((flaw) => flaw.name === 'faint');
  const curve = new Uint8Array(1024);
  for (let level = 0; level < curve.length; level += 1) {
    // Brighter than the sensor can hold is white; a little shoulder before it.
    const part = Math.min(1, level / 256);
    const shown = part < 0.85 ? part : 0.85 + 0.15 * (1 - Math.exp(-(level / 256 - 0.85) / 0.15));
    curve[level] = Math.round(255 * (faint ? 0.52 + (shown - 0.5) * faint.spread : shown));
  }
  return { gains: [1 + 0.09 * world.warmth, 1, 1 - 0.2 * world.warmth], curve, noise: world.noise };
}

/** Lights and develops a picture in place: light, colour, curve, noise. */
export function develop(picture: ImageData, light: LightMap, film: Film, seed: string): void {
  const { width, height, data } = picture;
  const table = noiseTable(seed);
  const [red, green, blue] = film.gains;
  const { curve } = film;
  let chance = table.length;
  for (let row = 0; row < height; row += 1) {
    const line = lineOf(light, row / Math.max(1, height - 1), width);
    chance = (chance * 31 + row * 7919) % 60_000;
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 4;
      const lit = line[column] ?? 1;
      const grey = (table[chance] ?? 0) * film.noise;
      const tint = (table[chance + 3000] ?? 0) * film.noise * 0.4;
      chance = chance === 60_000 ? 17 : chance + 1;
      data[at] = (curve[Math.min(1023, (data[at]! * lit * red) | 0)] ?? 0) + grey + tint;
      data[at + 1] = (curve[Math.min(1023, (data[at + 1]! * lit * green) | 0)] ?? 0) + grey;
      data[at + 2] = (curve[Math.min(1023, (data[at + 2]! * lit * blue) | 0)] ?? 0) + grey - tint;
    }
  }
}

function lineOf({ columns, rows, factors }: LightMap, down: number, width: number): Float32Array {
  const line = new Float32Array(width);
  const y = Math.min(rows - 1.001, down * (rows - 1));
  const [top, v] = [y | 0, y - (y | 0)];
  for (let column = 0; column < width; column += 1) {
    const x = Math.min(columns - 1.001, (column / width) * (columns - 1));
    const [left, u] = [x | 0, x - (x | 0)];
    const at = top * columns + left;
    line[column] = (factors[at]! * (1 - u) + factors[at + 1]! * u) * (1 - v) + (factors[at + columns]! * (1 - u) + factors[at + columns + 1]! * u) * v;
  }
  return line;
}

const tables = new Map<string, Float32Array>();

/** Bell-shaped noise of spread 1, from sums of even chances. */
function noiseTable(seed: string): Float32Array {
  const key = seed.slice(-1);
  const known = tables.get(key);
  if (known) return known;
  const grain = grainOf(`noise${key}`);
  const table = new Float32Array(64_000);
  for (let at = 0; at < table.length; at += 1) table[at] = (grain(at % 251, (at / 251) | 0) + grain((at * 7) % 253, (at / 97) | 0) + grain((at * 13) % 241, (at / 61) | 0) - 1.5) * 2;
  tables.set(key, table);
  return table;
}
