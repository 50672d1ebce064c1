import { preflightLimits } from '../preflight-limits.ts';
import type { Finding } from '../preflight.ts';
import { lookAgain, pass } from './finding.ts';
import type { Page } from './subject.ts';
import { outOf100, percent } from './words.ts';

const limits = preflightLimits.face;

/** Exactly one face, large and sharp enough to be known by. */
export function checkFace({ evidence, page }: Page): Finding {
  const faces = (evidence.faces ?? []).filter((face) => face.confidence >= limits.sure);
  const areas = faces.map((face) => face.area);
  const [face] = faces;
  if (evidence.faces === null || face === undefined) {
    return lookAgain('face', 'none found', { cause: 'No face was found', remedy: 'Take the photo from the front, in even light, without mask or sunglasses.' }, { page });
  }
  if (faces.length > 1) {
    return lookAgain('face', `${faces.length} found, exactly 1`, { cause: `There are ${faces.length} faces in the photo`, remedy: 'Take it again with this person alone, before a plain wall.' }, { page, areas });
  }
  const pixels = Math.round(face.share * evidence.height);
  if (face.share < limits.share || pixels < limits.pixels) {
    const value = face.share < limits.share ? `${percent(face.share)} of the height, at least ${percent(limits.share)}` : `${pixels} pixels high, at least ${limits.pixels}`;
    return lookAgain('face', value, { cause: 'The face is too small', remedy: 'Go closer, so that the head fills most of the picture, then take it again.' }, { page, areas });
  }
  if (face.sharpness < limits.sharp) {
    return lookAgain('face', `${outOf100(face.sharpness)} sharp, at least ${limits.sharp}`, { cause: 'The face is blurred', remedy: 'Hold still, with light on the face, then take it again.' }, { page, areas });
  }
  return pass('face', 'one, sharp and large enough', { page, areas });
}
