import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Found } from '../geometry/find-document.ts';
import { formats, type Format } from '../geometry/formats.ts';
import { areaFrom, wholeQuad } from '../geometry/quad.ts';
import { greyOf } from '../geometry/scale.ts';
import type { Rgba } from '../pixels.ts';
import type { Wanted } from '../preflight/port.ts';
import { copyOf } from '../signs/copy.ts';
import { coverOf, type Cover } from '../signs/cover.ts';
import { screenOf } from '../signs/screen.ts';
import { cutOf } from './cut.ts';
import { dotsPerInch, layFlat, type Flat } from './flat.ts';
import { glareOf } from './glare.ts';
import { lightOf } from './light.ts';
import { plainOf } from './plain.ts';
import { sharpnessOf } from './sharpness.ts';
import { shownOf } from './shown.ts';

/** What the pixels of a page say by themselves, without zone, barcode and faces. */
export type PageMeasured = Pick<Evidence, 'shown' | 'document' | 'sharpness' | 'glare' | 'exposure' | 'contrast' | 'cut' | 'cover' | 'screen' | 'copy'>;

/** The sizes that a slot's document may have, the likeliest first. */
export function formatsFor({ slot, idType }: Wanted): readonly Format[] {
  if (slot === 'proof_of_address') return [formats.a4, formats.letter];
  return idType === 'passport' ? [formats.td3, formats.card, formats.td2] : [formats.card, formats.td3, formats.td2];
}

/** Measures a page that stands upright, where its document was found in the page's own pixels; `fileDpi` is what the file says of a scan's dots an inch. */
export function measurePage(page: Rgba, found: Found | null, wanted: Wanted, fileDpi: number | null): PageMeasured {
  const quad = found?.quad ?? wholeQuad(page.width, page.height);
  const flat = layFlat(page, quad, formatsFor(wanted));
  const { printed, fine, ...sharpness } = sharpnessOf(flat);
  const light = lightOf(greyOf(flat.picture));
  const format = found === null ? null : flat.format;
  return {
    shown: shownOf(found, format, { printed, fine }, light.contrast),
    document: found && { area: [...areaFrom(quad, page.width, page.height)], dpi: dpiOf(found, flat, fileDpi) },
    sharpness: { ...sharpness, areas: sharpness.areas.map((area) => [...area]) }, ...light,
    glare: glareOf(flat),
    cut: found === null ? { corners: [], sides: [] } : cutOf(found, page),
    cover: found === null ? { share: 0, areas: [] } : coveredOf(coverOf(page, flat)), screen: screenOf(page, quad), copy: Math.min(copyOf(flat), plainOf(flat)),
  };
}

function coveredOf({ share, areas }: Cover): Evidence['cover'] {
  return { share, areas: areas.map((area) => [...area]) };
}

/** Dots an inch from the document's own size; where that isn't known, what the file says. */
function dpiOf({ quad }: Found, { format }: Flat, fileDpi: number | null): number | null {
  return format === null ? fileDpi : dotsPerInch(quad, format);
}
