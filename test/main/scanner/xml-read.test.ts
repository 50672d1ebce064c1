import { expect, test } from 'vitest';
import { parseXml } from '../../../main/scanner/xml.ts';
import { allOf, childOf, childrenOf, countOf, plainWords, wordsOf } from '../../../main/scanner/xml-read.ts';

const root = parseXml(Buffer.from('<a><b><c>1</c><c>-2</c></b><d> Two  words </d><e/><f>12345678901</f></a>'));

test('finds elements by the names on the way', () => {
  expect(childOf(root, 'b', 'c')?.text).toBe('1');
  expect([childOf(root, 'x', 'c'), childOf(null, 'b')]).toEqual([null, null]);
  expect(childrenOf(root, 'b', 'd').map(({ name }) => name)).toEqual(['b', 'd']);
  expect(allOf(root, 'c', 'd').map(({ text }) => text)).toEqual(['1', '-2', 'Two  words']);
  expect([childrenOf(null, 'b'), allOf(null, 'b')]).toEqual([[], []]);
});

test('reads words fit to show, and whole numbers', () => {
  expect([wordsOf(root, 'd'), wordsOf(root, 'e'), wordsOf(root, 'x')]).toEqual(['Two words', null, null]);
  expect(plainWords('\u0007 a\u0000\u202e\tb \u200f')).toBe('a b');
  expect([countOf(root, 'b', 'c'), countOf(root, 'f'), countOf(root, 'd')]).toEqual([1, null, null]);
});
