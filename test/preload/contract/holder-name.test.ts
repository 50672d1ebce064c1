import { describe, expect, it } from 'vitest';
import { compareHolder } from '../../../preload/contract/holder-name.ts';

describe('comparing a payee with the holder that the bank names', () => {
  it.each([
    ['Okonjo Textiles', 'OKONJO TEXTILES LTD'],
    ['Adaeze Nwosu', 'NWOSU ADAEZE'],
    ['Zoë O’Brien', 'OBRIEN ZOE'],
  ])('takes %s and %s for the same', (payee, holder) => {
    expect(compareHolder(payee, holder)).toBe('same');
  });

  it.each([
    ['Adaeze Nwosu', 'NWOSU ADAEZE CHIOMA'],
    ['Adaeze C. Nwosu', 'ADAEZE CHIOMA NWOSU'],
    ['Halima Yusuf', 'HALIMA YUSUFF'],
    ['Adaeze Nwosu', 'ADAEEZ NWOSU'],
    ['Lagoonprint', 'LAGOONPRINTS'],
  ])('calls %s and %s close', (payee, holder) => {
    expect(compareHolder(payee, holder)).toBe('close');
  });

  it.each([
    ['Adaeze Nwosu', 'CHIDI NWOSU'],
    ['Nwosu', 'CHIDI NWOSU'],
    ['Adaeze Nwosu', 'NWOSU'],
    ['Okonjo Textiles', 'OKONJO FOODS LTD'],
    ['Okonjo Textiles', ''],
    ['', 'OKONJO TEXTILES LTD'],
    ['Ada Obi', 'EDA UBI'],
  ])('calls %s and %s different', (payee, holder) => {
    expect(compareHolder(payee, holder)).toBe('differs');
  });
});
