import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import { shrink } from '../geometry/scale.ts';
import { turned } from '../geometry/turn.ts';
import type { Quad, Rgba } from '../pixels.ts';
import type { Codes } from './codes.ts';
import type { Measures } from './measures.ts';
import type { Wanted } from './port.ts';

/** Longer side of the copy in which faces are looked for, in pixels. */
export const faceSize = 640;
/** Least confidence in a face that is to turn the whole page. */
const sureFace = 0.7;

/** By how much a page is turned clockwise to stand upright: as its zone or barcode reads, else as a face on it looks, else not at all. */
export function uprightTurn(picture: Rgba, { slot }: Wanted, { zone, barcode }: Codes, { findFaces }: Measures): CaptureEdit['turn'] {
  if (zone) return zone.turn;
  if (barcode) return levelTurn(barcode.quad);
  if (slot !== 'identity' && slot !== 'liveness_check') return 0;
  const small = shrink(picture, faceSize);
  const sure = (turn: CaptureEdit['turn']) => Math.max(0, ...findFaces(turned(small, turn)).map(({ confidence }) => confidence));
  if (sure(0) >= sureFace) return 0;
  const [best] = ([90, 270, 180] as const).map((turn) => ({ turn, confidence: sure(turn) })).toSorted((a, b) => b.confidence - a.confidence);
  return best && best.confidence >= sureFace ? best.turn : 0;
}

/** The quarter turn clockwise that brings a quad's first side to the top. */
function levelTurn([from, to]: Quad): CaptureEdit['turn'] {
  const quarters = Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 2) / Math.PI);
  return ([0, 270, 180, 90] as const)[(quarters + 4) % 4] ?? 0;
}
