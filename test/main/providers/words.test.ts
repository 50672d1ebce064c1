import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerWords, quotedFrom } from '../../../main/providers/words.ts';

describe('the provider\u2019s words', () => {
  it('are one line without anything that can\u2019t be seen', () => {
    expect(providerWords('  Insufficient\r\n\tfunds.\u0000 ')).toBe('Insufficient funds.');
    expect(providerWords('Paid to \u202eevil\u2066 Ltd\u200b')).toBe('Paid to evil Ltd');
  });

  it.each([null, undefined, 7, ['x'], {}, '', ' \n', '<html>Sign in</html>', 'Oops <script>', '</p>', '<!DOCTYPE html>'])('are none in %j', (value) => { expect(providerWords(value)).toBeNull(); });

  it('may hold signs that are no markup', () => { expect(providerWords('The amount must be < 5 and > 1.')).toBe('The amount must be < 5 and > 1.'); });

  it('are cut at 220 characters, and never in the middle of one', () => {
    expect(providerWords('a'.repeat(220))).toBe('a'.repeat(220));
    expect(providerWords('a'.repeat(221))).toBe(`${'a'.repeat(219)}\u2026`);
    expect(providerWords(`${'a'.repeat(218)}\u{1f4b8} and more`)).toBe(`${'a'.repeat(218)}\u2026`);
  });

  it('are the same when they are cleaned once more', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '/', '!', '\n', '\u0000', '\u200b', '\u202e', '\u{1f4b8}', 'x'.repeat(60)), maxLength: 300 });
    fc.assert(fc.property(odd, (text) => {
      const once = providerWords(text);
      expect(once === null ? null : providerWords(once)).toBe(once);
    }));
  });

  it('are quoted under the provider\u2019s name, or said to be missing', () => {
    expect(quotedFrom('Blaaiz', ' No.\n')).toBe('Blaaiz says: \u201cNo.\u201d');
    expect(quotedFrom('Kira', null)).toBe('Kira gave no reason.');
    expect(quotedFrom('Kira', '<html>')).toBe('Kira gave no reason.');
  });
});
