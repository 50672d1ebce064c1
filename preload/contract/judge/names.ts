import { beginsWord, isForeign, isParticle, joined, nameWords, nearWord, sameWord, type NameWord } from './name-words.ts';

/** A person's name in two parts, as a form or a document has it; either may be empty. */
export type PersonName = { readonly given: string; readonly family: string };

/**
 * How two names compare: `same` letter by letter (marks, capitals, hyphens and apostrophes don't count), `rewritten` in a way documents are known
 * for, `close` (one letter, an initial, or a first name differs), `different`, or `foreign`: not comparable, since one has letters of a script unknown
 * here. `why` tells the known way, or null.
 */
export type NameMatch = { readonly level: 'same' | 'rewritten' | 'close' | 'different' | 'foreign'; readonly why: string | null };

type Side = { readonly given: readonly NameWord[]; readonly family: readonly NameWord[]; readonly all: readonly NameWord[] };
type Alike = (one: NameWord, other: NameWord) => boolean;
const samePlain: Alike = (one, other) => one.plain === other.plain;
type Rest = { readonly one: readonly NameWord[]; readonly other: readonly NameWord[] };

/** Compares two names; `cut` tells that the second was cut because its line was too short. */
export function compareNames(first: PersonName, second: PersonName, cut = false): NameMatch {
  const match = compareSides(sideOf(first, false), sideOf(second, false), cut);
  if (match.level === 'same' || match.level === 'rewritten') return match;
  // A name without its marks can look like a title ("M\u0161" is MS in a zone), so titles count where both have the same.
  const titled = compareSides(sideOf(first, true), sideOf(second, true), cut);
  return titled.level === 'same' || titled.level === 'rewritten' ? titled : match;
}

function compareSides(one: Side, other: Side, cut: boolean): NameMatch {
  if (one.all.length === 0 || other.all.length === 0) return { level: 'different', why: null };
  if (isForeign(one.all) || isForeign(other.all)) return { level: 'foreign', why: null };
  if (partsAre(samePlain, one, other)) return { level: 'same', why: null };
  if (partsAre(sameWord, one, other)) return { level: 'rewritten', why: 'other spelling of the same letters' };
  const rest = restOf(one, other);
  const why = rewriting(one, other, rest, cut);
  if (why !== null) return { level: 'rewritten', why };
  return { level: isClose(one, other, rest) ? 'close' : 'different', why: null };
}

function sideOf(name: PersonName, titled: boolean): Side {
  const given = nameWords(name.given, titled);
  const family = nameWords(name.family, titled);
  return { given, family, all: [...given, ...family] };
}

function partsAre(alike: Alike, one: Side, other: Side): boolean {
  return alike(joined(one.family), joined(other.family)) && alike(joined(one.given), joined(other.given));
}

function rewriting(one: Side, other: Side, rest: Rest, cut: boolean): string | null {
  if (rest.one.length === 0 && rest.other.length === 0) return 'other order of the same names';
  if (isOneName(one, other)) return 'one name only';
  if (rest.one.length === 0 && maySpare(other, rest.other, one)) return 'fewer names';
  if (rest.other.length === 0 && maySpare(one, rest.one, other)) return 'fewer names';
  return cut && isCutFrom(one, other, rest) ? 'cut where the line ends' : null;
}

/** What has no counterpart on the other side; words may be written as one there. Of two ways to pair them the better counts, of equal ones always
 *  the same, whichever side is asked first. */
function restOf(one: Side, other: Side): Rest {
  if (plainOf(one) > plainOf(other)) return turned(restOf(other, one));
  const there = paired(one.all, other.all);
  const back = turned(paired(other.all, one.all));
  return there.one.length + there.other.length <= back.one.length + back.other.length ? there : back;
}

function plainOf(side: Side): string {
  return side.all.map(({ plain }) => plain).join(' ');
}

function turned({ one, other }: Rest): Rest {
  return { one: other, other: one };
}

function paired(one: readonly NameWord[], other: readonly NameWord[]): Rest {
  let rest: Rest = { one, other };
  const take = (alike: Alike, here: number, there: number) => {
    for (let found = runs(rest, alike, here, there); found !== null; found = runs(rest, alike, here, there)) rest = found;
  };
  // Words that are the same letter by letter belong together before any that only may be.
  take(samePlain, 1, 1);
  for (const [here, there] of [[1, 1], [2, 1], [1, 2], [3, 1], [1, 3], [2, 2]] as const) take(sameWord, here, there);
  return rest;
}

/** Takes the first run of `here` words that says the same as a run of `there` words; null when there is none. */
function runs({ one, other }: Rest, alike: Alike, here: number, there: number): Rest | null {
  for (let at = 0; at + here <= one.length; at += 1) {
    const word = joined(one.slice(at, at + here));
    for (let to = 0; to + there <= other.length; to += 1) {
      if (alike(word, joined(other.slice(to, to + there)))) return { one: one.toSpliced(at, here), other: other.toSpliced(to, there) };
    }
  }
  return null;
}

/** People of one name have it in one part, or in both when a form insists. */
function isOneName(one: Side, other: Side): boolean {
  const single = (side: Side) => side.given.length === 0 || side.family.length === 0;
  if (!single(one) && !single(other)) return false;
  const covers = (side: Side, by: Side) => side.all.every((word) => by.all.some((candidate) => sameWord(word, candidate)));
  return covers(one, other) && covers(other, one);
}

/** Middle names, second family names and particles may be missing on one side; the first of each may not. */
function maySpare(side: Side, spare: readonly NameWord[], leaner: Side): boolean {
  const heads = [firstOf(side.given), firstOf(side.family)];
  return leaner.all.length > 1 && heads.every((head) => head !== undefined && !spare.includes(head));
}

function firstOf(words: readonly NameWord[]): NameWord | undefined {
  return words.find((word) => !isParticle(word)) ?? words[0];
}

/** Everything that is left of the cut name begins a word that is left of the whole one, the family name's first word among the matches. */
function isCutFrom(whole: Side, cut: Side, rest: Rest): boolean {
  const family = firstOf(whole.family);
  const start = firstOf(cut.family);
  if (family === undefined || start === undefined || !(sameWord(family, start) || beginsWord(family, start))) return false;
  let free = rest.one;
  for (const piece of rest.other) {
    const at = free.findIndex((word) => beginsWord(word, piece));
    if (at < 0) return false;
    free = free.toSpliced(at, 1);
  }
  return true;
}

function isClose(one: Side, other: Side, rest: Rest): boolean {
  const enough = Math.min(one.all.length - rest.one.length, other.all.length - rest.other.length);
  if (enough > 1 && (rest.one.length === 0 || rest.other.length === 0)) return true;
  if (rest.one.length === 1 && rest.other.length === 1 && enough > 0) return rest.one.some((word) => rest.other.some((there) => nearWord(word, there) || initials(word, there)));
  return oneSlip(one, other);
}

function initials(one: NameWord, other: NameWord): boolean {
  return (one.plain.length === 1 && beginsWord(other, one)) || (other.plain.length === 1 && beginsWord(one, other));
}

/** The parts as wholes differ in one letter only. */
function oneSlip(one: Side, other: Side): boolean {
  const families = [joined(one.family), joined(other.family)] as const;
  const givens = [joined(one.given), joined(other.given)] as const;
  return (sameWord(...families) && nearWord(...givens)) || (sameWord(...givens) && nearWord(...families));
}
