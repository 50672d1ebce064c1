import type { ScanColor, Scanner, ScanProgress, ScanSource } from '../../../preload/contract/scanning.ts';
import { t } from '../../text.ts';
import type { Paper } from './scan-choice.ts';

/** Where pages come from, for people. */
export function sourceWords(source: ScanSource): string {
  return { platen: t('Glass'), feeder: t('Feeder, one side'), duplex: t('Feeder, both sides') }[source];
}

/** How pages are read. */
export function colorWords(color: ScanColor): string {
  return { color: t('Colour'), gray: t('Grey'), mono: t('Black and white') }[color];
}

/** A size of paper. */
export function paperWords(paper: Paper): string {
  return {
    a4: t('A4'), letter: t('Letter'), legal: t('Legal'), a5: t('A5'), passport: t('Passport, open'), card: t('Card'), whole: t('All of it'),
  }[paper];
}

/** What is known of a scanner beside its name. */
export function scannerNote({ address, secure, found, known }: Scanner): string {
  const place = URL.parse(address)?.host ?? address;
  const notes = [place, found ? '' : t('used before, not seen now'), found && known ? t('used before') : '', secure ? '' : t('not encrypted')];
  return notes.filter(Boolean).join(' · ');
}

/** How far a scan is. */
export function progressWords({ state, pages }: Pick<ScanProgress, 'state' | 'pages'>): string {
  if (state === 'cancelling') return t('Stopping…');
  if (state === 'starting') return t('Starting the scanner…');
  if (state === 'waiting') return t('The scanner is busy or warms up…');
  return t('Scanning page {n}…', { n: pages + 1 });
}

/** How many pages came. */
export function pagesWords(pages: number): string {
  return t('{count, plural, one {One page is} other {# pages are}} in the tray.', { count: pages });
}
