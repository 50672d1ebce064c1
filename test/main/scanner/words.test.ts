import { describe, expect, test } from 'vitest';
import type { LineFailure } from '../../../main/scanner/line-types.ts';
import * as words from '../../../main/scanner/words.ts';

const failures: readonly LineFailure[] = [
  { kind: 'unreachable' }, { kind: 'timeout' }, { kind: 'broken' }, { kind: 'outside' }, { kind: 'insecure' }, { kind: 'stopped' }, { kind: 'changed', fingerprint: 'AA' },
];

describe('every error', () => {
  test('says what happened and what to do, in whole sentences', () => {
    const all = [
      ...failures.map((failure) => words.lineWords(failure, 'Desk')), ...(['jam', 'cover', 'empty', 'stopped'] as const).map((trouble) => words.troubleWords(trouble, 'Desk')),
      words.busyWords('Desk'), words.refusedWords('Desk'), words.lockedWords('Desk'), words.cancelledThereWords('Desk'), words.endedWords('Desk'), words.slowWords('Desk'),
      words.garbageWords('Desk'), words.noScannerWords('Desk'), words.oddPageWords('Desk'), words.largePageWords('Desk', 1024 * 1024), words.manyPagesWords(200),
    ];
    for (const { message, fix } of all) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(all.map(({ message }) => message)).size).toBe(all.length);
  });
});

test('an error says which pages are kept', () => {
  const error = words.busyWords('Desk');
  expect(words.withKept(error, 0)).toEqual(error);
  expect(words.withKept(error, 1).fix).toBe(`${error.fix} The page that came before is in the tray.`);
  expect(words.withKept({ code: 'scanner-jam', message: 'x' }, 3).fix).toBe('The 3 pages that came before are in the tray.');
});
