/** The longest sentence of the provider that is shown, in characters. */
const longestWords = 220;
const mostRead = 4000;

/** The provider's own sentence, fit to be shown: one line, no control characters, cut at 220 characters (or `longest`) but never
 *  within one; null for markup and nothing. */
export function providerWords(value: unknown, longest = longestWords): string | null {
  // Cut before it is looked through: how long that takes would grow with the square of a hostile text.
  const text = typeof value === 'string' ? value.slice(0, mostRead) : null;
  if (text === null || /<\/?[a-z!][^>]*>/i.test(text)) return null;
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '').trimEnd()}\u2026` : line;
}

/** A sentence that quotes a provider by its name, or only says that it gave no reason. */
export function quotedFrom(name: string, words: unknown): string {
  const line = providerWords(words);
  return line === null ? `${name} gave no reason.` : `${name} says: \u201c${line}\u201d`;
}
