import type { Evidence } from '../evidence.ts';
import type { RefusalCause } from '../preflight.ts';
import { outOf100, percent } from './words.ts';

/**
 * One measure of a slot's pages, taken at the worst of them. `least` is the smallest difference that counts as better, `enough` from where on nothing
 * speaks against the page any more. `up` tells whether more is better.
 */
export type Measure = {
  readonly name: string; readonly of: (page: Evidence) => number; readonly up: boolean; readonly least: number; readonly enough: number;
  readonly words: (value: number) => string;
};

const whole = (value: number) => String(Math.round(value));
const sharpness: Measure = { name: 'sharpness', of: (page) => page.sharpness.score, up: true, least: 10, enough: 75, words: outOf100 };
const part: Measure = { name: 'sharpness of the least sharp part', of: (page) => page.sharpness.worst, up: true, least: 8, enough: 50, words: outOf100 };
const glare: Measure = { name: 'glare', of: (page) => page.glare.share, up: false, least: 0.01, enough: 0.002, words: percent };
const light: Measure = { name: 'light', of: (page) => page.exposure.mean, up: true, least: 12, enough: 120, words: (value) => `${whole(value)} of 255` };
const contrast: Measure = { name: 'contrast', of: (page) => page.contrast, up: true, least: 15, enough: 120, words: (value) => `${whole(value)} of 255` };
const cut: Measure = { name: 'corners and sides cut off', of: (page) => page.cut.corners.length + page.cut.sides.length, up: false, least: 1, enough: 0, words: whole };
const cover: Measure = { name: 'covered part', of: (page) => page.cover.share, up: false, least: 0.01, enough: 0.002, words: percent };
const copied: Measure = { name: 'signs of a screen or a copy', of: (page) => Math.max(page.screen, page.copy), up: false, least: 15, enough: 10, words: outOf100 };
const dots: Measure = { name: 'resolution', of: (page) => page.document?.dpi ?? 0, up: true, least: 25, enough: 300, words: (value) => `${whole(value)} dpi` };
const largest = (page: Evidence) => (page.faces ?? []).reduce((most, face) => Math.max(most, face.share), 0);
const faceSize: Measure = { name: 'height of the face', of: largest, up: true, least: 0.05, enough: 0.5, words: percent };
const faceSharp: Measure = { name: 'sharpness of the face', of: (page) => (page.faces ?? []).reduce((least, face) => Math.min(least, face.sharpness), 100), up: true, least: 8, enough: 70, words: outOf100 };
const faceCount: Measure = { name: 'faces besides the one', of: (page) => Math.abs((page.faces ?? []).length - 1), up: false, least: 1, enough: 0, words: whole };

/** Which measures stand behind a cause, the most telling first; none for causes that lie in what the document says, not in its picture. */
export const measuresFor: Readonly<Record<RefusalCause, readonly Measure[]>> = {
  blur: [sharpness, part, dots], glare: [glare], dark: [light, contrast], crop: [cut], covered: [cover], copy: [copied], face: [faceCount, faceSize, faceSharp],
  'wrong-type': [], 'wrong-country': [], expired: [], name: [], birth: [], number: [], back: [], address: [], unknown: [],
};

/** Every measure of a picture, for refusals whose cause can't be told. */
export const everyMeasure: readonly Measure[] = [sharpness, part, glare, light, contrast, cut, cover, copied, dots];

/** The worst value among pages. */
export function worstOf(measure: Measure, pages: readonly Evidence[]): number {
  const values = pages.map(measure.of);
  return measure.up ? Math.min(...values) : Math.max(...values);
}

/** Whether the measure spoke against the pages at all. */
export function isWeak(measure: Measure, value: number): boolean {
  return measure.up ? value < measure.enough : value > measure.enough;
}

/** The value from which on the new pages count as better than the old. */
export function needed(measure: Measure, before: number): number {
  return measure.up ? Math.min(before + measure.least, measure.enough) : Math.max(before - measure.least, measure.enough);
}

/** Whether the new value is better by enough to be no chance. */
export function isBetter(measure: Measure, before: number, now: number): boolean {
  const goal = needed(measure, before);
  return isWeak(measure, before) && (measure.up ? now >= goal : now <= goal);
}

/** Whether the new value is worse by more than chance. */
export function isWorse(measure: Measure, before: number, now: number): boolean {
  return isWeak(measure, now) && (measure.up ? now <= before - measure.least : now >= before + measure.least);
}
