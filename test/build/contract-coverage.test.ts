import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Kira's interface has 29 known traps, and 29 places where its papers contradict one another or themselves. The numbers are the
 * ones listed in docs/kira-traps.md. A test that holds one of them says so at the start of its name: "trap 12: …", "C14: …",
 * "C11, trap 17: …", "traps 13, 14 and 15: …". What no test names, nobody would notice breaking.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const all = ['trap ', 'C'].flatMap((kind) => Array.from({ length: 29 }, (_, index) => `${kind}${index + 1}`));

const one = String.raw`(?:C\d+|traps? \d+)`;
const label = new RegExp(String.raw`(?<=['"\x60])${one}(?:(?:, | and )(?:${one}|\d+))*(?=: )`, 'g');

/** The numbers that names of tests in a source begin with, as "trap 12" and "C14". A number without a kind is of the kind before it. */
function numbersIn(source: string): readonly string[] {
  return (source.match(label) ?? []).flatMap((found) => {
    let kind = '';
    return [...found.matchAll(/(C|traps? )?(\d+)/g)].map(([, mark, number]) => {
      if (mark !== undefined) kind = mark === 'C' ? 'C' : 'trap ';
      return `${kind}${number}`;
    });
  });
}

/** The rows of the list: number, what is true, and the files whose tests hold it. */
const rows = [...read('docs/kira-traps.md').matchAll(/^\| (trap \d+|C\d+) \| (.+) \| (.+) \|$/gm)]
  .map(([, number = '', fact = '', files = '']) => ({ number, fact, files: [...files.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') }));

describe('the numbers in the names of tests', () => {
  it.each<[string, readonly string[]]>([
    [`it('trap 7: asks late', run)`, ['trap 7']], [`it.each([1])("traps 13, 14 and 15: has %i", run)`, ['trap 13', 'trap 14', 'trap 15']], ['describe(`C11, trap 17: both`, run)', ['C11', 'trap 17']],
    [`it('trap 6 and C15: once', run)`, ['trap 6', 'C15']], [`it('falls into trap 7: no', run) // trap 8: no`, []], [`it('traps 7', run); it('C', run); it('C14 is accepted', run)`, []],
  ])('are read out of %j', (source, numbers) => { expect(numbersIn(source)).toEqual(numbers); });
});

describe('every known trap and contradiction of Kira’s interface', () => {
  const named = new Set(globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('contract-coverage.test.ts')).flatMap((file) => numbersIn(read(file))));

  it('has a test that names it', () => { expect(all.filter((number) => !named.has(number))).toEqual([]); });
  it('is in the list once, with what is true', () => { expect(rows.map(({ number }) => number)).toEqual(all); });
  it('is held by every file that the list names beside it', () => {
    expect(rows.filter(({ files }) => files.length === 0).map(({ number }) => number)).toEqual([]);
    expect(rows.flatMap(({ number, files }) => files.filter((file) => !numbersIn(read(file)).includes(number)).map((file) => `${number} in ${file}`))).toEqual([]);
  });
  it('and no test names one that isn’t in the list', () => { expect([...named].filter((number) => !all.includes(number))).toEqual([]); });
});
