import { preflightLimits as limits } from '../preflight-limits.ts';
import type { Finding } from '../preflight.ts';
import { lookAgain, pass, stop } from './finding.ts';
import { touches } from './places.ts';
import type { Page } from './subject.ts';
import type { Told } from './told.ts';
import { counted, listed, noun } from './words.ts';

const checkWords = { number: 'the document number', birth: 'the birth date', expiry: 'the expiry date', optional: 'the personal number', composite: 'the whole' } as const;

/** What was read, and how surely. */
export function checkRead(told: Told): Finding {
  const shown = { page: told.page, areas: told.area === null ? [] : [told.area], ...(told.source === 'barcode' ? { label: 'Barcode' } : {}) };
  if (!told.certain) {
    return lookAgain('readable', 'not surely read', { cause: 'Some letters of the code lines can be read in two ways', remedy: 'Take it again, sharper and straight from above.' }, shown);
  }
  return pass('readable', told.corrected === 0 ? 'read' : `read, ${counted(told.corrected, 'character')} settled by check digits`, shown);
}

/** Every check digit of the code lines. */
export function checkDigits(told: Told): Finding | null {
  if (told.checks.length === 0) return null;
  const wrong = told.checks.filter((check) => !check.right);
  const value = `${told.checks.length - wrong.length} of ${told.checks.length} right`;
  const shown = { page: told.page, areas: told.area === null ? [] : [told.area] };
  if (wrong.length === 0) return pass('checks', value, shown);
  const what = listed(wrong.map((check) => checkWords[check.name]));
  return stop('checks', value, { cause: `The code lines contradict themselves about ${what}`, remedy: 'Take it again, sharper and straighter. If it stays so, the document may be forged: don\u2019t send it.' }, shown);
}

/** Code lines that must be there and can't be read: ends here where the picture shows why they never can be, else asks for another look. */
export function zoneMissing(pages: readonly Page[]): Finding | null {
  const page = pages.find(({ evidence }) => evidence.zone.state !== 'none') ?? pages[0];
  if (page === undefined) return null;
  const { zone } = page.evidence;
  const seen = zone.state !== 'none';
  const shown = { page: page.page, areas: zone.area === null ? [] : [zone.area] };
  const cause = seen ? 'The code lines can\u2019t be read' : 'The code lines aren\u2019t in the picture';
  const remedy = `Take the whole ${noun(page.slot, page.idType)} again, with the lines of < signs sharp and without glare.`;
  const value = seen ? 'not readable' : 'not found';
  return isLost(page) ? stop('readable', value, { cause, remedy }, shown) : lookAgain('readable', value, { cause, remedy }, shown);
}

/** Nobody can read the zone of this picture: blurred beyond reading, cut off, or under glare or a finger. */
function isLost({ evidence }: Page): boolean {
  const { cut, zone, sharpness, glare, cover } = evidence;
  const { area } = zone;
  const hidden = area !== null && [...glare.areas, ...cover.areas].some((spot) => touches(spot, area));
  return hidden || sharpness.score < limits.sharp.nothing || cut.sides.includes('bottom') || cut.corners.some((corner) => corner >= 2);
}

/** A licence of the United States or Canada has its barcode on the back. */
export function barcodeMissing(page: Page): Finding {
  const { barcode } = page.evidence;
  const cause = barcode === null ? 'The barcode on the back can\u2019t be read' : 'The barcode is no driving licence\u2019s';
  return lookAgain('readable', barcode === null ? 'not read' : 'not a licence\u2019s',
    { cause, remedy: 'Take the back again, close, flat and sharp, with the wide barcode whole in the picture.' }, { page: page.page, label: 'Barcode', areas: barcode?.area ? [barcode.area] : [] });
}
