import { expect, test } from 'vitest';
import { pagesWords, progressWords, scannerNote } from '../../../../renderer/capture/scanner/scan-words.ts';

const scanner = { id: 's', name: 'Desk', address: 'https://192.168.1.20/eSCL', secure: true, found: true, known: false };

test('a scanner says where it is, whether it is known, and whether its pages travel in the open', () => {
  expect(scannerNote(scanner)).toBe('192.168.1.20');
  expect(scannerNote({ ...scanner, known: true })).toBe('192.168.1.20 · used before');
  expect(scannerNote({ ...scanner, address: 'http://10.0.0.1:8080/eSCL', secure: false, found: false, known: true })).toBe('10.0.0.1:8080 · used before, not seen now · not encrypted');
});

test('a scan says how far it is', () => {
  expect(progressWords({ state: 'starting', pages: 0 })).toBe('Starting the scanner…');
  expect(progressWords({ state: 'waiting', pages: 0 })).toBe('The scanner is busy or warms up…');
  expect(progressWords({ state: 'scanning', pages: 2 })).toBe('Scanning page 3…');
  expect(progressWords({ state: 'cancelling', pages: 2 })).toBe('Stopping…');
  expect([pagesWords(1), pagesWords(2)]).toEqual(['One page is in the tray.', '2 pages are in the tray.']);
});
