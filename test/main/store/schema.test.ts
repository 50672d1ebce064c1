import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import { createAudit } from '../../../main/audit/audit.ts';
import { createAttempts } from '../../../main/store/attempts.ts';
import type { Database } from '../../../main/store/database.ts';
import { createEvents } from '../../../main/store/events.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
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

  it('refuses to remove a payout that has an attempt', () => {
    expect(() => db.run('DELETE FROM payouts')).toThrow('FOREIGN KEY');
  });
});
