/** Step 3: the last end of each profile's audit log that was handed to the keychain. Kept here too, it tells a cut end from an older copy.
 *  `confirmed` says that the keychain has had a note of this log: one that isn't there then is gone. */
export const auditMarksSchema = `
CREATE TABLE audit_marks (
  profile_id TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  hash TEXT NOT NULL,
  confirmed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
`;
