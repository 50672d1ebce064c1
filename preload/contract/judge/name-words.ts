import { oneSlipApart } from '../one-slip.ts';
import { bareLetters, lettersOf, spellingsOf } from './letters.ts';

/** One word of a name: plain capitals without marks, and every way a document may write it with A to Z. */
export type NameWord = { readonly plain: string; readonly spelt: ReadonlySet<string> };

/** Most spellings kept for a word; a name has few letters that are written in several ways. */
const most = 400;

/** Additions after names and titles before them; some documents have them, some don't. */
const additions: ReadonlySet<string> = new Set(['JR', 'SR', 'II', 'III', 'IV', 'MR', 'MRS', 'MS', 'MISS', 'DR']);
/** What stands where a person has no such name. */
const nothings: ReadonlySet<string> = new Set(['FNU', 'LNU', 'XXX', 'XXXX', 'UNKNOWN', 'NONE', 'UNAVL']);
/** Small words that documents join to a name, set apart, or leave out. */
const particles: ReadonlySet<string> = new Set([
  'DE', 'DA', 'DO', 'DOS', 'DAS', 'DEL', 'DELLA', 'DI', 'DU', 'LA', 'LE', 'LES', 'LAS', 'LOS', 'EL', 'AL', 'VAN', 'VON', 'VOM', 'ZU', 'ZUM', 'ZUR', 'DER', 'DEN', 'TEN', 'TER', 'T', 'BIN',
  'BINTI', 'BINTE', 'IBN', 'BEN', 'BINT', 'Y', 'E', 'D', 'OF', 'THE', 'AF', 'AV',
]);

/** Tells whether a word is a particle. */
export function isParticle(word: NameWord): boolean {
  return particles.has(word.plain);
}

/** The words of a name as documents part it: hyphens and spaces part, apostrophes and points fall out; titles and additions go, unless `titled`. */
export function nameWords(name: string, titled = false): readonly NameWord[] {
  const whole = name.replaceAll('\u00df', '\u1e9e').toUpperCase().normalize('NFC').replaceAll(/['\u2019\u2018`\u00b4.\p{Lm}]/gu, '');
  const words = whole.replaceAll(/[^\p{L}\p{M}]+/gu, ' ').trim().split(' ').filter((word) => word !== '' && !nothings.has(word));
  const telling = titled ? words : words.filter((word) => !additions.has(word));
  return (telling.length > 0 ? telling : words).map((word) => ({ plain: bareLetters(word), spelt: spelt(word) }));
}

/** Words written as one. */
export function joined(words: readonly NameWord[]): NameWord {
  const [first, ...rest] = words;
  if (first === undefined) return { plain: '', spelt: new Set(['']) };
  return rest.reduce((sum, word) => ({ plain: sum.plain + word.plain, spelt: product([...sum.spelt], [...word.spelt]) }), first);
}

/** Whether two words can stand for the same name. */
export function sameWord(one: NameWord, other: NameWord): boolean {
  return [...one.spelt].some((spelling) => other.spelt.has(spelling));
}

/** Whether they differ in one letter: changed, added, dropped, or swapped with its neighbour. */
export function nearWord(one: NameWord, other: NameWord): boolean {
  const longest = (word: NameWord) => Math.max(...[...word.spelt].map((spelling) => spelling.length));
  if (Math.min(longest(one), longest(other)) < 3) return false;
  return [...one.spelt].some((here) => [...other.spelt].some((there) => here !== there && oneSlipApart(here, there)));
}

/** Whether a text is the beginning of a word, as names cut by a too short line are. */
export function beginsWord(word: NameWord, start: NameWord): boolean {
  return start.plain !== '' && [...start.spelt].some((cut) => [...word.spelt].some((spelling) => spelling.startsWith(cut)));
}

/** Whether a name has letters that can't be compared with A to Z here. */
export function isForeign(words: readonly NameWord[]): boolean {
  return words.some((word) => word.spelt.size === 0);
}

/** The same letter is written in the same way throughout a word. */
function spelt(word: string): ReadonlySet<string> {
  const letters = lettersOf(word);
  let ways: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const letter of new Set(letters)) {
    const spellings = spellingsOf(letter);
    if (spellings === null) return new Set();
    ways = ways.flatMap((way) => spellings.map((spelling) => new Map([...way, [letter, spelling]]))).slice(0, most);
  }
  const special = letters.filter((letter) => !/^[A-Z]$/.test(letter)).length > 0;
  const written = ways.map((way) => letters.map((letter) => way.get(letter) ?? '').join(''));
  const bare = bareLetters(word);
  const all = special && /^[A-Z]+$/.test(bare) ? [...written, bare] : written;
  return new Set([...all, ...all.map(contracted)].slice(0, most));
}

/** Who types a name without its marks writes Muller where the document has MUELLER for Müller. */
function contracted(spelling: string): string {
  return spelling.replaceAll(/([AOU])E|AA/g, (pair, vowel: string | undefined) => vowel ?? pair.charAt(0));
}

function product(heads: readonly string[], tails: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const head of heads) {
    for (const tail of tails) {
      if (all.size < most) all.add(head + tail);
    }
  }
  return all;
}
