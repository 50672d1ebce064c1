import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseZone, type ZoneFields } from '../../../preload/contract/mrz.ts';
import { checkDigit, zoneChecks, zoneSigns } from '../../../preload/contract/mrz-layout.ts';

// The specimens of ICAO Doc 9303 parts 4, 5 and 6.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const travel = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
const today = '2026-03-01';

const read = (lines: readonly string[]): ZoneFields => {
  const fields = parseZone(lines, today);
  if (!fields) throw new Error('That is no zone.');
  return fields;
};
const wrong = (fields: ZoneFields) => fields.checks.filter(({ right }) => !right).map(({ name }) => name);
const replaced = (lines: readonly string[], row: number, at: number, sign: string) => lines.map((line, index) => (index === row ? line.slice(0, at) + sign + line.slice(at + 1) : line));

describe('a machine-readable zone', () => {
  it('gives everything that a passport says', () => {
    const { checks, ...fields } = read(passport);
    expect(fields).toEqual({
      format: 'TD3', code: 'P', issuer: 'UTO', issuerCountry: null, nationality: 'UTO', nationalityCountry: null, surname: 'ERIKSSON', givenNames: 'ANNA MARIA', truncated: false,
      number: 'L898902C3', birth: '1974-08-12', expiry: '2012-04-15', sex: 'F', optional: 'ZE184226B',
    });
    expect(checks.map(({ name }) => name)).toEqual(['number', 'birth', 'expiry', 'optional', 'composite']);
    expect(wrong(read(passport))).toEqual([]);
  });

  it.each([['TD1', card], ['TD2', travel]] as const)('reads the %s specimen', (format, lines) => {
    expect(read(lines)).toMatchObject({ format, code: 'I', surname: 'ERIKSSON', givenNames: 'ANNA MARIA', number: 'D23145890', birth: '1974-08-12', expiry: '2012-04-15', sex: 'F', optional: '' });
    expect(wrong(read(lines))).toEqual([]);
  });

  it('expects no composite check digit of a visa', () => {
    expect(read(visa).checks.map(({ name }) => name)).toEqual(['number', 'birth', 'expiry']);
    expect(read(visa)).toMatchObject({ code: 'V', number: 'L8988901C', nationality: 'XXX', birth: '1940-09-07', expiry: '1996-12-10' });
    expect(wrong(read(visa))).toEqual([]);
  });

  it('reads a document number that runs over into the optional signs', () => {
    const first = 'I<UTOD23145890<7349<<<<<<<<<<<';
    const second = '3407127M9507122UTO<<<<<<<<<<<';
    const lines = [first, second + checkDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18)), card[2] ?? ''];
    expect(read(lines)).toMatchObject({ number: 'D23145890734', optional: '' });
    expect(wrong(read(lines))).toEqual([]);
  });

  it.each([
    ['DEU', 'DE'], ['D', 'DE'], ['GBD', 'GB'], ['GBN', 'GB'], ['RKS', 'XK'], ['NGA', 'NG'], ['UTO', null], ['XXA', null], ['UNO', null], ['QQQ', null],
  ])('takes %s for the country %s', (state, country) => {
    const lines = [`P<${state.padEnd(3, '<')}${(passport[0] ?? '').slice(5)}`, passport[1] ?? ''];
    expect(read(lines)).toMatchObject({ issuer: state, issuerCountry: country });
  });

  it.each([
    ['260228', '2026-02-28'], ['260302', '1926-03-02'], ['990101', '1999-01-01'], ['991301', null], ['65<<<<', null], ['000230', null], ['000229', '2000-02-29'],
  ])('takes the birth date %s for %s', (text, date) => {
    expect(read([passport[0] ?? '', (passport[1] ?? '').slice(0, 13) + text + (passport[1] ?? '').slice(19)]).birth).toBe(date);
  });

  it.each([['360228', '2036-02-28'], ['991231', '1999-12-31'], ['240229', '2024-02-29'], ['751231', '2075-12-31']])('takes the expiry %s for %s', (text, date) => {
    expect(read([passport[0] ?? '', (passport[1] ?? '').slice(0, 21) + text + (passport[1] ?? '').slice(27)]).expiry).toBe(date);
  });

  it('says when the names fill their line, so that some may be missing', () => {
    expect(read(['P<UTOVANDERBILT<ROCKEFELLER<<MAXIMILIANALEX', passport[1] ?? ''].map((line) => line.padEnd(44, 'X')))).toMatchObject({ truncated: true, surname: 'VANDERBILT ROCKEFELLER' });
  });

  it('reads one name alone, and a name with an apostrophe left out', () => {
    expect(read(['P<UTOARKFREITH'.padEnd(44, '<'), passport[1] ?? ''])).toMatchObject({ surname: 'ARKFREITH', givenNames: '', truncated: false });
    expect(read(['P<UTODARTAGNAN<<JEAN<<LUC'.padEnd(44, '<'), passport[1] ?? ''])).toMatchObject({ surname: 'DARTAGNAN', givenNames: 'JEAN LUC' });
  });

  it('lets a passport without optional signs leave out their check digit, and no other one', () => {
    const bare = (digit: string) => {
      const body = `L898902C36UTO7408122F1204159${'<'.repeat(14)}${digit}`;
      return [passport[0] ?? '', body + checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21))];
    };
    expect([wrong(read(bare('<'))), wrong(read(bare('0')))]).toEqual([[], []]);
    expect(wrong(read(replaced(passport, 1, 42, '<')))).toContain('optional');
    expect(wrong(read(replaced(passport, 1, 9, '<')))).toContain('number');
  });

  it('takes only lines of a zone', () => {
    for (const lines of [[], [passport[0] ?? ''], ['', ''], [...passport, passport[0] ?? ''], passport.map((line) => line.toLowerCase()), passport.map((line) => line.slice(1))]) {
      expect(parseZone(lines, today)).toBeNull();
    }
  });
});

describe('the check digits', () => {
  const sign = fc.constantFrom(...zoneSigns);
  const text = (length: number) => fc.array(sign, { minLength: length, maxLength: length }).map((signs) => signs.join(''));
  const value = (letter: string) => zoneSigns.indexOf(letter) % 36 % 10;

  it('change with every sign of another value', () => {
    fc.assert(fc.property(text(9), fc.nat(8), sign, (number, at, other) => {
      fc.pre(value(number.charAt(at)) !== value(other));
      expect(checkDigit(number.slice(0, at) + other + number.slice(at + 1))).not.toBe(checkDigit(number));
    }));
  });

  it('are weighted 7, 3, 1', () => {
    fc.assert(fc.property(text(12), (signs) => {
      const sum = Array.from(signs, (each, at) => (zoneSigns.indexOf(each) % 36) * (7 - 4 * (at % 3 === 1 ? 1 : 0) - 6 * (at % 3 === 2 ? 1 : 0))).reduce((a, b) => a + b, 0);
      expect(checkDigit(signs)).toBe(String(sum % 10));
    }));
  });

  it.each([['TD1', card], ['TD2', travel], ['TD3', passport]] as const)('of a %s document find every single wrong sign in what they guard', (format, lines) => {
    const guarded = zoneChecks(format, false).flatMap(({ over }) => over.flatMap((span) => Array.from({ length: span.to - span.from }, (_, at) => [span.line, span.from + at] as const)));
    fc.assert(fc.property(fc.constantFrom(...guarded), sign, ([row, at], other) => {
      const old = (lines[row] ?? '').charAt(at);
      fc.pre(value(old) !== value(other));
      expect(wrong(read(replaced(lines, row, at, other)))).not.toEqual([]);
    }));
  });
});
