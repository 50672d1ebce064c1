import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bicDoubt, bicElsewhere, bicProblem, ibanProblem, looksLikeIban, usesIban } from '../../../preload/contract/iban.ts';

const right = ['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606', 'BE68539007547034', 'ES9121000418450200051332', 'MT84MALT011000012345MTLCAST001S', 'NO9386011117947'];

describe('an IBAN', () => {
  it.each(right)('%s is right', (iban) => { expect(ibanProblem(iban)).toBeNull(); });

  it.each([
    ['XX89370400440532013000', /No country/], ['DE8937040044053201300', /22 characters, this has 21/], ['DE89370400440532013001', /One character is wrong/],
    ['GB2912BK60161331926819', /how an IBAN of United Kingdom is built|fails its check/], ['', /two letters/], ['8937', /two letters/], ['DE', /characters/],
  ])('%s is refused', (iban, words) => { expect(ibanProblem(iban)).toMatch(words); });

  it('finds every single wrong digit', () => {
    fc.assert(fc.property(fc.constantFrom(...right), fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, place, by) => {
      const at = 2 + (place % (iban.length - 2));
      fc.pre(/\d/.test(iban[at] ?? ''));
      expect(ibanProblem(iban.slice(0, at) + String((Number(iban[at]) + by) % 10) + iban.slice(at + 1))).not.toBeNull();
    }));
  });

  it('finds a wrong national check behind a right checksum', () => {
    expect(ibanProblem('BE41539007547035')).toMatch(/fails its check/);
  });
});

describe('a BIC', () => {
  it.each(['DEUTDEFF', 'DEUTDEFF500', 'CHASUS33'])('%s is right', (bic) => { expect(bicProblem(bic)).toBeNull(); });
  it.each([['DEUTDEF', /8 or 11/], ['DEUTDEFF5', /8 or 11/], ['DEUTXXFF', /no country/], ['D3UTDEFF', /four letters/], ['deutdeff', /four letters/]])(
    '%s is refused', (bic, words) => { expect(bicProblem(bic)).toMatch(words); },
  );

  it('is doubted in another country than the IBAN, but not where banks share', () => {
    expect(bicDoubt('BNPAFRPP', 'DE89370400440532013000')).toMatch(/France.*Germany/);
    expect(bicDoubt('DEUTDEFF', 'DE89370400440532013000')).toBeNull();
    expect(bicDoubt('RBOSGGSX', 'GB29NWBK60161331926819')).toBeNull();
  });

  it('is doubted in another country than its bank, but not where banks share', () => {
    expect(bicElsewhere('BNPAFRPP', 'DE')).toMatch(/France.*Germany/);
    expect([bicElsewhere('DEUTDEFF', 'DE'), bicElsewhere('RBOSGGSX', 'GB'), bicElsewhere('NWBKGB2L', 'JE')]).toEqual([null, null, null]);
  });
});

describe('where IBANs are used', () => {
  it('is what the registry says, and the territories that share one', () => {
    expect(['DE', 'GB', 'JE', 'GF', 'AE'].filter((country) => !usesIban(country))).toEqual([]);
    expect(['US', 'SG', 'NG', 'SN', '', 'XX'].filter(usesIban)).toEqual([]);
  });

  it('an account that begins like one is taken for one, others aren\u2019t', () => {
    expect(['DE89370400440532013000', 'DE00'].map(looksLikeIban)).toEqual([true, true]);
    expect(['US12345678', '0532013000', 'AB12', 'DEX1', ''].filter(looksLikeIban)).toEqual([]);
  });
});
