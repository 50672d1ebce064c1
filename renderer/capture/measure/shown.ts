import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Format } from '../geometry/formats.ts';
import type { Found } from '../geometry/find-document.ts';

/** The least part of the tiles that hold print on anything that is written on. */
const leastPrint = 0.02;

/** What kind of thing a picture shows, by its shape and by how much is printed on it. */
export function shownOf(found: Found | null, format: Format | null, printed: number, contrast: number): Evidence['shown'] {
  if (printed < leastPrint && contrast < 40) return 'nothing';
  if (found === null) return printed < leastPrint ? 'nothing' : 'unclear';
  switch (format?.name) {
    case 'td3': return 'passport';
    case 'td2': case 'card': return 'card';
    case 'a4': case 'letter': return 'page';
    case undefined: return 'unclear';
  }
}
