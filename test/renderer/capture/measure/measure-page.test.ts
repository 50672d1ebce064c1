import { describe, expect, it } from 'vitest';
import type { Found } from '../../../../renderer/capture/geometry/find-document.ts';
import { measurePage } from '../../../../renderer/capture/measure/measure-page.ts';
import type { Quad } from '../../../../renderer/capture/pixels.ts';
import { isPrint, painted, type Ink } from './scene.ts';

const [width, height] = [1_200, 900];
// A card of 85.6 × 54 mm, 856 pixels wide: 254 dots an inch.
const quad: Quad = [{ x: 150, y: 150 }, { x: 1_006, y: 150 }, { x: 1_006, y: 690 }, { x: 150, y: 690 }];
const found: Found = { quad, confidence: 0.95, borders: [false, false, false, false], fills: false };
const wanted = { slot: 'identity', idType: 'drivers_license' } as const;
const card = (x: number, y: number): Ink => (isPrint(x, y) ? [40, 40, 60] : [205, 210, 215]);
const desk = (paint: (x: number, y: number) => Ink) => painted(width, height, (x, y) => (x >= 150 && x < 1_006 && y >= 150 && y < 690 ? paint(x, y) : 60));

describe('what is measured on a page', () => {
  it('says what lies there, where, and with how many dots an inch', () => {
    const page = measurePage(desk(card), found, wanted, null);
    expect(page.shown).toBe('card');
    expect(page.document?.dpi).toBeCloseTo(254, 0);
    expect(page.document?.area[0].x).toBeCloseTo(150 / width);
    expect(page.cut).toEqual({ corners: [], sides: [] });
  });

  it('finds good print sharp, well lit and without glare', () => {
    const { sharpness, exposure, contrast, glare } = measurePage(desk(card), found, wanted, null);
    expect(sharpness.score).toBeGreaterThan(60);
    expect(exposure.mean).toBeGreaterThan(120);
    expect(contrast).toBeGreaterThan(100);
    expect(glare).toEqual({ share: 0, areas: [] });
  });

  it('finds a lamp on it, and says where', () => {
    const lamp = (x: number, y: number): Ink => (Math.hypot(x - 700, y - 400) < 90 ? 255 : card(x, y));
    const { share, areas } = measurePage(desk(lamp), found, wanted, null).glare;
    expect(share).toBeCloseTo((Math.PI * 90 * 90) / (856 * 540), 1);
    expect((areas[0]?.[0].x ?? 0) * width).toBeCloseTo(610, -1);
  });

  it('takes white paper for paper and not for glare', () => {
    const letter = (x: number, y: number): Ink => (isPrint(x, y) ? 30 : 255);
    expect(measurePage(desk(letter), found, { ...wanted, slot: 'proof_of_address' }, null).glare.share).toBe(0);
  });

  it('says which corners lie outside and which side the picture cuts', () => {
    const off: Found = { ...found, quad: [{ x: -60, y: 150 }, { x: 796, y: 150 }, { x: 796, y: 690 }, { x: -60, y: 690 }], borders: [false, false, false, true] };
    expect(measurePage(desk(card), off, wanted, null).cut).toEqual({ corners: [0, 3], sides: ['left'] });
  });

  it('cuts nothing off a scan that is the document from edge to edge', () => {
    const whole: Found = { ...found, quad: [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }], fills: true };
    expect(measurePage(painted(width, height, card), whole, wanted, null).cut).toEqual({ corners: [], sides: [] });
  });

  it('calls a blank page nothing', () => {
    expect(measurePage(desk(() => 205), found, wanted, null)).toMatchObject({ shown: 'nothing', sharpness: { score: 0 } });
  });

  it('is not clear about what has no edge, and takes the dots an inch from nowhere', () => {
    expect(measurePage(painted(width, height, card), null, wanted, 300)).toMatchObject({ shown: 'unclear', document: null });
  });

  it('finds the dark dark and the faint faint', () => {
    const darker = measurePage(desk((x, y) => (isPrint(x, y) ? 5 : 30)), found, wanted, null);
    expect(darker.exposure.mean).toBeLessThan(60);
    expect(measurePage(desk((x, y) => (isPrint(x, y) ? 150 : 180)), found, wanted, null).contrast).toBeLessThan(60);
  });
});
