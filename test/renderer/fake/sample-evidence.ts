import type { Evidence, Spot } from '../../../preload/contract/evidence.ts';

/** An upright box as fractions of a picture. */
export function box(left: number, top: number, right: number, bottom: number): [Spot, Spot, Spot, Spot] {
  return [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
}

/** A good photo of Thea Ines Marlowe’s passport page, issued in Kenya. */
export const goodEvidence: Evidence = {
  version: 1, width: 4032, height: 3024, shown: 'passport', document: { area: box(0.1, 0.1, 0.9, 0.9), dpi: 342 }, sharpness: { score: 86, worst: 74, areas: [] },
  glare: { share: 0.002, areas: [] }, exposure: { mean: 168, dark: 0.01, bright: 0.05 }, contrast: 150, cut: { corners: [], sides: [] }, cover: { share: 0, areas: [] },
  screen: 4, copy: 6,
  zone: {
    state: 'read', area: box(0.12, 0.74, 0.88, 0.88), corrected: 0, certain: true,
    lines: ['P<KENMARLOWE<<THEA<INES<<<<<<<<<<<<<<<<<<<<<', 'T41X882058KEN9103144F3108228<<<<<<<<<<<<<<<8'],
  },
  barcode: null, faces: null, took: 640,
};

/** The same page with a lamp in it. */
export const glaringEvidence: Evidence = { ...goodEvidence, glare: { share: 0.064, areas: [box(0.4, 0.45, 0.6, 0.56)] } };

/** A letter, whole and sharp. */
export const letterEvidence: Evidence = { ...goodEvidence, shown: 'page', zone: { state: 'none', area: null, lines: [], corrected: 0, certain: true } };
