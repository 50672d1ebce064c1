import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerRows } from '../../../main/store/customers.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { createDocumentRows, type DocumentRecord, type DocumentRows } from '../../../main/store/documents.ts';
import { createPayoutDocuments } from '../../../main/store/payout-documents.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';

let db: Database;
let rows: DocumentRows;
const document = (id: string, change: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id, customerId: 'a', slot: 'identity', name: 'pass.jpg', mime: 'image/jpeg', bytes: 10, pages: null, state: 'kept', sent: 0, problem: null, addedAt: 1, blobHash: 'h1', fileId: null,
  evidence: [], overrides: [], captureIds: [], strike: null, setAside: false, ...change,
});

beforeEach(() => {
  const opened = openDatabase({ file: null, key: null, clock: () => 1 });
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
  for (const [profile, id] of [['p1', 'a'], ['p1', 'c'], ['p2', 'b']] as const) {
    createCustomerRows(db, profile).put({
      id, state: 'draft', remoteId: null, fields: emptyCustomerFields, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null, nextCheckAt: null, checkCount: 0,
      comment: null, problem: null, createdAt: 1, updatedAt: 1,
    });
  }
  rows = createDocumentRows(db, 'p1');
});

describe('documents in the store', () => {
  it('come back as they were put, by slot, and change where an upload changes them', () => {
    const page = document('d1', { pages: 3, mime: 'application/pdf' });
    rows.put(page);
    rows.put(document('d2', { slot: 'identity_back' }));
    expect(rows.get('a', 'd1')).toEqual(page);
    rows.put({ ...page, state: 'uploaded', sent: 10, fileId: 'f', problem: 'p' });
    expect(rows.get('a', 'd1')).toEqual({ ...page, state: 'uploaded', sent: 10, fileId: 'f', problem: 'p' });
    expect(rows.list('a').map(({ id }) => id)).toEqual(['d1', 'd2']);
  });

  it('belong to a customer of the profile: others are neither read, written nor removed', () => {
    rows.put(document('d1'));
    expect(rows.get('c', 'd1')).toBeNull();
    expect(() => { rows.put(document('d9', { customerId: 'b' })); }).toThrow(/customer of this profile/);
    expect(() => { rows.put(document('d9', { customerId: 'nobody' })); }).toThrow(/customer of this profile/);
    const other = createDocumentRows(db, 'p2');
    expect([other.get('a', 'd1'), other.list('a')]).toEqual([null, []]);
    other.remove('a', 'd1');
    expect(rows.get('a', 'd1')).not.toBeNull();
  });

  it('go with their customer, and tell across profiles whether bytes are still needed', () => {
    rows.put(document('d1'));
    createDocumentRows(db, 'p2').put(document('d2', { customerId: 'b' }));
    createCustomerRows(db, 'p1').remove('a');
    expect(rows.list('a')).toEqual([]);
    expect(rows.refersTo('h1')).toBe(true);
    createDocumentRows(db, 'p2').remove('b', 'd2');
    expect(rows.refersTo('h1')).toBe(false);
  });

  it('tell that bytes are still needed when only a payout has them', () => {
    rows.put(document('d1'));
    createPayoutRows(db, 'p2').insert(newPayoutRecord('x', emptyPayoutDraft, '', 1));
    createPayoutDocuments(db, 'p2').add('x', { id: 'f', name: 'a.jpg', mime: 'image/jpeg', size: 10, sha256: 'h1', kind: 'other', description: '', addedAt: 1 });
    rows.remove('a', 'd1');
    expect(rows.refersTo('h1')).toBe(true);
    createPayoutDocuments(db, 'p2').remove('x', 'f');
    expect(rows.refersTo('h1')).toBe(false);
  });
});
