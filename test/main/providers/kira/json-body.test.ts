import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBody } from '../../../../main/providers/kira/json-body.ts';

describe('a canonical body', () => {
  it('leaves out whatever is empty, at every depth, and never says null', () => {
    expect(jsonBody({ a: '', b: undefined, c: [], d: { e: '', f: {} }, g: 'x', h: false, i: ['y'] })).toBe('{"g":"x","h":false,"i":["y"]}');
    expect(jsonBody({ a: '' })).toBe('{}');
  });

  it('keeps the order in which it was given, and is the same for the same parts', () => {
    expect(jsonBody({ b: '1', a: { d: '2', c: '3' } })).toBe('{"b":"1","a":{"d":"2","c":"3"}}');
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string()), (parts) => {
      expect(jsonBody(parts)).toBe(jsonBody({ ...parts }));
      expect(jsonBody(parts)).not.toContain(':null');
    }));
  });
});
