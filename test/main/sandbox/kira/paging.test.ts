import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byOffset, byPage, clamped } from '../../../../main/sandbox/kira/paging.ts';

const rows = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test('walking by offset or by page sees every row once and in order', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 1, max: 100 }), (count, limit) => {
    const all = rows(count);
    const seen: number[] = [];
    for (let more = true; more;) {
      const page = byOffset(all, String(limit), String(seen.length));
      seen.push(...page.data);
      more = page.pagination.has_more;
    }
    const { facts } = byPage(all, String(limit), '1');
    const paged = rows(facts.total_pages).flatMap((index) => byPage(all, String(limit), String(index + 1)).rows);
    expect([seen, paged, facts.total]).toEqual([all, all, count]);
  }));
});

test.each(['0', '-1', '1.5', 'ten'])('a limit of %s is refused, or pulled into its bounds', (limit) => {
  expect(() => byOffset(rows(3), limit, undefined)).toThrow('400');
  expect(clamped(rows(200), limit, undefined).length).toBeGreaterThan(0);
});

test('trap 8: a limit above a hundred breaks one kind of list and is cut in the other', () => {
  expect(() => byOffset(rows(3), '101', undefined)).toThrow('500');
  expect(() => byPage(rows(3), '101', undefined)).toThrow('500');
  expect(clamped(rows(200), '101', undefined)).toHaveLength(100);
});
