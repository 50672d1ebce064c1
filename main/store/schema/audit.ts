/** Step 1: the audit log, one hash chain a profile. Rows can't be changed, removed or inserted anywhere but at the end. */
export const auditSchema = `
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  what TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  UNIQUE (profile_id, number)
) STRICT;
CREATE TRIGGER audit_at_end BEFORE INSERT ON audit
WHEN NEW.number IS NOT 1 + ifnull((SELECT max(number) FROM audit WHERE profile_id = NEW.profile_id), 0)
  OR NEW.previous_hash IS NOT ifnull((SELECT hash FROM audit WHERE profile_id = NEW.profile_id ORDER BY number DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'audit rows go at the end of their chain'); END;
CREATE TRIGGER audit_keep BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows can not change'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows can not go'); END;
`;
