import { expect, it } from 'vitest';
import { createKeptValues } from '../../../main/store/kept-values.ts';
import { memoryStore } from './open.ts';

it('keeps the last value of a key with its age, any JSON, null too', () => {
  const kept = createKeptValues(memoryStore(), 'p');
  expect(kept.get('wallets')).toBeNull();
  kept.put('wallets', [{ minor: 5, name: 'Zoë' }], 10);
  kept.put('wallets', [], 20);
  kept.put('label', null, 30);
  expect([kept.get('wallets'), kept.get('label')]).toEqual([{ value: [], readAt: 20 }, { value: null, readAt: 30 }]);
});

it('keeps profiles apart', () => {
  const db = memoryStore();
  createKeptValues(db, 'p').put('k', 1, 1);
  createKeptValues(db, 'q').put('k', 2, 2);
  expect([createKeptValues(db, 'p').get('k')?.value, createKeptValues(db, 'q').get('k')?.value, createKeptValues(db, 'r').get('k')]).toEqual([1, 2, null]);
});
