import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, type PersonName } from '../../../../preload/contract/judge/names.ts';

const name = (given: string, family: string): PersonName => ({ given, family });
const level = (one: PersonName, other: PersonName, cut = false) => compareNames(one, other, cut).level;

describe('names of the form and of the document', () => {
  it.each([
    ['Thea Ines', 'Marlowe', 'THEA INES', 'MARLOWE'], ['Zoë', 'O\u2019Brien', 'ZOE', 'OBRIEN'], ['Mary-Anne', 'Smith-Jones', 'MARY ANNE', 'SMITH JONES'],
    ['José', 'Dvořák', 'JOSE', 'DVORAK'], ['Mary Anne', 'de la Torre', 'MARYANNE', 'DELATORRE'], ['Ọláwálé', 'Adébáyò', 'OLAWALE', 'ADEBAYO'], ['FNU', 'Suharti', '', 'SUHARTI'],
    ['Mš Ana', 'Obi', 'MS ANA', 'OBI'],
  ])('%s %s is the same as %s %s', (given, family, zoneGiven, zoneFamily) => {
    expect(level(name(given, family), name(zoneGiven, zoneFamily))).toBe('same');
  });

  it.each([
    ['Jürgen', 'Weißmann', 'JUERGEN', 'WEISSMANN'], ['Begoña', 'Muñoz', 'BEGONXXA', 'MUNXXOZ'], ['Søren', 'Kjær', 'SOEREN', 'KJAER'], ['Łukasz', 'Żółtowski', 'LUKASZ', 'ZOLTOWSKI'],
    ['Þórunn', 'Guðmundsdóttir', 'THORUNN', 'GUDMUNDSDOTTIR'], ['Åsa', 'Åkesson', 'AASA', 'AAKESSON'], ['Юлия', 'Щербакова', 'IULIIA', 'SHCHERBAKOVA'], ['Ξένια', 'Παπαδοπούλου', 'XENIA', 'PAPADOPOULOU'],
    ['Marlowe', 'Thea', 'THEA', 'MARLOWE'], ['Thea', 'Marlowe', 'THEA INES', 'MARLOWE'], ['Lucía', 'García', 'LUCIA', 'GARCIA LORCA'], ['Joost', 'van der Meer', 'JOOST', 'MEER'],
    ['Suharti', 'Suharti', '', 'SUHARTI'], ['Wei Ming', 'Ouyang', 'OUYANG', 'WEIMING'], ['Jurgen', 'Schroder-Kohler', 'JUERGEN', 'SCHROEDER KOEHLER'], ['Asa', 'Akesson', 'AASA', 'AAKESSON'],
    ['Đr Aa', 'Aa', 'DR AA', 'AA'], ['Aß', 'Aš Aa', 'AS AA', 'ASS'],
  ])('%s %s is %s %s, rewritten in a known way', (given, family, zoneGiven, zoneFamily) => {
    const match = compareNames(name(given, family), name(zoneGiven, zoneFamily));
    expect(match.level).toBe('rewritten');
    expect(match.why).not.toBeNull();
  });

  it.each([
    ['Thea', 'Marlow', 'THEA', 'MARLOWE'], ['Thae', 'Marlowe', 'THEA', 'MARLOWE'], ['T', 'Marlowe', 'THEA', 'MARLOWE'], ['Ines', 'Marlowe', 'THEA INES', 'MARLOWE'],
  ])('%s %s is close to %s %s', (given, family, zoneGiven, zoneFamily) => {
    expect(level(name(given, family), name(zoneGiven, zoneFamily))).toBe('close');
  });

  it.each([
    ['Thea', 'Marlowe', 'ANNA', 'MARLOWE'], ['Thea', 'Marlowe', 'THEA', 'ERIKSSON'], ['Bo', 'Wu', 'YU', 'WU'], ['Ada', 'Obi', 'CHIDI', 'EZE'], ['Marlowe', 'Marlowe', 'THEA', 'MARLOWE'], ['Thea', 'Marlowe', '', ''],
  ])('%s %s is another person than %s %s', (given, family, zoneGiven, zoneFamily) => {
    expect(level(name(given, family), name(zoneGiven, zoneFamily))).toBe('different');
  });

  it('takes a name that the line cut for the whole one, and only when it was cut', () => {
    const whole = name('Jonathon Alec Maximilian', 'Papandropoulous-Featherstonehaugh');
    const zone = name('J', 'PAPANDROPOULOUS FEATHERSTONEHAUG');
    expect(level(whole, zone, true)).toBe('rewritten');
    expect(level(whole, zone)).toBe('different');
    expect(level(name('Hubert', 'Wolfe'), name('JOHN', 'WOLFE'), true)).toBe('different');
  });

  it('doesn\u2019t judge letters it has no table for', () => { expect(level(name('محمد', 'خان'), name('MUHAMMAD', 'KHAN'))).toBe('foreign'); });
});

const letters = 'abcdefghijklmnoprstuvwyzäöüßæøåñłđþéçš';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9 });
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const person = fc.record({ given: words, family: words });
const icao: Readonly<Record<string, string>> = { ä: 'AE', ö: 'OE', ü: 'UE', ß: 'SS', æ: 'AE', ø: 'OE', å: 'AA', ñ: 'NXX', ł: 'L', đ: 'D', þ: 'TH', é: 'E', ç: 'C', š: 'S', ' ': ' ' };
const zoned = (text: string) => Array.from(text, (letter) => icao[letter] ?? letter.toUpperCase()).join('');
const distinct = 'ADA,BJORN,CHIDI,DUSAN,EFUA,FARID,GIULIA,HUGO,IMANI,JOAO,KWAME,LIEM'.split(',');

describe('comparing any names', () => {
  it('doesn\u2019t depend on the side', () => {
    fc.assert(fc.property(person, person, (one, other) => { expect(level(one, other)).toBe(level(other, one)); }), { numRuns: 400 });
  });

  it('knows every person again in the zone\u2019s letters', () => {
    fc.assert(fc.property(person, ({ given, family }) => {
      expect(['same', 'rewritten']).toContain(level(name(given, family), name(zoned(given), zoned(family))));
    }), { numRuns: 400 });
  });

  it('knows every person again with names in another order and case', () => {
    fc.assert(fc.property(person, ({ given, family }) => {
      expect(['same', 'rewritten']).toContain(level(name(given, family), name(family.toUpperCase(), given.toUpperCase())));
    }), { numRuns: 200 });
  });

  it('never takes two persons without a common name for one, cut or not', () => {
    fc.assert(fc.property(fc.shuffledSubarray(distinct, { minLength: 4, maxLength: 8 }), fc.boolean(), (list, cut) => {
      const half = Math.floor(list.length / 2);
      const [here, there] = [list.slice(0, half), list.slice(half)];
      const split = (all: readonly string[]) => name(all.slice(1).join(' '), all[0] ?? '');
      expect(level(split(here), split(there), cut)).toBe('different');
    }));
  });
});
