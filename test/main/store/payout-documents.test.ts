import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../main/store/database.ts';
import { createPayoutDocuments, encodedSize, type NewPayoutDocument, type PayoutDocuments } from '../../../main/store/payout-documents.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows, type Payouts } from '../../../main/store/payouts.ts';
import { payoutDocumentMimes } from '../../../preload/contract/deposit.ts';
import { emptyPayoutDraft, type PayoutState } from '../../../preload/contract/payouts.ts';
import { countingIds, memoryStore } from './open.ts';

let db: Database;
let rows: Payouts;
let files: PayoutDocuments;
beforeEach(() => {
  db = memoryStore();
  rows = createPayoutRows(db, 'p');
  files = createPayoutDocuments(db, 'p');
  for (const id of ['a', 'b']) rows.insert(newPayoutRecord(id, emptyPayoutDraft, '', 1));
});

const invoice = (id: string, change: Partial<NewPayoutDocument> = {}): NewPayoutDocument => ({
  id, name: `${id}.pdf`, mime: 'application/pdf', size: 10, sha256: 'h1', kind: 'invoice', description: '', addedAt: 1, ...change,
});
const moved = (state: PayoutState) => { db.run('UPDATE payouts SET state = ? WHERE id = ?', [state, 'a']); };

describe('the files of a payout', () => {
  it('come back as they were kept, in the order they came, with their size as they travel', () => {
    files.add('a', invoice('z'));
    files.add('a', invoice('y', { mime: 'image/png', size: 3, kind: 'other', description: 'Packing list' }));
    expect(files.list('a')).toEqual([{ ...invoice('z'), encodedSize: 44 }, { ...invoice('y', { mime: 'image/png', size: 3, kind: 'other', description: 'Packing list' }), encodedSize: 26 }]);
    expect([files.get('a', 'y')?.description, files.get('b', 'y'), files.list('b')]).toEqual(['Packing list', null, []]);
  });

  it('are described anew and removed while the payout is a draft, and what isn\u2019t there says so', () => {
    files.add('a', invoice('x'));
    expect([files.describe('a', 'x', 'other', 'Contract'), files.describe('b', 'x', 'other', ''), files.get('a', 'x')]).toMatchObject([true, false, { kind: 'other', description: 'Contract' }]);
    expect([files.remove('b', 'x'), files.remove('a', 'x'), files.remove('a', 'x'), files.list('a')]).toEqual([false, true, false, []]);
  });

  it.each(['ready', 'queued', 'sending', 'unknown', 'completed'] as const)('stay as they are when the payout is %s', (state) => {
    files.add('a', invoice('x'));
    moved(state);
    expect(() => files.remove('a', 'x')).toThrow('only a draft');
    expect(() => files.describe('a', 'x', 'other', '')).toThrow('only a draft');
    expect(() => { files.add('a', invoice('y')); }).toThrow('only a draft');
    expect(files.list('a')).toHaveLength(1);
  });

  it('go with a payout that is discarded, also when it was ready', () => {
    files.add('a', invoice('x'));
    moved('ready');
    rows.remove('a');
    expect([files.list('a'), files.refersTo('h1')]).toEqual([[], false]);
  });

  it('are kept with a clone too, under ids of their own, from a payout that left', () => {
    files.add('a', invoice('x', { addedAt: 4 }));
    files.add('a', invoice('w', { sha256: 'h2', addedAt: 5 }));
    moved('deposit_expired');
    files.copy('a', 'b', countingIds());
    expect(files.list('b').map(({ id, sha256 }) => [id, sha256])).toEqual([['id-0001', 'h1'], ['id-0002', 'h2']]);
    expect(files.list('a').map(({ id }) => id)).toEqual(['x', 'w']);
    files.remove('b', 'id-0001');
    expect([files.refersTo('h1'), files.refersTo('h3')]).toEqual([true, false]);
  });

  it('belong to a payout of the profile', () => {
    files.add('a', invoice('x'));
    const other = createPayoutDocuments(db, 'q');
    expect([other.list('a'), other.get('a', 'x'), other.remove('a', 'x'), other.describe('a', 'x', 'other', '')]).toEqual([[], null, false, false]);
    expect(() => { other.add('a', invoice('y')); }).toThrow(/payout of this profile/);
    expect(() => { files.add('nobody', invoice('y')); }).toThrow(/payout of this profile/);
    expect(other.refersTo('h1')).toBe(true);
  });
});

it('trap 21: a file as it travels is as long as its data URI', () => {
  for (const mime of payoutDocumentMimes) {
    for (const size of [0, 1, 2, 3, 1000]) expect(encodedSize(mime, size)).toBe(`data:${mime};base64,${Buffer.alloc(size).toString('base64')}`.length);
  }
});
