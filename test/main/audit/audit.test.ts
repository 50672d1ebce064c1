import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit, type Audit } from '../../../main/audit/audit.ts';
import type { Database } from '../../../main/store/database.ts';
import { memoryStore } from '../store/open.ts';

let db: Database;
let audit: Audit;
const entry = (at: number) => ({ at, actor: 'Femke', what: 'payout.queue', subjectKind: 'payout', subjectId: `x${at}`, detail: { minor: at } }) as const;
beforeEach(() => {
  db = memoryStore();
  audit = createAudit(db, 'p');
  for (let at = 1; at <= 2_500; at += 1) audit.append(entry(at));
});

/** Changes a row as somebody with the key and a database tool would. */
const tamper = (sql: string) => {
  for (const name of ['audit_keep', 'audit_stay', 'audit_at_end']) db.run(`DROP TRIGGER ${name}`);
  db.run(sql);
};

describe('the audit log', () => {
  it('holds as long as nobody touches it', () => {
    expect(audit.verify()).toEqual({ ok: true, head: audit.head() });
    expect(audit.head().count).toBe(2_500);
    expect(createAudit(db, 'q').verify()).toEqual({ ok: true, head: { count: 0, hash: '' } });
  });

  it.each(['at', 'actor', 'what', 'subject_id', 'detail'])('names the first row whose %s was changed', (column) => {
    tamper(`UPDATE audit SET ${column} = ${column === 'at' ? '5' : "'x'"} WHERE number = 1700`);
    expect(audit.verify()).toEqual({ ok: false, brokenAt: 1700 });
  });

  it('names the gap when a row was taken out', () => {
    tamper('DELETE FROM audit WHERE number = 1000');
    expect(audit.verify()).toEqual({ ok: false, brokenAt: 1001 });
  });

  it('shows a cut tail only against a head kept elsewhere', () => {
    const head = audit.head();
    tamper('DELETE FROM audit WHERE number > 2400');
    expect(audit.verify().ok).toBe(true);
    expect(audit.verify(head)).toEqual({ ok: false, brokenAt: 2401 });
  });

  it('shows a chain written anew against a head kept elsewhere', () => {
    const head = audit.head();
    tamper('DELETE FROM audit WHERE number > 2499');
    audit.append(entry(9_999));
    expect(audit.verify().ok).toBe(true);
    expect(audit.verify(head)).toEqual({ ok: false, brokenAt: 2500 });
    expect(audit.verify(audit.head()).ok).toBe(true);
  });

  it('keeps one chain a profile', () => {
    createAudit(db, 'q').append(entry(1));
    expect(createAudit(db, 'q').head().count).toBe(1);
    expect(audit.verify().ok).toBe(true);
  });
});
