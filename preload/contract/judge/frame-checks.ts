import { preflightLimits as limits } from '../preflight-limits.ts';
import type { Finding } from '../preflight.ts';
import { lookAgain, pass } from './finding.ts';
import { cutAreas, longerSide, touches } from './places.ts';
import { isIdentity, type Page } from './subject.ts';
import { listed, noun, outOf100, percent } from './words.ts';

const cornerNames = ['top left', 'top right', 'bottom right', 'bottom left'];

/** All four corners inside the picture. A letter that fills its page has no edge to see. */
export function checkCorners({ evidence, slot, idType, page }: Page): Finding {
  const { cut, document } = evidence;
  const missing = cut.corners.map((corner) => cornerNames[corner] ?? '').filter((name) => name !== '');
  const remedy = `Move back until the whole ${noun(slot, idType)} is inside with some table around it, then take it again.`;
  if (missing.length > 0) {
    return lookAgain('corners', `${4 - missing.length} of 4 inside`, { cause: `The ${listed(missing)} corner${missing.length > 1 ? 's are' : ' is'} missing`, remedy }, { page, areas: cutAreas(evidence) });
  }
  if (cut.sides.length > 0) return lookAgain('corners', `cut at the ${listed(cut.sides)}`, { cause: `The picture cuts the ${noun(slot, idType)} at the ${listed(cut.sides)}`, remedy }, { page, areas: cutAreas(evidence) });
  if (document === null && isIdentity(slot)) {
    return lookAgain('corners', 'no edge seen', { cause: `The edge of the ${noun(slot, idType)} can\u2019t be seen`, remedy: 'Lay it on something plain and darker, whole in the picture, then take it again.' }, { page });
  }
  return pass('corners', document === null ? 'whole page' : 'inside', { page });
}

/** Enough dots an inch, or enough pixels where the size on paper isn't known. */
export function checkResolution({ evidence, slot, page }: Page): Finding {
  const dpi = evidence.document?.dpi ?? null;
  const least = isIdentity(slot) ? limits.dpi.identity : limits.dpi.letter;
  const areas = evidence.document === null ? [] : [evidence.document.area];
  const reason = { cause: 'The picture is too small', remedy: `Go closer, or scan with ${limits.dpi.good} dpi, then take it again.` };
  if (dpi !== null) {
    const value = `${Math.round(dpi)} dpi, at least ${least}`;
    return dpi >= least ? pass('resolution', value, { page }) : lookAgain('resolution', value, reason, { page, areas });
  }
  const pixels = longerSide(evidence);
  const wanted = isIdentity(slot) ? limits.pixels.identity : limits.pixels.letter;
  const value = `${pixels} pixels across, at least ${wanted}`;
  return pixels >= wanted ? pass('resolution', value, { page }) : lookAgain('resolution', value, reason, { page, areas });
}

/** No finger, clip or other paper lies over it. */
export function checkCovered({ evidence, slot, idType, page }: Page): Finding {
  const { share, areas } = evidence.cover;
  if (share <= limits.cover) return pass('covered', share < 0.0005 ? 'free' : percent(share), { page });
  const { area } = evidence.zone;
  const hides = area !== null && areas.some((spot) => touches(spot, area)) ? 'the code lines' : `part of the ${noun(slot, idType)}`;
  return lookAgain('covered', `${percent(share)} covered, at most ${percent(limits.cover)}`,
    { cause: `Something lies over ${hides}`, remedy: 'Take fingers and everything else off it, then take it again.' }, { page, areas });
}

/** The thing itself: not a photo of a screen and, for identity documents, not a photocopy. */
export function checkGenuine({ evidence, slot, idType, page }: Page): Finding {
  const areas = evidence.document === null ? [] : [evidence.document.area];
  if (evidence.screen >= limits.screen) {
    return lookAgain('genuine', `${outOf100(evidence.screen)} speaks for a screen`, { cause: 'This looks like a photo of a screen', remedy: `Use the ${noun(slot, idType)} itself, or the file that was on the screen.` }, { page, areas });
  }
  if (isIdentity(slot) && evidence.copy >= (slot === 'identity_back' ? limits.copy.back : limits.copy.front)) {
    return lookAgain('genuine', `${outOf100(evidence.copy)} speaks for a copy`, { cause: 'This looks like a photocopy', remedy: `Use the ${noun(slot, idType)} itself, in colour.` }, { page, areas });
  }
  return pass('genuine', 'nothing speaks against it', { page });
}
