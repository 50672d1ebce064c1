import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import { createAudit } from '../../../main/audit/audit.ts';
import { createAttempts } from '../../../main/store/attempts.ts';
import type { Database } from '../../../main/store/database.ts';
import { createEvents } from '../../../main/store/events.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { createPayoutDocuments } from '../../../main/store/payout-documents.ts';
import { createRecipientRows } from '../../../main/store/recipients.ts';
import { emptyRecipientFields } from '../../../preload/contract/recipients.ts';
import { countingIds, memoryStore } from './open.ts';

let db: Database;
beforeEach(() => {
  db = memoryStore();
  const rows = createPayoutRows(db, 'p');
  rows.insert(newPayoutRecord('x', { ...emptyPayoutDraft, reference: 'A' }, '', 1));
  const attempts = createAttempts(db, 'p');
  attempts.insert({
    id: 'a', payoutId: 'x', number: 1, merchantReference: 'm', body: Buffer.from('{}'), bodySha256: 'h', draft: emptyPayoutDraft,
    walletBefore: null, walletReadAt: null, actor: 'me', writtenAt: 1,
  });
  attempts.note('a', { at: 1, kind: 'handed-over', detail: null });
  attempts.note('a', { at: 1, kind: 'code-refused', detail: null });
  createEvents(db, 'p', countingIds()).append({ kind: 'payout', subjectId: 'x', at: 1, source: 'you', what: 'Started' });
  createAudit(db, 'p').append({ at: 1, actor: 'me', what: 'start', subjectKind: 'payout', subjectId: 'x' });
});

describe('what is written down for good', () => {
  it.each([
    ["UPDATE audit SET actor = 'you'", 'can not change'],
    ['DELETE FROM audit', 'can not go'],
    ["INSERT OR REPLACE INTO audit SELECT seq, profile_id, number, at, 'you', what, subject_kind, subject_id, detail, previous_hash, hash FROM audit", ''],
    ["INSERT INTO audit SELECT NULL, profile_id, 7, at, actor, what, subject_kind, subject_id, detail, hash, 'x' FROM audit", 'at the end'],
    ["INSERT INTO audit SELECT NULL, profile_id, 2, at, actor, what, subject_kind, subject_id, detail, 'other', 'x' FROM audit", 'at the end'],
    ["UPDATE payout_attempts SET body = x'00'", 'can not change'],
    ['DELETE FROM payout_attempts', 'can not go'],
    ["UPDATE attempt_events SET kind = 'refused'", 'can not change'],
    ['DELETE FROM attempt_events', 'can not go'],
    ["UPDATE events SET what = 'Nothing'", 'append-only'],
    ['UPDATE events SET count = count + 1', 'append-only'],
    ['DELETE FROM events', 'append-only'],
    ["INSERT INTO payout_attempts SELECT 'b', profile_id, payout_id, 2, merchant_reference, body, body_sha256, draft, NULL, NULL, NULL, actor, 1 FROM payout_attempts", 'UNIQUE'],
  ])('refuses: %s', (sql, why) => {
    const before = [db.all('SELECT * FROM audit'), db.all('SELECT * FROM payout_attempts'), db.all('SELECT * FROM attempt_events'), db.all('SELECT * FROM events')];
    expect(() => db.run(sql)).toThrow(why);
    expect([db.all('SELECT * FROM audit'), db.all('SELECT * FROM payout_attempts'), db.all('SELECT * FROM attempt_events'), db.all('SELECT * FROM events')]).toEqual(before);
  });

  it('refuses to edit or remove a payout on its way', () => {
    db.run("UPDATE payouts SET state = 'sending'");
    expect(() => db.run("UPDATE payouts SET draft = '{}'")).toThrow('only a draft can be edited');
    expect(() => db.run('DELETE FROM payouts')).toThrow('can not be removed');
  });

  it('keeps what a payout’s files were once it is no draft', () => {
    createPayoutDocuments(db, 'p').add('x', { id: 'f', name: 'a.pdf', mime: 'application/pdf', size: 3, sha256: 'h', kind: 'invoice', description: '', addedAt: 1 });
    expect(() => db.run("UPDATE payout_documents SET sha256 = 'other'")).toThrow('only a draft changes');
    db.run("UPDATE payouts SET state = 'ready'");
    expect(() => db.run("INSERT INTO payout_documents SELECT 'g', profile_id, payout_id, name, mime, size, sha256, kind, description, added_at FROM payout_documents")).toThrow('only a draft takes');
    expect(() => db.run("UPDATE payout_documents SET description = 'x'")).toThrow('only a draft changes');
    expect(() => db.run('DELETE FROM payout_documents')).toThrow('only a draft lets go');
  });

  it('keeps what was sent for a recipient, and never removes one that the provider has or may have', () => {
    createRecipientRows(db, 'p').put({
      id: 'r', remoteId: null, state: 'unknown', fields: emptyRecipientFields, attempt: { key: 'k', body: Buffer.from('{}'), bodySha256: 'h', firstSentAt: 1 },
      problem: null, hiddenAt: null, lastPaidAt: null, createdAt: 1, updatedAt: 1,
    });
    for (const change of ["idempotency_key = 'l'", "body = x'00'", 'first_sent_at = 2']) expect(() => db.run(`UPDATE recipients SET ${change}`)).toThrow('can not change');
    expect(() => db.run('DELETE FROM recipients')).toThrow('can not be removed');
    db.run("UPDATE recipients SET state = 'there', remote_id = 'remote'");
    expect(() => db.run("UPDATE recipients SET remote_id = 'other'")).toThrow('can not change');
    expect(() => db.run('DELETE FROM recipients')).toThrow('can not be removed');
  });

  it('refuses to remove a payout that has an attempt', () => {
    expect(() => db.run('DELETE FROM payouts')).toThrow('FOREIGN KEY');
  });
});
