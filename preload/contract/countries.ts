import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

/** A country to choose from. */
export type Country = {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  /** Its everyday English name. */
  readonly name: string;
};

/** Where the everyday name is not the first of the list's spellings: which one it is. */
const everyday: Readonly<Record<string, number>> = { CN: 1, CI: 1, CZ: 1, GM: 1, IR: 1, MK: 1, PS: 1, RU: 1, TW: 1, TZ: 1, US: 1 };

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(english.countries).map(([code, name]) => [code, oneName(code, name)] as const),
);
const sorted: readonly Country[] = [...names]
  .map(([code, name]) => ({ code, name }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

function oneName(code: string, name: string | readonly string[]): string {
  return typeof name === 'string' ? name : (name[everyday[code] ?? 0] ?? code);
}

/** Every country of ISO 3166-1 with its English name, by name. */
export function countries(): readonly Country[] {
  return sorted;
}

/** The country's English name, or the code itself when it is none we know. */
export function countryName(code: string): string {
  return names.get(code) ?? code;
}

/** Tells whether a text is an ISO 3166-1 alpha-2 code in upper case. */
export function isCountry(code: string): boolean {
  return names.has(code);
}
