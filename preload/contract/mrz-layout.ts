/** The three sizes of machine-readable zones: cards, official travel documents, passports (ICAO Doc 9303 parts 4 to 7; visas share the last two). */
export const zoneFormats = ['TD1', 'TD2', 'TD3'] as const;
/** A size of machine-readable zone. */
export type ZoneFormat = (typeof zoneFormats)[number];

/** How many lines of how many signs each has. */
export const zoneShapes: Readonly<Record<ZoneFormat, { readonly lines: number; readonly width: number }>> = {
  TD1: { lines: 3, width: 30 }, TD2: { lines: 2, width: 36 }, TD3: { lines: 2, width: 44 },
};

/** The signs of a zone in the order of their values; the filler stands last and counts 0. */
export const zoneSigns = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** Signs `from` (counted from 0) up to but without `to` of a line. */
export type ZoneSpan = { readonly line: number; readonly from: number; readonly to: number };

/** What check digits guard; `composite` guards most of the others together. */
export const zoneCheckNames = ['number', 'birth', 'expiry', 'optional', 'composite'] as const;
/** What a check digit guards. */
export type ZoneCheckName = (typeof zoneCheckNames)[number];

/** One check digit: the spans it is computed over, one after the other, and where it stands. */
export type ZoneCheck = { readonly name: ZoneCheckName; readonly over: readonly ZoneSpan[]; readonly line: number; readonly at: number };

/** The parts of a zone that fields are read from; `after` is the second run of optional signs of a card. */
export type ZonePart = 'code' | 'issuer' | 'names' | 'number' | 'nationality' | 'birth' | 'sex' | 'expiry' | 'optional' | 'after';

const span = (line: number, from: number, to: number): ZoneSpan => ({ line, from, to });
const nowhere = span(0, 0, 0);

const second = { number: span(1, 0, 9), nationality: span(1, 10, 13), birth: span(1, 13, 19), sex: span(1, 20, 21), expiry: span(1, 21, 27), after: nowhere };
const first = { code: span(0, 0, 2), issuer: span(0, 2, 5) };

const card: Readonly<Record<ZonePart, ZoneSpan>> = {
  ...first, number: span(0, 5, 14), optional: span(0, 15, 30), birth: span(1, 0, 6), sex: span(1, 7, 8), expiry: span(1, 8, 14),
  nationality: span(1, 15, 18), after: span(1, 18, 29), names: span(2, 0, 30),
};

/** Where each part stands. A visa has optional signs up to the line's end. */
export function zoneParts(format: ZoneFormat, visa: boolean): Readonly<Record<ZonePart, ZoneSpan>> {
  if (format === 'TD1') return card;
  const { width } = zoneShapes[format];
  const end = visa ? width : format === 'TD3' ? 42 : 35;
  return { ...first, ...second, names: span(0, 5, width), optional: span(1, 28, end) };
}

const composites: Readonly<Record<ZoneFormat, readonly ZoneSpan[]>> = {
  TD1: [span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)],
  TD2: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)],
  TD3: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)],
};

/**
 * Every check digit of a zone. `visa` has no composite one (ICAO Doc 9303 part 7). `over` is how many signs of a long document number stand at the
 * beginning of the optional signs (0 as a rule): then a filler stands where its check digit would, and that one follows the rest. `bridged`
 * tells whether that filler is counted: the standard leaves it open and states do both.
 */
export function zoneChecks(format: ZoneFormat, visa: boolean, over = 0, bridged = true): readonly ZoneCheck[] {
  const { number, birth, expiry, optional } = zoneParts(format, visa);
  const long = over > 0
    ? { name: 'number', over: [number, ...(bridged ? [span(number.line, number.to, number.to + 1)] : []), span(optional.line, optional.from, optional.from + over)], line: optional.line, at: optional.from + over } as const
    : { name: 'number', over: [number], line: number.line, at: number.to } as const;
  const dates = [
    { name: 'birth', over: [birth], line: birth.line, at: birth.to } as const,
    { name: 'expiry', over: [expiry], line: expiry.line, at: expiry.to } as const,
  ];
  if (visa) return [long, ...dates];
  const own = format === 'TD3' ? [{ name: 'optional', over: [optional], line: 1, at: 42 } as const] : [];
  const { width } = zoneShapes[format];
  return [long, ...dates, ...own, { name: 'composite', over: composites[format], line: 1, at: width - 1 }];
}

/** The check digit for a text of a zone's signs: weights 7, 3, 1, modulo 10 (ICAO Doc 9303 part 3, section 4.9). */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) sum += signValue(text.charAt(place)) * checkWeight(place);
  return String(sum % 10);
}

/** What a sign counts in check digits: digits themselves, letters 10 to 35, the filler 0. */
export function signValue(sign: string): number {
  return Math.max(0, zoneSigns.indexOf(sign)) % 36;
}

/** The weight of the sign at a place (from 0) of what a check digit is computed over. */
export function checkWeight(place: number): number {
  return [7, 3, 1][place % 3] ?? 0;
}
