import { describe, expect, it } from 'vitest';
import { foldText, searchCondition, searchWords } from '../../../main/store/search-text.ts';

describe('search words', () => {
  it('fold case, accents and spaces', () => {
    expect(foldText('  Luc\u00eda\u00a0\n FERRER ')).toBe('lucia ferrer');
  });

  it.each([
    ['2,400.00', [['2400.00']]], ['2.400,50', [['2400.50']]], ['2,400', [['2400', '2.400', '2,400']]], ['2400.5', [['24005', '2400.5']]],
    ['an-0031', [['an-0031']]], ['', []],
  ])('spell "%s"', (query, words) => {
    expect(searchWords(query)).toEqual(words);
  });

  it('ask for every word, in any of its spellings, and pass them as parameters', () => {
    expect(searchCondition(searchWords("o'neil 2,4"), 'search')).toEqual({
      sql: '(instr(search, ?) > 0) AND (instr(search, ?) > 0 OR instr(search, ?) > 0 OR instr(search, ?) > 0)', params: ["o'neil", '24', '2.4', '2,4'],
    });
    expect(searchCondition([], 'search')).toEqual({ sql: '1', params: [] });
  });
});
