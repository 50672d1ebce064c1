import type { Database } from './database.ts';

/** How far an audit log went when its end was last handed to the keychain: number of rows, and the last one's SHA-256 in hex. */
export type AuditMark = { readonly count: number; readonly hash: string };
/** A mark as it is kept: `confirmed` once the keychain has had a note of this log, so that one that isn't there is gone. */
export type KeptMark = AuditMark & { readonly confirmed: boolean };

/** The mark of one profile's audit log. */
export type AuditMarks = {
  get(): KeptMark | null;
  /** Notes how far the log goes; whether it is confirmed stays. */
  put(mark: AuditMark): void;
  /** The keychain has taken a note of this log. */
  confirm(noted: AuditMark): void;
  /** Begins anew, as if nothing had been noted yet. */
  reset(): void;
};

/** Makes the repository of one profile's mark. */
export function createAuditMarks(db: Database, profileId: string): AuditMarks {
  return {
    get: () => {
      const kept = db.get<AuditMark & { confirmed: number }>('SELECT count, hash, confirmed FROM audit_marks WHERE profile_id = ?', [profileId]);
      return kept ? { ...kept, confirmed: kept.confirmed === 1 } : null;
    },
    put: ({ count, hash }) => {
      db.run('INSERT INTO audit_marks (profile_id, count, hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, hash = excluded.hash', [profileId, count, hash]);
    },
    confirm: ({ count, hash }) => {
      db.run('INSERT INTO audit_marks (profile_id, count, hash, confirmed) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET confirmed = 1 WHERE confirmed = 0', [profileId, count, hash]);
    },
    reset: () => { db.run('DELETE FROM audit_marks WHERE profile_id = ?', [profileId]); },
  };
}
