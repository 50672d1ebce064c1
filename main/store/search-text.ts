/** Folds a text for searching: lower case, no accents, single spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A search as asked: every word must be found, in one of its spellings. */
export type SearchWords = readonly (readonly string[])[];

/** Splits what a person typed into folded words. An amount is looked for with its grouping signs taken away, so "2,400.00", "2400" and
 *  "2.400,00" find the same row. At most eight words count. */
export function searchWords(query: string): SearchWords {
  return foldText(query).split(' ').filter((word) => word !== '').slice(0, 8).map(spellings);
}

function spellings(word: string): readonly string[] {
  if (!/^\d[\d.,]*$/.test(word) || !/[.,]/.test(word)) return [word];
  const comma = word.lastIndexOf(',');
  const dot = word.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) {
    const [group, decimal] = comma > dot ? ['.', ','] : [',', '.'];
    return [word.replaceAll(group, '').replace(decimal, '.')];
  }
  // One kind of sign: it may group thousands or start the decimals, so both are looked for.
  return [...new Set([word.replace(/[.,]/g, ''), word.replace(',', '.'), word])];
}

/** The SQL condition that a search makes on a folded text column, with its parameters; `1` when nothing is searched. */
export function searchCondition(words: SearchWords, column: string): { readonly sql: string; readonly params: readonly string[] } {
  if (words.length === 0) return { sql: '1', params: [] };
  const sql = words.map((forms) => `(${forms.map(() => `instr(${column}, ?) > 0`).join(' OR ')})`).join(' AND ');
  return { sql, params: words.flat() };
}
