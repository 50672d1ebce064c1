import type { Rgba } from '../../../../renderer/capture/pixels.ts';

/** A colour. */
export type Colour = readonly [number, number, number];

/** Whole numbers that the same seed repeats (an own small generator: tests must not change with a library). */
export function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
}

/** A picture of one colour. */
export function plain(width: number, height: number, [red, green, blue]: Colour): Rgba {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, 255], at);
  return { width, height, data };
}

/** Paints a rectangle onto a picture, in its pixels. */
export function box(picture: Rgba, left: number, top: number, width: number, height: number, [red, green, blue]: Colour): void {
  for (let y = Math.max(0, Math.round(top)); y < Math.min(picture.height, Math.round(top + height)); y += 1) {
    for (let x = Math.max(0, Math.round(left)); x < Math.min(picture.width, Math.round(left + width)); x += 1) picture.data.set([red, green, blue, 255], (y * picture.width + x) * 4);
  }
}

/** Writes a row of made-up letters of some height: upright and level strokes with gaps, as text has. */
export function row(picture: Rgba, left: number, top: number, width: number, high: number, ink: Colour, next: () => number): void {
  const thick = Math.max(1, high * 0.15);
  for (let x = left; x + high * 0.65 < left + width; x += high * 0.85) {
    if (next() < 0.12) continue;
    box(picture, x, top, thick, high, ink);
    if (next() < 0.7) box(picture, x + high * 0.5, top, thick, high, ink);
    if (next() < 0.6) box(picture, x, top, high * 0.6, thick, ink);
    if (next() < 0.6) box(picture, x, top + (high - thick) * (next() < 0.5 ? 0.5 : 1), high * 0.6, thick, ink);
  }
}

const ink: Colour = [30, 30, 36];

/** A flat data page, 125 by 88 mm: tinted paper, a photo box, fields, and two rows of the zone. */
export function passport(dotsPerMm: number, paper: Colour = [226, 230, 236]): Rgba {
  const next = numbers(7);
  const page = plain(Math.round(125 * dotsPerMm), Math.round(88 * dotsPerMm), paper);
  const mm = (value: number) => value * dotsPerMm;
  for (let y = 2; y < 64; y += 2.4) box(page, 0, mm(y), page.width, Math.max(1, mm(0.15)), [paper[0] - 22, paper[1] - 18, paper[2] - 8]);
  box(page, mm(5), mm(20), mm(35), mm(43), [168, 176, 190]);
  box(page, mm(15), mm(28), mm(15), mm(20), [196, 150, 126]);
  box(page, mm(10), mm(50), mm(25), mm(13), [60, 70, 96]);
  row(page, mm(6), mm(6), mm(70), mm(4), [58, 74, 92], next);
  for (let y = 20; y < 62; y += 7.8) row(page, mm(45), mm(y), mm(30 + 35 * next()), mm(2.6), ink, next);
  for (const y of [72, 78.4]) row(page, mm(6.4), mm(y), mm(112), mm(2.6), ink, next);
  return page;
}

/** A flat letter, 210 by 297 mm: a head, an address, rows of text. */
export function letter(dotsPerMm: number, paper: Colour = [252, 251, 247]): Rgba {
  const next = numbers(11);
  const page = plain(Math.round(210 * dotsPerMm), Math.round(297 * dotsPerMm), paper);
  const mm = (value: number) => value * dotsPerMm;
  box(page, mm(25), mm(20), mm(16), mm(16), [29, 63, 116]);
  row(page, mm(46), mm(23), mm(90), mm(6), [29, 63, 116], next);
  box(page, mm(25), mm(41), mm(160), Math.max(1, mm(0.5)), [29, 63, 116]);
  for (let y = 60; y < 84; y += 5.6) row(page, mm(25), mm(y), mm(45 + 20 * next()), mm(3), ink, next);
  for (let y = 112; y < 230; y += 5.7) row(page, mm(25), mm(y), mm(y % 30 < 6 ? 60 : 160), mm(2.8), ink, next);
  return page;
}
