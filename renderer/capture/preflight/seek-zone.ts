import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { ZoneEvidence } from '../../../preload/contract/evidence.ts';
import { greyOf } from '../decode/sheet.ts';
import { areaFrom } from '../geometry/quad.ts';
import type { ZoneReading } from '../mrz/read-zone.ts';
import type { Rgba } from '../pixels.ts';
import type { Flattened } from './flatten.ts';
import type { Found, Measures } from './measures.ts';
import { turnedQuad, unflattened } from './places.ts';
import type { Wanted } from './port.ts';

/** Reads the zone of a picture as it is. */
export function readZoneOnce(picture: Rgba, { readZone }: Pick<Measures, 'readZone'>): ZoneReading | null {
  return readZone(greyOf(picture));
}

/** Reads the zone of a page: in the whole picture and, when that isn't certain, in the found document laid out flat by `flat`, where it is larger and level. */
export function seekZone(picture: Rgba, wanted: Wanted, { readZone, findDocument }: Measures, flat: (found: Found) => Flattened): ZoneReading | null {
  const first = readZone(greyOf(picture));
  if (first?.state === 'read' && first.certain) return first;
  const found = findDocument(picture, wanted);
  if (!found) return first;
  const cut = flat(found);
  const second = readZone(greyOf(cut.picture));
  if (!second || worth(second) <= worth(first)) return first;
  return { ...second, quad: unflattened(second.quad, cut.quad, cut.picture) };
}

function worth(reading: ZoneReading | null): number {
  if (!reading) return 0;
  return reading.state === 'unreadable' ? 1 : 2 + reading.confidence + (reading.certain ? 1 : 0);
}

/** A reading as evidence, its place on the page after that was turned by `turn`. */
export function zoneEvidence(reading: ZoneReading | null, { width, height }: Rgba, turn: CaptureEdit['turn']): ZoneEvidence {
  if (!reading) return { state: 'none', area: null, lines: [], corrected: 0, certain: false };
  const [across, down] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  const area = areaFrom(turnedQuad(reading.quad, { width, height }, turn), across, down);
  if (reading.state === 'unreadable') return { state: 'unreadable', area: [...area], lines: [], corrected: 0, certain: false };
  return { state: 'read', area: [...area], lines: [...reading.lines], corrected: reading.corrected.length, certain: reading.certain };
}
