import { describe, expect, it, vi } from 'vitest';
import { evidenceSchema, type Evidence } from '../../../../preload/contract/evidence.ts';
import type { Quad, Rgba } from '../../../../renderer/capture/pixels.ts';
import { readCodes, type Closer } from '../../../../renderer/capture/preflight/codes.ts';
import { uprightTurn } from '../../../../renderer/capture/preflight/direction.ts';
import { fitting } from '../../../../renderer/capture/preflight/fitting.ts';
import type { Found, Measures } from '../../../../renderer/capture/preflight/measures.ts';
import { turnedQuad, unflattened } from '../../../../renderer/capture/preflight/places.ts';
import type { Wanted } from '../../../../renderer/capture/preflight/port.ts';
import { zoneEvidence } from '../../../../renderer/capture/preflight/seek-zone.ts';

const blank = (width: number, height: number): Rgba => ({ width, height, data: new Uint8ClampedArray(width * height * 4) });
const box = (left: number, top: number, right: number, bottom: number): Quad => [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
const found: Found = { quad: box(10, 10, 90, 60), confidence: 0.9, borders: [false, false, false, false], fills: false };
const zone = { state: 'read', format: 'TD3', lines: ['A', 'B'], quad: box(10, 40, 90, 60), turn: 0, corrected: [3], confidence: 0.99, certain: true } as const;

const measures = (change: Partial<Measures> = {}): Measures => ({
  findDocument: () => found, readZone: () => null, readBarcode: async () => null, findFaces: () => [], cutOut: (picture) => picture, levelLight: (picture) => picture,
  measurePage: () => { throw new Error('Not asked for here.'); }, ...change,
});
const closer: Closer = { flat: () => ({ picture: blank(160, 100), quad: found.quad }), larger: () => blank(200, 140) };
const licenceBack: Wanted = { slot: 'identity_back', idType: 'drivers_license' };
const passport: Wanted = { slot: 'identity', idType: 'passport' };

describe('what machines can read on a page', () => {
  it('is the zone of the working copy, where that is certain', async () => {
    const readZone = vi.fn<Measures['readZone']>(() => zone);
    expect(await readCodes(blank(100, 70), passport, measures({ readZone }), closer)).toEqual({ zone, barcode: null });
    expect(readZone).toHaveBeenCalledTimes(1);
  });

  it('is the zone of the document laid out flat, where that is more, with its place on the page', async () => {
    const readZone = vi.fn<Measures['readZone']>(({ width }) => (width === 160 ? { ...zone, quad: box(0, 60, 160, 100) } : { state: 'unreadable', quad: zone.quad, turn: 0 }));
    const { zone: read } = await readCodes(blank(100, 70), passport, measures({ readZone }), closer);
    expect(read).toMatchObject({ state: 'read', certain: true });
    expect(read?.quad[0].x).toBeCloseTo(10);
    expect(read?.quad[0].y).toBeCloseTo(40);
    expect(read?.quad[2]).toEqual({ x: expect.closeTo(90) as number, y: expect.closeTo(60) as number });
  });

  it('is the barcode on a licence’s back, and then no zone is sought', async () => {
    const readZone = vi.fn<Measures['readZone']>(() => zone);
    const readBarcode: Measures['readBarcode'] = async ({ width }) => (width === 160 ? { text: '@ANSI', quad: box(0, 0, 160, 50) } : null);
    const read = await readCodes(blank(100, 70), licenceBack, measures({ readZone, readBarcode }), closer);
    expect(read).toMatchObject({ zone: null, barcode: { text: '@ANSI' } });
    expect(read.barcode?.quad[2].x).toBeCloseTo(90);
    expect(readZone).not.toHaveBeenCalled();
  });

  it('is the barcode of the whole page, where no card was surely found', async () => {
    const readBarcode: Measures['readBarcode'] = async ({ width }) => (width === 200 ? { text: '@ANSI', quad: box(100, 70, 200, 140) } : null);
    const unsure = measures({ readBarcode, findDocument: () => ({ ...found, confidence: 0.6 }) });
    expect((await readCodes(blank(100, 70), licenceBack, unsure, closer)).barcode?.quad).toEqual(box(50, 35, 100, 70));
    expect((await readCodes(blank(100, 70), licenceBack, measures({ readBarcode }), closer)).barcode).toBe(null);
  });

  it('tells a passport that was put in the place of a letter or a portrait', async () => {
    for (const slot of ['proof_of_address', 'liveness_check'] as const) {
      expect(await readCodes(blank(100, 70), { slot, idType: 'passport' }, measures({ readZone: () => zone }), closer)).toEqual({ zone, barcode: null });
    }
  });
});

describe('which way is up', () => {
  const turn = (codes: Parameters<typeof uprightTurn>[2], change: Partial<Measures> = {}, wanted = passport) => uprightTurn(blank(100, 70), wanted, codes, measures(change));

  it('is told by the zone, then by the barcode', () => {
    expect(turn({ zone: { ...zone, turn: 270 }, barcode: null })).toBe(270);
    const [a, b, c, d] = box(0, 0, 100, 30);
    expect([[a, b, c, d], [b, c, d, a], [c, d, a, b], [d, a, b, c]].map((quad) => turn({ zone: null, barcode: { text: '', quad: quad as unknown as Quad } }))).toEqual([0, 270, 180, 90]);
  });

  it('is told by a face otherwise, and stays as it is without one', () => {
    const lying: Measures['findFaces'] = ({ width, height }) => (width < height ? [{ quad: box(0, 0, 9, 9), confidence: 0.9 }] : []);
    expect(turn({ zone: null, barcode: null }, { findFaces: lying })).toBe(90);
    expect(turn({ zone: null, barcode: null })).toBe(0);
    expect(turn({ zone: null, barcode: null }, { findFaces: lying }, { slot: 'proof_of_address', idType: 'passport' })).toBe(0);
  });
});

describe('places', () => {
  it('turn with the page', () => {
    const quad = box(10, 20, 30, 25);
    expect(turnedQuad(quad, { width: 100, height: 50 }, 90)[0]).toEqual({ x: 30, y: 10 });
    expect(turnedQuad(quad, { width: 100, height: 50 }, 180)[0]).toEqual({ x: 90, y: 30 });
    expect(turnedQuad(quad, { width: 100, height: 50 }, 270)[0]).toEqual({ x: 20, y: 90 });
    expect(zoneEvidence({ ...zone, turn: 90 }, blank(100, 70), 90).area?.[0]).toEqual({ x: 30 / 70, y: 0.1 });
  });

  it('come back from what was laid out flat', () => {
    expect(unflattened(box(0, 0, 10, 10), box(50, 50, 70, 60), { width: 10, height: 10 })[2]).toEqual({ x: expect.closeTo(70) as number, y: expect.closeTo(60) as number });
  });
});

describe('evidence', () => {
  const area = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }] as const;
  const wild: Evidence = {
    version: 1, width: 100, height: 70, shown: 'card', document: { area: [{ x: -9, y: 0 }, { x: 9, y: 0 }, { x: Number.NaN, y: 1 }, { x: 0, y: 7 }], dpi: Number.NaN },
    sharpness: { score: 140, worst: -3, areas: Array.from({ length: 20 }, () => [...area]) }, glare: { share: 1.2, areas: [] }, exposure: { mean: 300, dark: -1, bright: 2 }, contrast: 999,
    cut: { corners: [0, 1, 2, 3], sides: ['top'] }, cover: { share: Number.POSITIVE_INFINITY, areas: [] }, screen: 101, copy: -1,
    zone: { state: 'read', area: [...area], lines: ['A', 'B'], corrected: 0, certain: true }, barcode: { area: null, text: 'x'.repeat(9_000) },
    faces: Array.from({ length: 12 }, () => ({ area: [...area], share: 3, sharpness: -1, confidence: 2 })), took: -1,
  };

  it('is brought inside what its schema allows, whatever a measure made of it', () => {
    expect(evidenceSchema.safeParse(wild).success).toBe(false);
    expect(evidenceSchema.safeParse(fitting(wild)).success).toBe(true);
  });

  it('stays as it is where it fits', () => {
    const good = fitting(wild);
    expect(fitting(good)).toEqual(good);
  });
});
