import type { Database } from './database.ts';

/** How far an audit log went when its end was last handed to the keychain: number of rows, and the last one's SHA-256 in hex. */
export type AuditMark = { readonly count: number; readonly hash: string };

/** The mark of one profile's audit log. */
export type AuditMarks = {
  get(): AuditMark | null;
  put(mark: AuditMark): void;
};

/** Makes the repository of one profile's mark. */
export function createAuditMarks(db: Database, profileId: string): AuditMarks {
  return {
    get: () => db.get<AuditMark>('SELECT count, hash FROM audit_marks WHERE profile_id = ?', [profileId]) ?? null,
    put: ({ count, hash }) => {
      db.run('INSERT INTO audit_marks (profile_id, count, hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, hash = excluded.hash', [profileId, count, hash]);
    },
  };
}
