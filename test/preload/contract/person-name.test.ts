import { describe, expect, it } from 'vitest';
import { nameDoubt, nameProblem } from '../../../preload/contract/person-name.ts';

describe('a name', () => {
  it.each(['Jo', '\u00c9a', 'O\u2019Brien-Okafor', '\u738b\u5c0f\u660e', 'Quill & Pine (UK) Ltd.', '3M Company'])('%s is one', (name) => { expect(nameProblem(name)).toBeNull(); });
  it.each(['', '  ', 'J', '12345', 'J.', 'Jo\u0000', 'Jo\nField', '<b>Jo</b>', 'Jo | Field', 'Jo\\'])('%j is none', (name) => { expect(nameProblem(name)).not.toBeNull(); });
  it('may be as long as allowed and no longer', () => {
    expect(nameProblem('a'.repeat(140))).toBeNull();
    expect(nameProblem('a'.repeat(141))).toMatch(/140/);
    expect(nameProblem('a'.repeat(36), 35)).toMatch(/35/);
  });
});

describe('a doubt about a name', () => {
  it('names the first letter that is not Latin, accents being Latin', () => {
    expect(nameDoubt('Zo\u00eb \u0141ukasz \u1ecc\u0300k\u00e1n')).toBeNull();
    expect(nameDoubt('J\u043e Field')).toContain('\u201c\u043e\u201d');
  });
  it('is a digit, or more than 70 characters', () => {
    expect(nameDoubt('Jo Field 2')).toMatch(/digit/);
    expect(nameDoubt('a'.repeat(70))).toBeNull();
    expect(nameDoubt('a'.repeat(71))).toMatch(/70/);
  });
});
