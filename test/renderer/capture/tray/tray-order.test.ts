import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, putBefore } from '../../../../renderer/capture/tray/tray-order.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('the order of the tray', () => {
  it('moves a page by places and stops at the ends', () => {
    expect(moved(ids, 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(ids, 'a', -1)).toEqual(ids);
    expect(moved(ids, 'a', 9)).toEqual(['b', 'c', 'd', 'a']);
    expect(moved(ids, 'z', 1)).toEqual(ids);
  });

  it('puts dragged pages before another, in their own order, or at the end', () => {
    expect(putBefore(ids, new Set(['d', 'a']), 'c')).toEqual(['b', 'a', 'd', 'c']);
    expect(putBefore(ids, new Set(['a']), null)).toEqual(['b', 'c', 'd', 'a']);
    expect(putBefore(ids, new Set(['a']), 'a')).toEqual(ids);
  });

  it('never loses or doubles a page', () => {
    fc.assert(fc.property(fc.subarray(ids), fc.constantFrom(...ids, null), (some, before) => {
      expect([...putBefore(ids, new Set(some), before)].sort()).toEqual(ids);
    }));
  });
});
