import { describe, expect, it } from 'vitest';
import { providerWords, quoted, supportReference } from '../../../../main/providers/blaaiz/words.ts';

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

  it('are quoted, or said to be missing', () => {
    expect(quoted('No.')).toBe('Blaaiz says: \u201cNo.\u201d');
    expect(quoted(null)).toBe('Blaaiz gave no reason.');
  });
});

describe('a reference for support', () => {
  it('is the request\u2019s id before anything else', () => {
    expect(supportReference(new Headers({ 'cf-ray': 'ray-1234', 'x-request-id': 'req-1234' }), { request_id: 'body-1' })).toBe('req-1234');
    expect(supportReference(new Headers({ 'cf-ray': 'ray-1234' }), { request_id: 'body-1' })).toBe('ray-1234');
    expect(supportReference(new Headers(), { request_id: 'body-1', reference: 'ref-1' })).toBe('body-1');
  });
  it('passes over what doesn\u2019t look like one', () => {
    expect(supportReference(new Headers({ 'x-request-id': 'a b <c>' }), { request_id: 12345, reference: 'ref-1' })).toBe('ref-1');
    for (const body of [null, undefined, 'text', [], { reference: 'abc' }, { reference: 'x'.repeat(81) }]) expect(supportReference(new Headers(), body)).toBeNull();
  });
});
