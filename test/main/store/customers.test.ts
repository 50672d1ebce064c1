import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerRows, plainIdNumber, type CustomerRecord, type CustomerRows } from '../../../main/store/customers.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { emptyCustomerFields, type CustomerState } from '../../../preload/contract/customers.ts';
import { appError } from '../../../preload/contract/errors.ts';

let db: Database;
let rows: CustomerRows;
const record = (id: string, change: Partial<CustomerRecord> = {}, fields: Partial<CustomerRecord['fields']> = {}): CustomerRecord => ({
  id, state: 'draft', remoteId: null, fields: { ...emptyCustomerFields, ...fields }, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null, nextCheckAt: null,
  checkCount: 0, comment: null, problem: null, createdAt: 1, updatedAt: 1, ...change,
});
const ids = (found: readonly CustomerRecord[]) => found.map(({ id }) => id);
const page = (query = '', states: readonly CustomerState[] = [], cursor: string | null = null, limit = 50) => rows.page({ query, states, cursor, limit });

beforeEach(() => {
  const opened = openDatabase({ file: null, key: null, clock: () => 1 });
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
  rows = createCustomerRows(db, 'p1');
});

describe('customers in the store', () => {
  it('come back as they were put, and change as a whole', () => {
    const full = record('a', {
      state: 'cut', remoteId: 'r', extraChecks: true, pendingSince: 2, verifiedAt: 3, checkedAt: 4, nextCheckAt: 5, checkCount: 6, comment: 'c',
      problem: appError('offline', 'No network.', { fields: [{ path: 'email', message: 'x' }] }), createdAt: 7, updatedAt: 8,
    }, { firstName: 'Zo\u00eb' });
    rows.put(full);
    expect(rows.get('a')).toEqual(full);
    rows.put({ ...full, state: 'pending', problem: null });
    expect(rows.get('a')).toEqual({ ...full, state: 'pending', problem: null });
    expect(rows.byRemoteId('r')?.id).toBe('a');
  });

  it('belong to one profile: another sees, changes and removes nothing', () => {
    const other = createCustomerRows(db, 'p2');
    rows.put(record('a', { remoteId: 'r', nextCheckAt: 1 }, { email: 'a@x.de' }));
    expect([other.get('a'), other.byRemoteId('r'), other.nextDue()]).toEqual([null, null, null]);
    other.remove('a');
    other.put(record('a', { state: 'verified' }));
    expect(rows.get('a')?.state).toBe('draft');
    expect([other.count(), rows.count(), other.due(9, 9).length]).toEqual([0, 1, 0]);
    other.put(record('b', { remoteId: 'r' }));
    expect(other.byRemoteId('r')?.id).toBe('b');
  });

  it('have a provider id at most once in a profile', () => {
    rows.put(record('a', { remoteId: 'r' }));
    expect(() => { rows.put(record('b', { remoteId: 'r' })); }).toThrow(/UNIQUE/);
  });

  it('are found by every word of name, e-mail and number, without accents or case', () => {
    rows.put(record('a', {}, { firstName: 'Zo\u00eb', lastName: 'Marlowe', email: 'Zoe@Quay.example', idNumber: 'T41 X882', phone: '+44 20 7946' }));
    rows.put(record('b', {}, { firstName: 'Ada', lastName: 'Obi', email: 'ada@dock.example' }));
    for (const query of ['zoe marlowe', 'MARLOWE', 'quay', 't41x882', 'T41 X882', '+44207946', 'mar zo']) expect(ids(page(query).rows)).toEqual(['a']);
    expect(ids(page('%').rows)).toEqual([]);
    expect(page('').total).toBe(2);
  });

  it('are paged newest first without gaps or repeats, also where times are equal', () => {
    for (let at = 0; at < 57; at += 1) rows.put(record(`c${String(at).padStart(2, '0')}`, { updatedAt: Math.floor(at / 10), state: at % 2 === 0 ? 'draft' : 'verified' }));
    const seen: string[] = [];
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const part = page('', ['draft'], cursor, 7);
      expect(part.total).toBe(29);
      seen.push(...ids(part.rows));
      cursor = part.next;
    }
    expect(seen).toHaveLength(29);
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  });

  it('are alike by e-mail, document number or name, however they are written', () => {
    rows.put(record('own', {}, { firstName: 'Zo\u00eb', lastName: 'Marlowe', email: 'z@quay.example', idNumber: 'T41-X88' }));
    rows.put(record('mail', {}, { email: 'Z@Quay.example' }));
    rows.put(record('number', {}, { idNumber: 't41 x88' }));
    rows.put(record('name', {}, { firstName: 'ZOE', lastName: 'marlowe' }));
    rows.put(record('longer', {}, { firstName: 'Zoe', lastName: 'Marlowes' }));
    rows.put(record('empty'));
    expect(ids(rows.alike(rows.get('own') as CustomerRecord)).toSorted()).toEqual(['mail', 'name', 'number']);
    expect(rows.alike(rows.get('empty') as CustomerRecord)).toEqual([]);
    expect(plainIdNumber(' t41-x 88.2/05 ')).toBe('T41X88205');
  });

  it('tell whose look-up is due', () => {
    rows.put(record('late', { nextCheckAt: 5 }));
    rows.put(record('later', { nextCheckAt: 3 }));
    rows.put(record('not', { nextCheckAt: 50 }));
    rows.put(record('never'));
    expect(ids(rows.due(10, 9))).toEqual(['later', 'late']);
    expect(rows.nextDue()).toBe(3);
  });
});
