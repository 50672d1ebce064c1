import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Format } from '../geometry/formats.ts';
import type { Found } from '../geometry/find-document.ts';

/** The least part of the tiles that hold print on anything that is written on. */
const leastPrint = 0.02;

/** From this fineness of print on it is a letter's (see Sharpness): cards and data pages, which have the shape of A4, are printed larger. */
const finePrint = 0.09;

/** What was measured of the print. */
type Print = { readonly printed: number; readonly fine: number };

/** What kind of thing a picture shows, by its shape, by how much is printed on it and how finely. */
export function shownOf(found: Found | null, format: Format | null, { printed, fine }: Print, contrast: number): Evidence['shown'] {
  if (printed < leastPrint && contrast < 70) return 'nothing';
  if (found === null) return printed < leastPrint ? 'nothing' : 'unclear';
  switch (format?.name) {
    case 'td3': case 'td2': return fine >= finePrint ? 'page' : 'passport';
    case 'card': return 'card';
    case 'a4': case 'letter': return 'page';
    case undefined: return 'unclear';
  }
}
