import { beforeEach, describe, expect, it } from 'vitest';
import { blobInUse } from '../../../main/store/blob-use.ts';
import { createCaptureRows, type CaptureRecord, type CaptureRows } from '../../../main/store/captures.ts';
import { createCustomerRows } from '../../../main/store/customers.ts';
import type { Database } from '../../../main/store/database.ts';
import { createDocumentRows } from '../../../main/store/documents.ts';
import { captureLimits, noEdit } from '../../../preload/contract/captures.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { memoryStore } from './open.ts';

let db: Database;
let rows: CaptureRows;
const page = (id: string, change: Partial<CaptureRecord> = {}): CaptureRecord => ({
  id, name: 'scan.pdf', source: 'scanner', mime: 'application/pdf', bytes: 10, page: 1, pages: 1, state: 'ready', problem: null, edit: noEdit, evidence: null, documentId: null,
  addedAt: 1, originalHash: 'h1', ...change,
});
const trayOf = (of = rows) => of.tray().map(({ id }) => id);

beforeEach(() => {
  db = memoryStore();
  for (const [profile, id] of [['p1', 'a'], ['p2', 'b']] as const) {
    createCustomerRows(db, profile).put({
      id, state: 'draft', remoteId: null, fields: emptyCustomerFields, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null, nextCheckAt: null, checkCount: 0,
      comment: null, problem: null, createdAt: 1, updatedAt: 1,
    });
  }
  createDocumentRows(db, 'p1').put({
    id: 'd', customerId: 'a', slot: 'identity', name: 'p.jpg', mime: 'image/jpeg', bytes: 3, pages: null, state: 'kept', sent: 0, problem: null, addedAt: 1, blobHash: 'made', fileId: null,
    evidence: [], overrides: [], captureIds: [], strike: null, setAside: false,
  });
  rows = createCaptureRows(db, 'p1');
});

describe('captured pages in the store', () => {
  it('come back as they were put, in the order they were added', () => {
    rows.add([page('x', { state: 'new', page: null, pages: null }), page('y', { page: 2, pages: 2 })]);
    rows.add([page('w')]);
    expect(trayOf()).toEqual(['x', 'y', 'w']);
    expect(rows.get('y')).toEqual(page('y', { page: 2, pages: 2 }));
    rows.put({ ...page('x'), state: 'refused', problem: 'No.', page: null, pages: null, edit: { ...noEdit, turn: 270 } });
    expect(rows.get('x')).toMatchObject({ state: 'refused', problem: 'No.', edit: { turn: 270 } });
    expect(rows.trayCount()).toBe(3);
  });

  it('go to a document in its order, and back to the end of the tray', () => {
    rows.add([page('x'), page('y'), page('z')]);
    rows.moveTo('d', ['z', 'x']);
    expect([trayOf(), rows.ofDocument('d').map(({ id }) => id), rows.ofCustomer('a').map(({ id }) => id)]).toEqual([['y'], ['z', 'x'], ['z', 'x']]);
    expect(createDocumentRows(db, 'p1').get('a', 'd')?.captureIds).toEqual(['z', 'x']);
    rows.remove(['x']);
    rows.release('d');
    expect(trayOf()).toEqual(['y', 'z', 'x']);
  });

  it('belong to a profile: others neither read, write, move, order nor remove them', () => {
    rows.add([page('x'), page('y')]);
    const other = createCaptureRows(db, 'p2');
    other.put({ ...page('x'), name: 'mine', problem: 'mine' });
    other.putThumb('x', new Uint8Array([1]));
    other.moveTo('d', ['x']);
    other.order(['y', 'x']);
    other.remove(['x']);
    expect([other.get('x'), other.thumb('x'), trayOf(other), other.trayCount()]).toEqual([null, null, [], 0]);
    expect([trayOf(), rows.get('x'), rows.thumb('x')]).toEqual([['x', 'y'], page('x'), null]);
    rows.moveTo('d', ['x']);
    expect([other.ofDocument('d'), other.ofCustomer('a')]).toEqual([[], []]);
    other.release('d');
    expect(rows.ofDocument('d')).toHaveLength(1);
  });

  it('hold their originals as long as one of them is there, and go with their document', () => {
    rows.add([page('x'), page('y')]);
    rows.moveTo('d', ['x']);
    rows.remove(['y']);
    expect(blobInUse(db, 'h1')).toBe(true);
    createCustomerRows(db, 'p1').remove('a');
    expect([rows.get('x'), blobInUse(db, 'h1')]).toEqual([null, false]);
  });

  it('are refused by the schema where they make no sense', () => {
    rows.add([page('x')]);
    expect(() => { rows.putThumb('x', new Uint8Array(captureLimits.thumb + 1)); }).toThrow(/CHECK/);
    rows.putThumb('x', new Uint8Array(captureLimits.thumb));
    expect(() => { rows.add([page('n', { page: null, pages: null })]); }).toThrow(/CHECK/);
    rows.add([page('r', { state: 'refused', page: null, pages: null })]);
    expect(() => { rows.moveTo('d', ['r']); }).toThrow(/CHECK/);
    expect(() => { rows.moveTo('nothing', ['x']); }).toThrow(/FOREIGN KEY/);
  });
});
