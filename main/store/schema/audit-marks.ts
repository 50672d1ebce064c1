/** Step 3: the last end of each profile's audit log that was handed to the keychain. Kept here too, it tells a cut end from an older copy. */
export const auditMarksSchema = `
CREATE TABLE audit_marks (
  profile_id TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
