import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Area, Evidence } from '../../../preload/contract/evidence.ts';

type Place = NonNullable<CaptureEdit['corners']>;

const within = (value: number, least: number, most: number) => (Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least);
const share = (value: number) => within(value, 0, 1);
const score = (value: number) => within(value, 0, 100);

function place([a, b, c, d]: Area): Place {
  const spot = ({ x, y }: Area[number]) => ({ x: within(x, -0.5, 1.5), y: within(y, -0.5, 1.5) });
  return [spot(a), spot(b), spot(c), spot(d)];
}
const places = (areas: readonly Area[]) => areas.slice(0, 8).map(place);

/** Evidence with every number and place inside what its schema allows: a measure that ran over must not cost the whole page. */
export function fitting(evidence: Evidence): Evidence {
  const { document, sharpness, glare, exposure, cut, cover, zone, barcode, faces } = evidence;
  return {
    ...evidence,
    document: document && { area: place(document.area), dpi: document.dpi === null ? null : within(document.dpi, 0, 100_000) },
    sharpness: { score: score(sharpness.score), worst: score(sharpness.worst), areas: places(sharpness.areas) },
    glare: { share: share(glare.share), areas: places(glare.areas) },
    exposure: { mean: within(exposure.mean, 0, 255), dark: share(exposure.dark), bright: share(exposure.bright) },
    contrast: within(evidence.contrast, 0, 255),
    cut: { corners: cut.corners.slice(0, 4), sides: cut.sides.slice(0, 4) },
    cover: { share: share(cover.share), areas: places(cover.areas) },
    screen: score(evidence.screen), copy: score(evidence.copy),
    zone: { ...zone, area: zone.area && place(zone.area), lines: zone.lines.slice(0, 3) },
    barcode: barcode && { area: barcode.area && place(barcode.area), text: barcode.text.slice(0, 4000) },
    faces: faces && faces.slice(0, 10).map((face) => ({ area: place(face.area), share: share(face.share), sharpness: score(face.sharpness), confidence: share(face.confidence) })),
    took: within(evidence.took, 0, 600_000),
  };
}
