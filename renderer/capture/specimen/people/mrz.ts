import type { Person } from './person.ts';

/** The sizes of machine-readable documents: passport, card, larger card. */
export type ZoneSize = 'TD1' | 'TD2' | 'TD3';

// ICAO 9303-3, section 6: letters whose usual transcription is more than the bare letter.
const special: Readonly<Record<string, string>> = {
  Ä: 'AE', Ö: 'OE', Ü: 'UE', Å: 'AA', Æ: 'AE', Ø: 'OE', Œ: 'OE', ß: 'SS', ẞ: 'SS', Þ: 'TH', Ð: 'D', Đ: 'D', Ł: 'L', İ: 'I', ı: 'I', Ŋ: 'N', Ħ: 'H', Ŧ: 'T', Ĳ: 'IJ',
};

/** A name as the zone writes it: A to Z with one filler between parts; apostrophes fall out (ICAO 9303-3, section 4.6). */
export function zoneName(name: string): string {
  const upper = Array.from(name.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase(), (letter) => special[letter] ?? letter).join('');
  const bare = upper.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/gu, '');
  return bare.replaceAll(/[^A-Z]+/gu, '<').replaceAll(/^<|<$/gu, '');
}

/** The name field of a length: family name, two fillers, given names; what is too long is cut so that both remain. */
export function nameField(person: Pick<Person, 'family' | 'given'>, length: number): string {
  const family = zoneName(person.family);
  const given = zoneName(person.given);
  if (given === '') return filled(family, length);
  const room = Math.max(length - 2 - given.length, Math.ceil(length * 0.6));
  return filled(`${family.slice(0, room).replace(/<$/u, '')}<<${given}`, length);
}

/** The check digit of a field: weights 7, 3, 1; digits count themselves, A to Z 10 to 35, fillers nothing (ICAO 9303-3, section 4.9). */
export function checkDigit(field: string): string {
  const total = Array.from(field).reduce((sum, letter, at) => sum + valueOf(letter) * ([7, 3, 1][at % 3] ?? 0), 0);
  return String(total % 10);
}

/** What a document of the zone says beyond the person: the letters that tell its kind, e.g. `P`, `I`, `IR`. */
export type ZoneKind = { readonly size: ZoneSize; readonly code: string };

/** The lines of a person's document. */
export function zoneLines(person: Person, kind: ZoneKind): readonly string[] {
  const number = filled(person.number.slice(0, 9), 9);
  const birth = short(person.birth);
  const expires = short(person.expires);
  const state = filled(person.state.code, 3);
  const nationality = filled(person.nationality.code, 3);
  const numbered = `${number}${checkDigit(number)}`;
  const dated = `${birth}${checkDigit(birth)}${person.sex}${expires}${checkDigit(expires)}`;
  const code = filled(kind.code, 2);
  if (kind.size === 'TD1') return cardLines(person, `${code}${state}`, numbered, dated, nationality);
  const optional = filled(kind.size === 'TD3' ? person.personal : '', kind.size === 'TD3' ? 14 : 7);
  const optionalCheck = kind.size === 'TD2' ? '' : optional.startsWith('<') ? '<' : checkDigit(optional);
  const all = checkDigit(`${numbered}${dated.slice(0, 7)}${dated.slice(8)}${optional}${optionalCheck}`);
  const length = kind.size === 'TD3' ? 44 : 36;
  return [`${code}${state}${nameField(person, length - 5)}`, `${numbered}${nationality}${dated}${optional}${optionalCheck}${all}`];
}

function cardLines(person: Person, head: string, numbered: string, dated: string, nationality: string): readonly string[] {
  const first = filled(`${head}${numbered}${person.personal}`, 30);
  const all = checkDigit(`${first.slice(5)}${dated.slice(0, 7)}${dated.slice(8)}`);
  return [first, `${dated}${nationality}${filled('', 11)}${all}`, nameField(person, 30)];
}

function short(day: string): string {
  return day.slice(2).replaceAll('-', '');
}

function filled(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<');
}

function valueOf(letter: string): number {
  if (letter === '<') return 0;
  return /\d/u.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55;
}
