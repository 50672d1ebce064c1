import { describe, expect, it } from 'vitest';
import { findDocument, type Hint } from '../../../../renderer/capture/geometry/find-document.ts';
import { formats } from '../../../../renderer/capture/geometry/formats.ts';
import type { Quad } from '../../../../renderer/capture/pixels.ts';
import { letter, passport } from '../drawn/paper.ts';
import { desk, laid, type Desk } from '../drawn/scene.ts';

const identity: Hint = { formats: [formats.td3, formats.card, formats.td2], likely: [formats.td3] };
const paper: Hint = { formats: [formats.a4, formats.letter], likely: [formats.a4] };

/** The farthest that a found corner lies off, in pixels. */
function off(found: Quad | undefined, truth: Quad): number {
  return found === undefined ? Infinity : Math.max(...found.map(({ x, y }, index) => Math.hypot(x - (truth[index]?.x ?? 0), y - (truth[index]?.y ?? 0))));
}

const straight: Quad = [{ x: 180, y: 120 }, { x: 680, y: 120 }, { x: 680, y: 472 }, { x: 180, y: 472 }];
const askew: Quad = [{ x: 220, y: 96 }, { x: 700, y: 164 }, { x: 640, y: 520 }, { x: 160, y: 420 }];

describe('finding a document', () => {
  it.each<Desk>(['wood', 'cloth', 'dark'])('sees a data page on a desk of %s, straight and askew', (kind) => {
    const ground = desk(kind, 860, 600);
    for (const quad of [straight, askew]) expect(off(findDocument(laid(passport(4), ground, quad), identity)?.quad, quad)).toBeLessThan(6);
  });

  it('sees a white letter on a white desk', () => {
    const quad: Quad = [{ x: 120, y: 90 }, { x: 540, y: 96 }, { x: 536, y: 690 }, { x: 116, y: 684 }];
    expect(off(findDocument(laid(letter(2.2), desk('white', 660, 790), quad), paper)?.quad, quad)).toBeLessThan(12);
  });

  it('says which side the picture cuts, and goes on beyond it', () => {
    const quad: Quad = [{ x: -70, y: 120 }, { x: 430, y: 120 }, { x: 430, y: 472 }, { x: -70, y: 472 }];
    const found = findDocument(laid(passport(4), desk('dark', 860, 600), quad), identity);
    expect(found?.borders).toEqual([false, false, false, true]);
    expect(found?.quad[0].x).toBeLessThan(0);
  });

  it.each<Desk>(['wood', 'cloth', 'white', 'dark'])('finds no document on an empty desk of %s', (kind) => {
    const found = findDocument(desk(kind, 860, 600), identity);
    expect(found === null || found.fills).toBe(true);
  });
});
