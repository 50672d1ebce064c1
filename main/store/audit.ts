import type { Database } from './database.ts';

/** One row of the audit log as stored; `number` counts from 1 within a profile, `detail` is JSON text, hashes are SHA-256 in hex. */
export type AuditRow = {
  readonly profileId: string;
  readonly number: number;
  readonly at: number;
  readonly actor: string;
  readonly what: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** The rows of one profile's audit log. */
export type AuditRows = {
  /** The last row, or undefined. */
  last(): AuditRow | undefined;
  insert(row: AuditRow): void;
  /** Rows after `number`, in order, at most `limit`. */
  after(number: number, limit: number): AuditRow[];
  /** Rows before `number` (null: from the end), newest first, at most `limit`. */
  before(number: number | null, limit: number): AuditRow[];
  /** The hash of one row, or null when there is none of this number. */
  hashAt(number: number): string | null;
};

/** Makes the repository of audit rows for one profile. */
export function createAuditRows(db: Database, profileId: string): AuditRows {
  return {
    last: () => db.get<AuditRow>(`${select} WHERE profile_id = ? ORDER BY number DESC LIMIT 1`, [profileId]),
    insert: (row) => { db.run(insert, { ...row }); },
    after: (number, limit) => db.all<AuditRow>(`${select} WHERE profile_id = ? AND number > ? ORDER BY number LIMIT ?`, [profileId, number, limit]),
    before: (number, limit) => db.all<AuditRow>(`${select} WHERE profile_id = ? AND number < ? ORDER BY number DESC LIMIT ?`, [profileId, number ?? Number.MAX_SAFE_INTEGER, limit]),
    hashAt: (number) => db.get<{ hash: string }>('SELECT hash FROM audit WHERE profile_id = ? AND number = ?', [profileId, number])?.hash ?? null,
  };
}

const select = `SELECT profile_id AS profileId, number, at, actor, what, subject_kind AS subjectKind, subject_id AS subjectId, detail,
  previous_hash AS previousHash, hash FROM audit`;
const insert = `INSERT INTO audit (profile_id, number, at, actor, what, subject_kind, subject_id, detail, previous_hash, hash)
  VALUES (@profileId, @number, @at, @actor, @what, @subjectKind, @subjectId, @detail, @previousHash, @hash)`;
