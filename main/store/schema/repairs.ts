/** Step 3: payouts to repair, one repair a payout. Times are epoch ms; `facts` is JSON (see main/store/repairs.ts). */
export const repairsSchema = `
CREATE TABLE repairs (
  payout_id TEXT PRIMARY KEY REFERENCES payouts (id),
  profile_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('failed', 'returned', 'sum')),
  opened_at INTEGER NOT NULL,
  account_key TEXT NOT NULL,
  facts TEXT NOT NULL,
  seen_at INTEGER,
  waived_reason TEXT, waived_by TEXT, waived_at INTEGER,
  closed_reason TEXT, closed_by TEXT, closed_at INTEGER,
  CHECK ((waived_reason IS NULL) = (waived_at IS NULL) AND (waived_by IS NULL) = (waived_at IS NULL)),
  CHECK ((closed_reason IS NULL) = (closed_at IS NULL) AND (closed_by IS NULL) = (closed_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX repairs_open ON repairs (profile_id, opened_at) WHERE closed_at IS NULL;
CREATE INDEX repairs_closed ON repairs (profile_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX repairs_by_account ON repairs (profile_id, account_key);
`;
