import { describe, expect, it } from 'vitest';
import { isRecord, parseJson } from '../../../main/providers/parse-json.ts';

describe('reading JSON', () => {
  it('keeps a number that a double can\u2019t hold as its digits', () => {
    expect(parseJson('{"a":90071992547409.915,"b":2500000.5,"c":"1","d":[12345678901234567890]}'))
      .toEqual({ a: '90071992547409.915', b: 2500000.5, c: '1', d: ['12345678901234567890'] });
  });
  it.each(['', '  ', '<html>', '{"a":', 'undefined'])('gives undefined for %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
  it('tells objects from arrays and null', () => {
    expect([{}, [], null, 'x'].map(isRecord)).toEqual([true, false, false, false]);
  });
});
