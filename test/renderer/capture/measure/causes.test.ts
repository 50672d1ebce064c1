import { describe, expect, it } from 'vitest';
import { formats } from '../../../../renderer/capture/geometry/formats.ts';
import { wholeQuad } from '../../../../renderer/capture/geometry/quad.ts';
import { blobsOf, thickened, thinned, type Mask } from '../../../../renderer/capture/measure/blobs.ts';
import { dotsPerInch, formatOf, layFlat } from '../../../../renderer/capture/measure/flat.ts';
import { glareOf } from '../../../../renderer/capture/measure/glare.ts';
import { plainOf } from '../../../../renderer/capture/measure/plain.ts';
import { sharpnessOf } from '../../../../renderer/capture/measure/sharpness.ts';
import type { Rgba } from '../../../../renderer/capture/pixels.ts';
import { letter, numbers, passport, plain } from '../drawn/paper.ts';

const page = passport(8);
const flat = (picture: Rgba) => layFlat(picture, wholeQuad(picture.width, picture.height), [formats.td3]);

/** The mean over a line of pixels along a direction: a moved camera, or, done both ways, one out of focus. */
function smeared({ width, height, data }: Rgba, along: 'across' | 'down', pixels: number): Rgba {
  const out = data.slice();
  const step = along === 'across' ? 4 : width * 4;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [place, length] = along === 'across' ? [x, width] : [y, height];
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (y * width + x) * 4 + channel;
        let sum = 0;
        for (let off = -pixels; off <= pixels; off += 1) sum += data[at + (Math.max(0, Math.min(length - 1, place + off)) - place) * step] ?? 0;
        out[at] = sum / (2 * pixels + 1);
      }
    }
  }
  return { width, height, data: out };
}

const changed = ({ width, height, data }: Rgba, change: (level: number, at: number) => number): Rgba => ({ width, height, data: Uint8ClampedArray.from(data, (level, at) => (at % 4 === 3 ? 255 : change(level, at))) });

describe('sharpness', () => {
  const sharp = sharpnessOf(flat(page));

  it('falls with every bit of blur', () => {
    const scores = [1, 2, 3, 5].map((pixels) => sharpnessOf(flat(smeared(smeared(page, 'across', pixels), 'down', pixels))).score);
    expect([sharp.score, ...scores]).toEqual([sharp.score, ...scores].toSorted((a, b) => b - a));
    expect(sharp.score).toBeGreaterThan(90);
    expect(scores.at(-1)).toBeLessThan(20);
  });

  it.each(['across', 'down'] as const)('falls when the camera moved %s only', (along) => {
    expect(sharpnessOf(flat(smeared(page, along, 6))).score).toBeLessThan(45);
  });

  it('stays with noise, dim light and half the pixels', () => {
    const next = numbers(5);
    expect(sharpnessOf(flat(changed(page, (level) => level + (next() - 0.5) * 16))).score).toBeGreaterThan(80);
    expect(sharpnessOf(flat(changed(page, (level) => level * 0.4))).score).toBeGreaterThan(80);
    expect(sharpnessOf(flat(passport(5))).score).toBeGreaterThan(75);
  });

  it('finds the one part that is blurred, though the rest is sharp', () => {
    const soft = smeared(smeared(page, 'across', 5), 'down', 5);
    const half = changed(page, (level, at) => ((at >> 2) % page.width > page.width * 0.6 ? (soft.data[at] ?? 0) : level));
    const { score, worst, areas } = sharpnessOf(flat(half));
    expect(worst).toBeLessThan(score - 40);
    expect(areas.every(([corner]) => corner.x > 0.5)).toBe(true);
  });

  it('counts nothing where nothing is printed', () => {
    expect(sharpnessOf(flat(plain(800, 560, [220, 221, 224])))).toEqual({ score: 0, worst: 0, areas: [], printed: 0, fine: 0 });
  });

  it('knows a letter’s fine print from a data page’s', () => {
    const { fine } = sharpnessOf(layFlat(letter(5), wholeQuad(1_050, 1_485), [formats.a4]));
    expect(fine).toBeGreaterThan(sharp.fine * 1.5);
  });
});

describe('glare', () => {
  const lamp = (reach: number) => changed(page, (level, at) => {
    const [x, y] = [(at >> 2) % page.width, Math.floor((at >> 2) / page.width)];
    return level + 300 * Math.max(0, 1.4 - Math.hypot((x - 600) / reach, (y - 300) / (reach * 0.6)));
  });

  it('grows with the lamp’s picture', () => {
    const shares = [0, 60, 120, 200].map((reach) => (reach === 0 ? glareOf(flat(page)) : glareOf(flat(lamp(reach)))).share);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.08);
  });

  it('is told where it lies', () => {
    const [area] = glareOf(flat(lamp(120))).areas;
    expect(area?.[0].x).toBeLessThan(600 / page.width);
    expect(area?.[2].x).toBeGreaterThan(600 / page.width);
  });

  it('isn’t white paper', () => {
    expect(glareOf(flat(letter(4, [255, 255, 255]))).share).toBe(0);
  });
});

describe('plainness', () => {
  it('is all there where every colour is gone, under a warm lamp too', () => {
    const warm = [1, 0.92, 0.78, 1];
    const grey = changed(page, (_, at) => (((page.data[at - (at % 4)] ?? 0) * 77 + (page.data[at - (at % 4) + 1] ?? 0) * 150 + (page.data[at - (at % 4) + 2] ?? 0) * 29) >> 8) * (warm[at % 4] ?? 1));
    expect(plainOf(flat(grey))).toBe(100);
  });

  it('is none where a photo has its colours', () => {
    expect(plainOf(flat(page))).toBe(0);
  });
});

describe('a format', () => {
  it('is known by its shape, and gives the dots an inch', () => {
    const quad = wholeQuad(856, 540);
    expect(formatOf(quad, [formats.card])).toBe(formats.card);
    expect(dotsPerInch(quad, formats.card)).toBeCloseTo(254, 0);
    expect(formatOf(wholeQuad(400, 100), [formats.card])).toBeNull();
  });

  it('lies either way up', () => {
    expect(dotsPerInch(wholeQuad(540, 856), formats.card)).toBeCloseTo(254, 0);
    expect(formatOf(wholeQuad(2_970, 2_100), [formats.a4])).toBe(formats.a4);
  });
});

describe('the parts of a mask', () => {
  const mask = (...rows: string[]): Mask => ({ width: rows[0]?.length ?? 0, height: rows.length, data: Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0)) });
  const drawn = ({ width, data }: Mask) => Array.from({ length: data.length / width }, (_, row) => Array.from(data.slice(row * width, (row + 1) * width), (cell) => (cell ? '#' : '.')).join(''));

  it('are what touches, largest first', () => {
    const { blobs } = blobsOf(mask('##...', '.#..#', '.....', '#....'));
    expect(blobs.map(({ cells, left, top, right, bottom }) => [cells, left, top, right, bottom])).toEqual([[3, 0, 0, 2, 2], [1, 4, 1, 5, 2], [1, 0, 3, 1, 4]]);
  });

  it('lose what is thin, and get back what isn’t', () => {
    const square = mask('......', '.####.', '.####.', '.####.', '......', '######');
    expect(drawn(thinned(square, 1))).toEqual(['......', '......', '..##..', '......', '......', '......']);
    expect(drawn(thickened(thinned(square, 1), 1))).toEqual(['......', '.####.', '.####.', '.####.', '......', '......']);
  });
});
