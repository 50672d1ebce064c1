import { describe, expect, it } from 'vitest';
import { crispness } from '../../../../renderer/capture/camera/crispness.ts';
import { burntOut, eyesFor } from '../../../../renderer/capture/camera/eyes.ts';
import type { Grey, Quad, Rgba } from '../../../../renderer/capture/pixels.ts';

const side = 160;

/** Small squares of print, smeared `blur` times along x and `blurDown` times along y. */
function print(blur: number, blurDown = blur): Grey {
  const data = new Float32Array(side * side);
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) data[y * side + x] = (Math.floor(x / 7) + Math.floor(y / 9)) % 2 ? 40 : 210;
  const smear = (step: number) => { for (let at = data.length - step - 1; at >= step; at -= 1) data[at] = ((data[at - step] ?? 0) + (data[at] ?? 0) + (data[at + step] ?? 0)) / 3; };
  for (let turn = 0; turn < blur; turn += 1) smear(1);
  for (let turn = 0; turn < blurDown; turn += 1) smear(side);
  return { width: side, height: side, data: Uint8Array.from(data) };
}

describe('how crisp a piece is', () => {
  it('falls with every step of blur', () => {
    const scores = [0, 1, 3, 8].map((blur) => crispness(print(blur)));
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(scores[0]).toBeGreaterThan(80);
    expect(scores[3]).toBeLessThan(25);
  });

  it('falls when the hand moved one way only', () => {
    expect(crispness(print(16, 0))).toBeLessThan(25);
    expect(crispness(print(0, 16))).toBeLessThan(25);
  });

  it('says nothing good of a blank piece', () => {
    expect(crispness({ width: side, height: side, data: new Uint8Array(side * side).fill(200) })).toBe(0);
  });
});

function desk(paint: (x: number, y: number) => number): Rgba {
  const [width, height] = [320, 240];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.fill(paint(x, y), (y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width, height, data };
}

const card: Quad = [{ x: 60, y: 50 }, { x: 260, y: 50 }, { x: 260, y: 176 }, { x: 60, y: 176 }];
const onCard = (x: number, y: number) => x >= 60 && x < 260 && y >= 50 && y < 176;

describe('the eyes of the live meter', () => {
  it('find a card on a desk, and how many dots an inch it has', () => {
    const seen = eyesFor({ slot: 'identity', idType: 'drivers_license' }).find(desk((x, y) => (onCard(x, y) ? 205 : 50)));
    expect(seen?.quad[0].x).toBeCloseTo(60, -1);
    expect(seen?.dotsAnInch).toBeCloseTo((200 / 85.6) * 25.4, -1);
  });

  it('find nothing on an empty desk, and look for nothing where a face is wanted', () => {
    expect(eyesFor({ slot: 'identity', idType: 'passport' }).find(desk(() => 50))).toBeNull();
    expect(eyesFor({ slot: 'liveness_check', idType: 'passport' }).find(desk((x, y) => (onCard(x, y) ? 205 : 50)))).toBeNull();
  });

  it('count what a lamp burns out on the document and not beside it', () => {
    expect(burntOut(desk((x, y) => (onCard(x, y) ? 205 : 255)), card)).toBe(0);
    expect(burntOut(desk((x, y) => (x >= 60 && x < 160 && onCard(x, y) ? 255 : 205)), card)).toBeCloseTo(0.5, 1);
  });
});
