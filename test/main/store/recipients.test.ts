import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../main/store/database.ts';
import { createRecipientRows, type RecipientRecord, type RecipientRows } from '../../../main/store/recipients.ts';
import { emptyRecipientFields, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { memoryStore } from './open.ts';

let db: Database;
let rows: RecipientRows;
beforeEach(() => {
  db = memoryStore();
  rows = createRecipientRows(db, 'p');
});

const filled: RecipientFields = {
  ...emptyRecipientFields, userId: 'u', rail: 'swift', companyName: 'Gl\u00f6bex GmbH', email: 'ap@globex.example', accountNumber: 'DE89 3704 0044 0532 0130 00', bic: 'DEUTDEFF', bankName: 'Testbank',
};
const record = (id: string, change: Partial<RecipientRecord> = {}): RecipientRecord => ({
  id, remoteId: null, state: 'draft', fields: filled, attempt: null, problem: null, hiddenAt: null, lastPaidAt: null, createdAt: 1, updatedAt: 1, ...change,
});
const attempt = (key: string) => ({ key, body: Buffer.from('{"a":1}'), bodySha256: 'h', firstSentAt: 3 });
const found = (query = '', limit = 10) => rows.list(query, limit).map(({ id }) => id);

describe('recipients in the store', () => {
  it('come back as they were put, new and changed', () => {
    const whole = record('a', { state: 'unknown', attempt: attempt('k'), problem: { code: 'offline', message: 'm' }, hiddenAt: 4, lastPaidAt: 5, updatedAt: 6 });
    rows.put(record('a'));
    expect(rows.get('a')).toEqual(record('a'));
    rows.put(whole);
    expect(rows.get('a')).toEqual(whole);
    rows.put({ ...whole, state: 'there', remoteId: 'remote' });
    expect(rows.byRemoteId('remote')).toEqual({ ...whole, state: 'there', remoteId: 'remote' });
    expect(db.get('SELECT user_id, rail, name, tail FROM recipients')).toEqual({ user_id: 'u', rail: 'swift', name: 'Gl\u00f6bex GmbH', tail: 'DE\u00b7\u00b73000' });
  });

  it.each(['globex', 'GL\u00d6BEX swift', 'DE89370400440532013000', 'deutdeff', 'ap@globex', 'testbank'])('are found by "%s"', (query) => {
    rows.put(record('a'));
    rows.put(record('b', { fields: { ...emptyRecipientFields, companyName: 'Other', accountNumber: '12' } }));
    expect(found(query)).toEqual(['a']);
  });

  it('are listed by name without the hidden ones, which their ids still find', () => {
    rows.put(record('z', { fields: { ...filled, companyName: 'alpha' } }));
    rows.put(record('b', { state: 'there', remoteId: 'r1' }));
    rows.put(record('a', { fields: { ...filled, companyName: 'Beta' } }));
    expect([found(), found('', 2)]).toEqual([['z', 'a', 'b'], ['z', 'a']]);
    rows.hide('b', 9);
    expect([found(), rows.get('b')?.hiddenAt, rows.byRemoteId('r1')?.hiddenAt]).toEqual([['z', 'a'], 9, 9]);
    expect(rows.inStates(['there', 'draft']).map(({ id }) => id)).toEqual(['a', 'b', 'z']);
  });

  it('never hold one remote recipient twice in a profile', () => {
    rows.put(record('a', { state: 'there', remoteId: 'r1' }));
    expect(() => { rows.put(record('b', { state: 'there', remoteId: 'r1' })); }).toThrow('UNIQUE');
    createRecipientRows(db, 'q').put(record('c', { state: 'there', remoteId: 'r1' }));
  });

  it('are removed only when nothing can be there, and touched only by their own profile', () => {
    rows.put(record('a'));
    rows.put(record('b', { state: 'unknown', attempt: attempt('k') }));
    rows.put(record('c', { state: 'refused', attempt: attempt('l') }));
    const other = createRecipientRows(db, 'q');
    other.paid('a', 5);
    other.hide('a', 5);
    expect([other.get('a'), other.remove('a'), rows.get('a')]).toEqual([null, false, record('a')]);
    expect(() => rows.remove('b')).toThrow('can not be removed');
    expect([rows.remove('a'), rows.remove('a'), rows.remove('c')]).toEqual([true, false, true]);
  });

  it('never take an earlier payment for the last', () => {
    rows.put(record('a'));
    rows.paid('a', 50);
    rows.paid('a', 40);
    expect(rows.get('a')?.lastPaidAt).toBe(50);
  });
});
