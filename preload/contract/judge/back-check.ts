import type { Evidence } from '../evidence.ts';
import { preflightLimits } from '../preflight-limits.ts';
import type { Finding } from '../preflight.ts';
import { lookAgain, pass, stop } from './finding.ts';
import { heightOnDocument } from './places.ts';
import type { Page } from './subject.ts';
import type { Told } from './told.ts';
import { noun } from './words.ts';

/** A holder's photo on a card is about this much of the card's height or more; the small second one is less. */
const portrait = 0.28;

/** Front and back are two pictures, each in its slot. A back that is missing altogether is told where documents are listed. */
export function checkBack(pages: readonly Page[], told: readonly Told[], otherSide: readonly Evidence[]): Finding | null {
  const [first] = pages;
  if (first === undefined || first.idType === 'passport') return null;
  const what = noun(first.slot, first.idType);
  const twin = pages.find(({ evidence }) => otherSide.some((other) => sameEvidence(evidence, other)));
  if (first.slot === 'identity') return looksLikeBack(pages, told) ? lookAgain('back', 'looks like the back', { cause: 'This looks like the back', remedy: `Put the side with the photo here, and this one under \u201cback\u201d.` }, { page: first.page }) : null;
  if (twin !== undefined) return stop('back', 'front twice', { cause: 'The same picture is front and back', remedy: `Turn the ${what} over and take its back.` }, { page: twin.page });
  const front = told.length === 0 ? pages.find(hasPortrait) : undefined;
  if (front !== undefined) {
    return lookAgain('back', 'looks like the front', { cause: 'This looks like the front', remedy: `Turn the ${what} over and take its back.` }, { page: front.page, areas: (front.evidence.faces ?? []).map((face) => face.area) });
  }
  return pass('back', otherSide.length === 0 ? 'back is here' : 'front and back', { page: first.page });
}

/** Whether two pages gave the very same measures, as only the very same picture does. */
export function sameEvidence(one: Evidence, other: Evidence): boolean {
  const bare = (evidence: Evidence) => JSON.stringify({ ...evidence, took: 0 });
  return bare(one) === bare(other);
}

function hasPortrait({ evidence }: Page): boolean {
  return (evidence.faces ?? []).some((face) => face.confidence >= preflightLimits.face.sure && heightOnDocument(face.area, evidence.document) >= portrait);
}

/** Cards carry three code lines and barcodes on their back (ICAO Doc 9303 part 5; AAMVA standard, annex D), and no holder's photo there. */
function looksLikeBack(pages: readonly Page[], told: readonly Told[]): boolean {
  const marked = (page: Page) => told.some((one) => one.page === page.page && (one.source === 'barcode' || page.evidence.zone.lines.length === 3));
  return pages.every((page) => marked(page) && !hasPortrait(page));
}
