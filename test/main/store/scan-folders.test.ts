import { expect, it } from 'vitest';
import { createScanFolders } from '../../../main/store/scan-folders.ts';
import { memoryStore } from './open.ts';

const file = { path: '/scans/a.jpg', size: 10, modifiedAt: 5 };

it('keeps one watched folder a profile', () => {
  const db = memoryStore();
  const [one, other] = [createScanFolders(db, 'p1'), createScanFolders(db, 'p2')];
  one.choose('/scans', 1);
  one.choose('/others', 2);
  expect([one.folder(), other.folder()]).toEqual(['/others', null]);
  one.forget();
  expect(one.folder()).toBeNull();
});

it('knows a file only as it was seen, and a content under whatever name', () => {
  const db = memoryStore();
  const [one, other] = [createScanFolders(db, 'p1'), createScanFolders(db, 'p2')];
  one.remember({ ...file, hash: 'h' }, 1);
  expect([one.knows(file), one.knows({ ...file, size: 11 }), one.knows({ ...file, modifiedAt: 6 }), one.knows({ ...file, path: '/scans/b.jpg' }), other.knows(file)]).toEqual([true, false, false, false, false]);
  expect([one.knowsContent('h'), one.knowsContent('i'), one.knowsContent(''), other.knowsContent('h')]).toEqual([true, false, false, false]);
  one.remember({ ...file, size: 20, hash: '' }, 2);
  expect([one.knows(file), one.knows({ ...file, size: 20 }), one.knowsContent('')]).toEqual([false, true, false]);
});
