import { valueAt } from '../geometry/histogram.ts';
import type { Quad, Rgba } from '../pixels.ts';
import { powersOf } from './fft.ts';
import { emptiest, type Patch } from './patches.ts';

/** A wave that stands out: how often it comes across and down a patch, and how far, in decibels, over all that is near it. */
type Peak = { readonly across: number; readonly down: number; readonly height: number };

const size = 128;
const half = size / 2;
const patches = 8;
/** Longest wave that may be a screen's, in pixels. */
const longest = 16;
/** Power that rounding alone makes. */
const faint = 50;
/** How far around a wave it has to stand out. */
const away = 5;
/** How far a wave may be off from one patch to the next: a screen seen at a slant has shorter waves where it is farther away. */
const drift = 14;
/** Decibels that chance makes, and that leave no doubt. Paper stays under 8, screens begin at 24. */
const chance = 7;
const certain = 21;

/** How much speaks for a photo of a screen, 0 to 100: its dots are waves that come up again all over the document, even where nothing is printed. */
export function screenOf(page: Rgba, quad: Quad): number {
  const found = emptiest(page, quad, size, patches).map((patch) => peaksOf(powersOf(lightOf(page, patch), size)));
  const heights = found.map((peaks, index) => Math.max(0, ...peaks.filter((peak) => comesAgain(peak, found, index)).map(({ height }) => height)));
  const usual = valueAt(heights.map((height) => -height), 0.5);
  return heights.length === 0 ? 0 : Math.round(100 * Math.max(0, Math.min(1, (-usual - chance) / (certain - chance))));
}

/** Whether another patch has about the same wave. */
function comesAgain({ across, down }: Peak, found: readonly (readonly Peak[])[], own: number): boolean {
  const same = (x: number, y: number) => Math.hypot(wrapped(across - x), wrapped(down - y)) <= drift;
  return found.some((peaks, index) => index !== own && peaks.some((peak) => peak.height >= chance && (same(peak.across, peak.down) || same(-peak.across, -peak.down))));
}

/** A step between waves, by the shorter way round. */
function wrapped(step: number): number {
  return step - size * Math.round(step / size);
}

const hann = Float32Array.from({ length: size }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / size));

/** The light of a patch about its mean, fading to its sides. */
function lightOf(page: Rgba, { left, top }: Patch): Float32Array {
  const light = new Float32Array(size * size);
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    let from = ((top + row) * page.width + left) * 4;
    for (let at = row * size; at < (row + 1) * size; at += 1, from += 4) {
      const level = (page.data[from] ?? 0) * 0.3 + (page.data[from + 1] ?? 0) * 0.59 + (page.data[from + 2] ?? 0) * 0.11;
      light[at] = level;
      sum += level;
    }
  }
  const mean = sum / light.length;
  for (let at = 0; at < light.length; at += 1) light[at] = ((light[at] ?? 0) - mean) * (hann[at % size] ?? 0) * (hann[(at / size) | 0] ?? 0);
  return light;
}

function peaksOf(power: Float32Array): readonly Peak[] {
  const found: Peak[] = [];
  for (let down = 0; down <= half; down += 1) {
    for (let across = -half; across <= half; across += 1) {
      const own = at(power, across, down);
      if (own < faint || across * across + down * down < (size / longest) ** 2 || isBlock(across, down) || !isTop(power, across, down, own)) continue;
      found.push({ across, down, height: 10 * Math.log10(own / (rimOf(power, across, down) + faint)) });
    }
  }
  return found.sort((a, b) => b.height - a.height).slice(0, 6);
}

function isTop(power: Float32Array, across: number, down: number, own: number): boolean {
  for (let y = down - 1; y <= down + 1; y += 1) for (let x = across - 1; x <= across + 1; x += 1) if (at(power, x, y) > own) return false;
  return true;
}

/** The most power on the square around a wave, but for the wave's own mirror image. */
function rimOf(power: Float32Array, across: number, down: number): number {
  let most = 0;
  for (let y = down - away; y <= down + away; y += 1) {
    const step = Math.abs(y - down) === away ? 1 : 2 * away;
    for (let x = across - away; x <= across + away; x += step) if (!isNear(x + across) || !isNear(y + down)) most = Math.max(most, at(power, x, y));
  }
  return most;
}

/** Whether a step comes round to about where it began. */
function isNear(step: number): boolean {
  return Math.abs(wrapped(step)) < away - 1;
}

/** Whether a wave may come from the squares of 8 pixels that JPEG is made of. */
function isBlock(across: number, down: number): boolean {
  return across % (size / 8) === 0 && down % (size / 8) === 0;
}

function at(power: Float32Array, across: number, down: number): number {
  return power[((down + size) % size) * size + ((across + size) % size)] ?? 0;
}
