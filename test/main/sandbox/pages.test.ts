import { expect, test } from 'vitest';
import { pageNumber, paginate } from '../../../main/sandbox/pages.ts';

const rows = [1, 2, 3, 4, 5];

test('pages cover every row once and link to their neighbours', () => {
  const pages = [1, 2, 3].map((number) => paginate(rows, number, 2, '/x'));
  expect(pages.flatMap((page) => page.data)).toEqual(rows);
  expect(pages.map((page) => page.links)).toEqual([
    { first: '/x?page=1', last: '/x?page=3', prev: null, next: '/x?page=2' },
    { first: '/x?page=1', last: '/x?page=3', prev: '/x?page=1', next: '/x?page=3' },
    { first: '/x?page=1', last: '/x?page=3', prev: '/x?page=2', next: null },
  ]);
  expect(pages.map((page) => page.meta)).toMatchObject([{ from: 1, to: 2, total: 5 }, { from: 3, to: 4, last_page: 3 }, { from: 5, to: 5, current_page: 3, per_page: 2 }]);
});

test('a page behind the last is empty, and no rows still make one page', () => {
  expect(paginate(rows, 4, 2, '/x')).toMatchObject({ data: [], meta: { from: null, to: null, total: 5, last_page: 3 } });
  expect(paginate([], 1, 2, '/x')).toMatchObject({ data: [], links: { first: '/x?page=1', last: '/x?page=1', prev: null, next: null }, meta: { last_page: 1, total: 0 } });
});

test.each([['3', 3], [7, 7], ['100', 50], ['0', 15], ['-1', 15], ['2.5', 15], ['abc', 15], [undefined, 15], ['', 15], ['Infinity', 15]])(
  'the number of %j is %i', (value, number) => { expect(pageNumber(value, 15, 50)).toBe(number); },
);
