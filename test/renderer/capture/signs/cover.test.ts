import { expect, test } from 'vitest';
import { coverOf } from '../../../../renderer/capture/signs/cover.ts';
import { identity, paper, shoot, type Ink } from './sheets.ts';

/** A finger of a width that comes in from the right, as far as `tip` mm from the left. */
const finger = (wide: number, tip: number) => (x: number, y: number): Ink | null => {
  const off = Math.abs(y - 27) / (wide / 2);
  if (off > 1 || x < tip + 5 * off * off) return null;
  const shade = 1 - 0.4 * off * off;
  return [206 * shade, 152 * shade, 120 * shade];
};
/** A coin, and its shadow on the paper. */
const coin = (reach: number) => (x: number, y: number): Ink | null => {
  const away = Math.hypot(x - 55, y - 27) - reach;
  if (away < 0) return [150, 118, 60];
  const shade = 0.6 + 0.13 * away;
  return away < 3 ? [paper[0] * shade, paper[1] * shade, paper[2] * shade] : null;
};

const coverWith = (over?: (x: number, y: number) => Ink | null, print = identity, light?: (ink: Ink, x: number, y: number) => Ink) => {
  const { page, flat } = shoot(print, { ...(over ? { over } : {}), ...(light ? { light } : {}) });
  return coverOf(page, flat);
};

test('sees nothing over a free document', () => {
  expect(coverWith()).toEqual({ share: 0, areas: [] });
});

test('sees a finger that comes in over the border, the more the farther it reaches', () => {
  const shares = [74, 66, 56].map((tip) => coverWith(finger(16, tip)).share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0.01);
  expect(shares[2]).toBeCloseTo((16 * 28) / (85 * 53.75), 1);
});

test('tells where the finger is', () => {
  const [area] = coverWith(finger(16, 60)).areas;
  expect(area?.[0].x).toBeCloseTo((60 + 60 * 8) / 800, 1);
  expect(area?.[0].y).toBeCloseTo((60 + 19 * 8) / 550, 1);
});

test('sees a coin that lies on the document, the more the larger it is', () => {
  const shares = [8, 11, 14].map((reach) => coverWith(coin(reach)).share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0.03);
});

test('takes a shadow for no thing', () => {
  const shadow = ([red, green, blue]: Ink, x: number): Ink => (x > 420 ? [red * 0.72, green * 0.72, blue * 0.72] : [red, green, blue]);
  expect(coverWith(undefined, identity, shadow).share).toBe(0);
});

test('takes printed stripes and boxes for parts of the document', () => {
  const dark: Ink = [34, 40, 60];
  const striped = (x: number, y: number): Ink | null => (y > 4 && y < 12 ? dark : identity(x, y));
  const titled = (x: number, y: number): Ink | null => (x > 34 && x < 80 && y > 3 && y < 10 ? dark : identity(x, y));
  expect(coverWith(undefined, striped).share).toBe(0);
  expect(coverWith(undefined, titled).share).toBe(0);
});
