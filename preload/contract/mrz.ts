import { centuryOfBirth, centuryOfExpiry } from './mrz-dates.ts';
import { checkDigit, zoneChecks, zoneFormats, zoneParts, zoneShapes, type ZoneCheck, type ZoneCheckName, type ZoneFormat, type ZonePart, type ZoneSpan } from './mrz-layout.ts';
import { zoneCountry } from './mrz-states.ts';

/**
 * What a machine-readable zone says. `code` is the document's (P, PD, V, I, ID, AR …), `issuer` and `nationality` are as printed without fillers,
 * the countries beside them ISO 3166-1 alpha-2 or null for none. Names are in capitals with spaces; `truncated` tells that the line was too short
 * for them. Dates are YYYY-MM-DD, null when unknown or no date. `sex` is X when not stated. `checks` has every check digit of the format.
 */
export type ZoneFields = {
  readonly format: ZoneFormat; readonly code: string;
  readonly issuer: string; readonly issuerCountry: string | null;
  readonly nationality: string; readonly nationalityCountry: string | null;
  readonly surname: string; readonly givenNames: string; readonly truncated: boolean;
  readonly number: string;
  readonly birth: string | null; readonly expiry: string | null;
  readonly sex: 'M' | 'F' | 'X';
  readonly optional: string;
  readonly checks: readonly { readonly name: ZoneCheckName; readonly right: boolean }[];
};

/** Reads the fields from a zone's lines on a day (`today` is YYYY-MM-DD: two digits of a year leave the century open); null when the lines are no zone. */
export function parseZone(lines: readonly string[], today: string): ZoneFields | null {
  const format = zoneFormat(lines);
  if (!format) return null;
  const visa = isVisa(lines);
  const parts = zoneParts(format, visa);
  const raw = (part: ZonePart) => cut(lines, parts[part]);
  const over = overflow(lines, format);
  return {
    format, code: bare(raw('code')),
    issuer: bare(raw('issuer')), issuerCountry: zoneCountry(bare(raw('issuer'))),
    nationality: bare(raw('nationality')), nationalityCountry: zoneCountry(bare(raw('nationality'))),
    ...names(raw('names')),
    number: bare(raw('number') + raw('optional').slice(0, over)),
    birth: centuryOfBirth(raw('birth'), today), expiry: centuryOfExpiry(raw('expiry'), today),
    sex: sexOf(raw('sex')),
    optional: bare((over > 0 ? raw('optional').slice(over + 1) : raw('optional')) + raw('after')).replaceAll(/<+/g, ' '),
    checks: checksOf(lines, format),
  };
}

/** Every check digit of a zone of this size and whether it is right; a long document number may be counted either way. */
export function checksOf(lines: readonly string[], format: ZoneFormat): ZoneFields['checks'] {
  const visa = isVisa(lines);
  const over = overflow(lines, format);
  const unbridged = zoneChecks(format, visa, over, false);
  return zoneChecks(format, visa, over).map((check, index) => ({ name: check.name, right: isRight(lines, check) || isRight(lines, unbridged[index] ?? check) }));
}

/** Which size the lines are, by their number, length and signs; null for none. */
export function zoneFormat(lines: readonly string[]): ZoneFormat | null {
  const fits = (format: ZoneFormat) => lines.length === zoneShapes[format].lines && lines.every((line) => line.length === zoneShapes[format].width);
  return lines.every((line) => /^[A-Z0-9<]+$/.test(line)) ? (zoneFormats.find(fits) ?? null) : null;
}

/** Whether the zone is a visa's, which has no composite check digit. */
export function isVisa(lines: readonly string[]): boolean {
  return lines.length === 2 && (lines[0] ?? '').startsWith('V');
}

/** How many signs of a long document number stand among the optional signs of a card or a TD2 document (ICAO Doc 9303 parts 5 and 6); 0 as a rule. */
export function overflow(lines: readonly string[], format: ZoneFormat): number {
  if (format === 'TD3' || isVisa(lines)) return 0;
  const { number, optional } = zoneParts(format, false);
  const row = lines[number.line] ?? '';
  if (row[number.to] !== '<' || row[number.to - 1] === '<') return 0;
  const rest = /^([A-Z0-9]+)\d(?:<|$)/.exec(row.slice(optional.from, optional.to));
  return rest?.[1]?.length ?? 0;
}

/** What a check digit is computed over. */
export function checkedText(lines: readonly string[], over: readonly ZoneSpan[]): string {
  return over.map((span) => cut(lines, span)).join('');
}

function isRight(lines: readonly string[], check: ZoneCheck): boolean {
  const text = checkedText(lines, check.over);
  const printed = (lines[check.line] ?? '')[check.at];
  // A passport without optional signs may leave their check digit out.
  if (printed === '<') return check.name === 'optional' && /^<*$/.test(text);
  return printed === checkDigit(text);
}

function cut(lines: readonly string[], { line, from, to }: ZoneSpan): string {
  return (lines[line] ?? '').slice(from, to);
}

function bare(text: string): string {
  return text.replace(/<+$/, '').replace(/^<+/, '');
}

function names(text: string): { readonly surname: string; readonly givenNames: string; readonly truncated: boolean } {
  const [surname = '', ...given] = bare(text).split('<<');
  const spaced = (name: string) => name.replaceAll(/<+/g, ' ').trim();
  return { surname: spaced(surname), givenNames: spaced(given.join('<')), truncated: !text.endsWith('<') };
}

function sexOf(sign: string): 'M' | 'F' | 'X' {
  return sign === 'M' || sign === 'F' ? sign : 'X';
}
