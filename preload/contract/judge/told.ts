import type { Area } from '../evidence.ts';
import { parseLicence } from '../licence-data.ts';
import { parseZone, type ZoneFields } from '../mrz.ts';
import { codeKind, type CodeKind } from './document-codes.ts';
import { licenceCard } from './licence-card.ts';
import type { Page } from './subject.ts';

/**
 * What a page's code lines or barcode say. `sure` when nothing else fits and every check digit is right: only then may it be shown as compared.
 * `certain` is false when another reading fits too; `corrected` counts characters that only check digits decided. `issuer` is ISO 3166-1 alpha-2, null
 * where the printed one is no country.
 */
export type Told = {
  readonly source: 'zone' | 'barcode'; readonly page: number; readonly area: Area | null;
  readonly sure: boolean; readonly certain: boolean; readonly corrected: number;
  readonly kind: CodeKind; readonly code: string; readonly issuer: string | null; readonly printedIssuer: string;
  readonly surname: string; readonly givenNames: string; readonly truncated: boolean; readonly number: string;
  readonly birth: string | null; readonly expiry: string | null; readonly issued: string | null; readonly checks: ZoneFields['checks'];
};

/** Territories of the United States that ISO 3166-1 counts as countries of their own; a licence of theirs may be a customer's of either. */
export const territories: readonly string[] = ['AS', 'GU', 'MP', 'PR', 'VI'];

/** What the code lines of a page say; null when there are none or they can't be read. */
export function toldByZone({ evidence, page }: Page, today: string): Told | null {
  const { zone } = evidence;
  const fields = zone.state === 'read' ? parseZone(zone.lines, today) : null;
  if (fields === null) return null;
  const { code, issuer, issuerCountry, surname, givenNames, number, birth, expiry, checks } = fields;
  // A line with room for one more sign may have been cut between two names.
  const truncated = fields.truncated || /[A-Z]<$/.test(zone.lines[fields.format === 'TD1' ? 2 : 0] ?? '');
  return {
    source: 'zone', page, area: zone.area, certain: zone.certain, corrected: zone.corrected, sure: zone.certain && checks.every((check) => check.right),
    kind: codeKind(code, issuer), code, issuer: issuerCountry, printedIssuer: issuer, surname, givenNames, truncated, number, birth, expiry, issued: null, checks,
  };
}

/** What the barcode of a page says; null when there is none or it is no licence's. */
export function toldByBarcode({ evidence, page }: Page): Told | null {
  const { barcode } = evidence;
  const fields = barcode === null ? null : parseLicence(barcode.text);
  if (barcode === null || fields === null) return null;
  const { country, issuer, surname, givenNames, truncated, number, birth, expiry, issued } = fields;
  return {
    source: 'barcode', page, area: barcode.area, sure: true, certain: true, corrected: 0, kind: licenceCard(barcode.text) === 'ID' ? 'id_card' : 'licence', code: '',
    issuer: territories.includes(issuer) ? issuer : country, printedIssuer: issuer === '' ? country : `${issuer}, ${country}`, surname, givenNames, truncated, number, birth, expiry, issued, checks: [],
  };
}

/** What some pages say, the barcode of a page before its code lines. */
export function toldBy(pages: readonly Page[], today: string): readonly Told[] {
  return pages.flatMap((page) => [toldByBarcode(page), toldByZone(page, today)]).filter((told) => told !== null);
}
