import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };

const iso: ReadonlyMap<string, string> = new Map(codes.map(([two, three]) => [three ?? '', two ?? '']));

/** Codes of machine-readable zones that are no ISO 3166-1 alpha-3, or no longer, and the country they stand for (ICAO Doc 9303 part 3, section 5). */
const others: Readonly<Record<string, string>> = {
  D: 'DE', GBD: 'GB', GBN: 'GB', GBO: 'GB', GBP: 'GB', GBS: 'GB', RKS: 'XK', ROM: 'RO', ZAR: 'CD', TMP: 'TL', BUR: 'MM',
};

/** The codes of nobody's country: persons without one, organisations, and Utopia, which ICAO's own specimens come from (ICAO Doc 9303 part 3, section 5). */
const nobodies: ReadonlySet<string> = new Set([
  'XXA', 'XXB', 'XXC', 'XXX', 'XOM', 'XPO', 'XBA', 'XIM', 'XCC', 'XCO', 'XEC', 'XCE', 'XMP', 'XES', 'XDC', 'XCT', 'XPT', 'XCM', 'UNO', 'UNA', 'UNK', 'EUE', 'IAO', 'UTO', 'NTZ',
]);

/** The ISO 3166-1 alpha-2 code (XK for Kosovo) for a state of a machine-readable zone without its fillers; null where it stands for no country. */
export function zoneCountry(state: string): string | null {
  return others[state] ?? iso.get(state) ?? null;
}

/** Tells whether a machine-readable zone may name this state at all, as a country, an organisation or a person without a country. */
export function isZoneState(state: string): boolean {
  return zoneCountry(state) !== null || nobodies.has(state);
}
