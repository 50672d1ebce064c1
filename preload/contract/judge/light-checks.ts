import type { Area } from '../evidence.ts';
import { preflightLimits as limits } from '../preflight-limits.ts';
import type { Finding } from '../preflight.ts';
import { lookAgain, pass } from './finding.ts';
import { touches } from './places.ts';
import { isIdentity, type Page } from './subject.ts';
import { noun, outOf100, percent } from './words.ts';

const retake = 'Hold still until the picture is sharp, then take it again.';

/** Sharp over the whole document, and no printed part far behind. */
export function checkSharp({ evidence, slot, idType, page }: Page): Finding {
  const { score, worst, areas } = evidence.sharpness;
  const { whole, part } = limits.sharp;
  if (score < whole) return lookAgain('sharp', `${outOf100(score)}, at least ${whole}`, { cause: 'The picture is blurred', remedy: retake }, { page, areas: areasOr(areas, evidence.document?.area) });
  if (worst < part && slot !== 'liveness_check') {
    return lookAgain('sharp', `${outOf100(score)}, one part ${Math.round(worst)}`, { cause: `Part of the ${noun(slot, idType)} is blurred`, remedy: 'Lay it flat and hold the camera straight above it, then take it again.' }, { page, areas });
  }
  return pass('sharp', outOf100(score), { page });
}

/** No lamp burns out what is printed. */
export function checkGlare({ evidence, slot, idType, page }: Page): Finding {
  const { share, areas } = evidence.glare;
  if (share <= limits.glare) return pass('glare', share < 0.0005 ? 'none' : percent(share), { page });
  const { area } = evidence.zone;
  const hides = area !== null && areas.some((spot) => touches(spot, area)) ? 'the code lines' : `part of the ${noun(slot, idType)}`;
  return lookAgain('glare', `${percent(share)}, at most ${percent(limits.glare)}`,
    { cause: `Glare hides ${hides}`, remedy: `Tilt the ${noun(slot, idType)} away from the lamp, then take it again.` }, { page, areas });
}

/** Neither too dark nor too bright; white paper may be white. */
export function checkExposure({ evidence, slot, page }: Page): Finding {
  const { mean, dark, bright } = evidence.exposure;
  const { darkest, brightest, drowned, burnt } = limits.exposure;
  const areas = areasOr([], evidence.document?.area);
  if (mean < darkest || dark > drowned) {
    const value = mean < darkest ? `${Math.round(mean)} of 255, at least ${darkest}` : `${percent(dark)} black, at most ${percent(drowned)}`;
    return lookAgain('exposure', value, { cause: 'The picture is too dark', remedy: 'Turn on more light, or scan it brighter, then take it again.' }, { page, areas });
  }
  if (isIdentity(slot) && (mean > brightest || bright > burnt)) {
    const value = mean > brightest ? `${Math.round(mean)} of 255, at most ${brightest}` : `${percent(bright)} burnt out, at most ${percent(burnt)}`;
    return lookAgain('exposure', value, { cause: 'The picture is too bright', remedy: 'Turn the light down, or scan it darker, then take it again.' }, { page, areas });
  }
  return pass('exposure', `${Math.round(mean)} of 255`, { page });
}

/** Dark print stands out from what it is printed on. */
export function checkContrast({ evidence, page }: Page): Finding {
  const { contrast } = evidence;
  if (contrast >= limits.contrast) return pass('contrast', `${Math.round(contrast)} of 255`, { page });
  return lookAgain('contrast', `${Math.round(contrast)} of 255, at least ${limits.contrast}`,
    { cause: 'Print and paper are too much alike', remedy: 'Light it evenly from the side, clean the lens, then take it again.' }, { page, areas: areasOr([], evidence.document?.area) });
}

function areasOr(areas: readonly Area[], instead: Area | undefined): readonly Area[] {
  return areas.length > 0 || instead === undefined ? areas : [instead];
}
