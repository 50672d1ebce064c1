import { describe, expect, it } from 'vitest';
import { findDocument, type Hint } from '../../../../renderer/capture/geometry/find-document.ts';
import { formats } from '../../../../renderer/capture/geometry/formats.ts';
import type { Point, Quad, Rgba } from '../../../../renderer/capture/pixels.ts';
import { letter, passport } from '../drawn/paper.ts';
import { desk, laid, type Desk } from '../drawn/scene.ts';

const [width, height] = [640, 480];
const page = passport(4);
const sheet = letter(2);
const forCard: Hint = { formats: [formats.td3, formats.card], likely: [formats.td3] };
const forPage: Hint = { formats: [formats.a4, formats.letter], likely: [formats.a4] };

/** A place for a document of a size, turned, and seen a little from below. */
function lying(wide: number, high: number, degrees: number, at: Point = { x: width / 2, y: height / 2 }): Quad {
  const turn = (degrees * Math.PI) / 180;
  const corner = (x: number, y: number, near: number): Point => ({ x: at.x + (x * Math.cos(turn) - y * Math.sin(turn)) * near, y: at.y + (x * Math.sin(turn) + y * Math.cos(turn)) * near });
  return [corner(-wide / 2, -high / 2, 0.97), corner(wide / 2, -high / 2, 0.97), corner(wide / 2, high / 2, 1.03), corner(-wide / 2, high / 2, 1.03)];
}

function farOff(found: Quad, meant: Quad): number {
  return Math.max(...meant.map((corner) => Math.min(...found.map(({ x, y }) => Math.hypot(x - corner.x, y - corner.y)))));
}

const look = (scene: Rgba, hint: Hint) => findDocument(scene, hint);

describe('a document', () => {
  it.each<[Desk, number]>([['wood', 4], ['cloth', 31], ['dark', -78], ['dark', 180]])('is found on %s, turned by %i degrees, to a pixel', (kind, degrees) => {
    const meant = lying(400, 281, degrees);
    const found = look(laid(page, desk(kind, width, height), meant), forCard);
    expect(farOff(found?.quad ?? lying(1, 1, 0), meant)).toBeLessThan(1.5);
    expect(found).toMatchObject({ borders: [false, false, false, false], fills: false });
    expect(found?.confidence).toBeGreaterThan(0.7);
  });

  it('is found as a white letter on a white desk', () => {
    const meant = lying(290, 410, 3);
    expect(farOff(look(laid(sheet, desk('white', width, height), meant), forPage)?.quad ?? lying(1, 1, 0), meant)).toBeLessThan(5);
  });

  it('that the picture cuts reaches beyond it, as far as its shape tells', () => {
    const meant = lying(400, 281, 2, { x: 170, y: 240 });
    const found = look(laid(page, desk('dark', width, height), meant), forCard);
    expect(found?.borders).toEqual([false, false, false, true]);
    expect(found?.quad[0].x).toBeLessThan(-15);
    expect(farOff(found?.quad ?? lying(1, 1, 0), meant)).toBeLessThan(20);
  });

  it('keeps its outer edge, not that of its photo or zone', () => {
    const meant = lying(500, 352, -6);
    expect(farOff(look(laid(page, desk('wood', width, height, 5), meant), forCard)?.quad ?? lying(1, 1, 0), meant)).toBeLessThan(1.5);
  });

  it('is the whole picture where a page fills it', () => {
    expect(look(letter(2), forPage)).toMatchObject({ fills: true, quad: [{ x: 0, y: 0 }, { x: 420, y: 0 }, { x: 420, y: 594 }, { x: 0, y: 594 }] });
  });

  it.each<Desk>(['wood', 'cloth', 'dark'])('is not found on an empty desk of %s', (kind) => {
    expect(look(desk(kind, width, height, 3), forCard)).toBeNull();
  });

  it('comes out the same every time', () => {
    const scene = laid(page, desk('cloth', width, height), lying(380, 267, 12));
    expect(look(scene, forCard)).toEqual(look(scene, forCard));
  });
});
