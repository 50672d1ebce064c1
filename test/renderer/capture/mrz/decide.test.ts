import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseZone } from '../../../../preload/contract/mrz.ts';
import { checkDigit, zoneShapes, zoneSigns } from '../../../../preload/contract/mrz-layout.ts';
import { decide } from '../../../../renderer/capture/mrz/decide.ts';

const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const travel = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

const cardNumber = `I<UTOD23145890<74${checkDigit('D23145890<74')}<<<<<<<<<<<<`;
const cardDates = '3407127M9507122UTO<<<<<<<<<<<';
/** A card whose document number goes on among the optional signs. */
const long = [cardNumber, cardDates + checkDigit(cardNumber.slice(5) + cardDates.slice(0, 7) + cardDates.slice(8, 15) + cardDates.slice(18)), 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

/** At a place the eye wavers: `signs` with their probabilities. */
type Doubt = readonly [row: number, at: number, signs: Readonly<Record<string, number>>];

/** What the recogniser says of lines that are clear but for some places. */
function slots(lines: readonly string[], doubts: readonly Doubt[] = []): readonly Float64Array[] {
  return lines.map((line, row) => {
    const odds = new Float64Array(line.length * 37).fill(1e-8);
    Array.from(line, (sign, at) => { odds[at * 37 + zoneSigns.indexOf(sign)] = 1; });
    for (const [, at, signs] of doubts.filter(([where]) => where === row)) {
      odds.fill(1e-8, at * 37, (at + 1) * 37);
      for (const [sign, chance] of Object.entries(signs)) odds[at * 37 + zoneSigns.indexOf(sign)] = chance;
    }
    return odds;
  });
}
const replaced = (line: string, at: number, sign: string) => line.slice(0, at) + sign + line.slice(at + 1);
const [first = '', second = ''] = passport;

describe('the decision on a zone', () => {
  it('keeps what is clear', () => {
    const { lines, read, odds, checked } = decide(slots(passport), 'TD3');
    expect([lines, read, checked]).toEqual([passport, passport, true]);
    expect(odds).toBeGreaterThan(0.99);
  });

  it.each([[5, 'O', '0'], [5, 'Q', '0'], [1, 'B', '8'], [7, 'G', 'C']] as const)('lets the check digits correct place %s of the number, seen as %s', (at, seen, right) => {
    const { lines, read, odds, checked } = decide(slots(passport, [[1, at, { [seen]: 0.7, [right]: 0.3 }]]), 'TD3');
    expect(lines).toEqual(passport);
    expect(read[1]).toBe(replaced(second, at, seen));
    expect(checked && odds > 0.99).toBe(true);
  });

  it('puts letters where letters stand and digits where digits stand', () => {
    const { lines, odds } = decide(slots(passport, [[0, 4, { '0': 0.8, O: 0.2 }], [1, 14, { S: 0.6, A: 0.39, '4': 0.01 }]]), 'TD3');
    expect(lines).toEqual(passport);
    expect(odds).toBeGreaterThan(0.9);
  });

  it('does not choose between signs that count the same', () => {
    const number = 'L898902C3'.replace('0', '6');
    const body = replaced(replaced(second, 5, '6'), 9, checkDigit(number));
    const line = body.slice(0, 43) + checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43));
    expect(decide(slots([first, line], [[1, 5, { '6': 0.6, G: 0.4 }]]), 'TD3').odds).toBeLessThan(0.7);
  });

  it('does not choose between two corrections', () => {
    const { odds } = decide(slots(passport, [[1, 5, { '1': 0.5, '0': 0.5 }], [1, 8, { '3': 0.5, '2': 0.5 }], [1, 9, { '6': 0.5, '9': 0.5 }]]), 'TD3');
    expect(odds).toBeLessThan(0.97);
  });

  it('never bends a clear number to a check digit that contradicts it', () => {
    const forged = [first, replaced(second, 4, '5')];
    const { lines, checked, odds } = decide(slots(forged), 'TD3');
    expect(lines).toEqual(forged);
    expect(checked).toBe(false);
    expect(odds).toBeGreaterThan(0.99);
    expect(parseZone(lines, '2026-01-01')?.checks.some(({ right }) => !right)).toBe(true);
  });

  it('is as unsure of a name as the eye is, since nothing checks it', () => {
    expect(decide(slots(passport, [[0, 6, { R: 0.6, K: 0.4 }]]), 'TD3').odds).toBeCloseTo(0.6, 1);
  });

  it('takes a long document number with or without the filler counted', () => {
    for (const counted of ['D23145890<74', 'D2314589074']) {
      const row = `I<UTOD23145890<74${checkDigit(counted)}<<<<<<<<<<<<`;
      const next = '3407127M9507122UTO<<<<<<<<<<<';
      const card = [row, next + checkDigit(row.slice(5) + next.slice(0, 7) + next.slice(8, 15) + next.slice(18)), 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
      expect(decide(slots(card), 'TD1')).toMatchObject({ lines: card, checked: true });
      expect(decide(slots(card, [[0, 15, { T: 0.6, '7': 0.4 }]]), 'TD1').lines).toEqual(card);
    }
  });

  it('expects no composite check digit of a visa', () => {
    const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
    expect(decide(slots(visa, [[1, 5, { '9': 0.3, G: 0.7 }]]), 'TD3')).toMatchObject({ lines: visa, checked: true });
  });

  it('takes no filler for a check digit, though both count nothing', () => {
    const { lines, checked } = decide(slots(travel, [[1, 0, { '0': 0.05, C: 0.95 }], [1, 9, { '0': 0.05, '<': 0.95 }], [1, 35, { '0': 0.95 }]]), 'TD2');
    expect(checked && lines[1]?.[9] === '<').toBe(false);
  });

  it('takes no correction that ends the long document number elsewhere', () => {
    const { lines, checked } = decide(slots(long, [[0, 18, { W: 0.05, '<': 0.95 }], [1, 21, { T: 0.05, W: 0.95 }]]), 'TD1');
    if (checked) expect(parseZone(lines, '2026-01-01')?.checks.every(({ right }) => right)).toBe(true);
    else expect(lines).toEqual([long[0], replaced(long[1] ?? '', 21, 'W'), long[2]]);
  });

  it.each([['TD1', long], ['TD2', travel], ['TD3', passport]] as const)('never calls a text of size %s right whose check digits are wrong', (format, clear) => {
    const sign = fc.constantFrom(...zoneSigns);
    const { lines: rows, width } = zoneShapes[format];
    const doubt = fc.tuple(fc.nat(rows - 1), fc.nat(width - 1), fc.tuple(sign, sign, fc.double({ min: 0.05, max: 0.95, noNaN: true })));
    fc.assert(fc.property(fc.array(doubt, { maxLength: 6 }), (doubts) => {
      const given = doubts.map(([row, at, [a, b, chance]]): Doubt => [row, at, { [a]: chance, [b]: 1 - chance }]);
      const { lines, checked } = decide(slots(clear, given), format);
      const right = parseZone(lines, '2026-01-01')?.checks.every((check) => check.right);
      if (checked) expect(right).toBe(true);
    }), { numRuns: 300 });
  });
});
