import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerRows } from '../../../main/store/customers.ts';
import type { Database } from '../../../main/store/database.ts';
import { createStrikeRows } from '../../../main/store/strikes.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { memoryStore } from './open.ts';

let db: Database;
beforeEach(() => {
  db = memoryStore();
  createCustomerRows(db, 'p1').put({
    id: 'a', state: 'rejected', remoteId: 'r', fields: emptyCustomerFields, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null, nextCheckAt: null, checkCount: 0,
    comment: null, problem: null, createdAt: 1, updatedAt: 1,
  });
});

describe('refusals in the store', () => {
  it('are counted up from one, and the last is given', () => {
    const rows = createStrikeRows(db, 'p1');
    expect(rows.last('a')).toBeNull();
    expect(rows.add('a', { at: 1, comment: 'Blur.', points: [{ text: 'Blur.', cause: 'blur', slots: ['identity'] }] }).number).toBe(1);
    rows.add('a', { at: 2, comment: null, points: null });
    expect(rows.last('a')).toEqual({ number: 2, at: 2, comment: null, points: null });
  });

  it('belong to a customer of the profile', () => {
    createStrikeRows(db, 'p1').add('a', { at: 1, comment: null, points: [] });
    const other = createStrikeRows(db, 'p2');
    expect(other.last('a')).toBeNull();
    expect(() => other.add('a', { at: 1, comment: null, points: [] })).toThrow(/customer of this profile/);
  });

  it.each(['DELETE FROM strikes', 'UPDATE strikes SET comment = NULL', "INSERT INTO strikes VALUES ('a', 3, 1, NULL, NULL)", "INSERT OR REPLACE INTO strikes VALUES ('a', 1, 1, NULL, NULL)", 'DELETE FROM customers'])(
    'are never taken back: %s', (sql) => {
      const rows = createStrikeRows(db, 'p1');
      const kept = rows.add('a', { at: 1, comment: 'Blur.', points: [] });
      expect(() => db.run(sql)).toThrow();
      expect(rows.last('a')).toEqual(kept);
    },
  );
});
