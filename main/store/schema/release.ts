/** Step 3: when a payout was released, whether it comes from a restored backup, which account it goes to, and what was quoted, answered and arrived.
 *  Times are epoch ms; `figures` is JSON. */
export const releaseSchema = `
ALTER TABLE payouts ADD COLUMN released_at INTEGER;
ALTER TABLE payouts ADD COLUMN restored_at INTEGER;
-- Spelled one way (see account-key.ts and alike-keys.ts); rows from before this step are filled by fill-keys.ts.
ALTER TABLE payouts ADD COLUMN account_key TEXT;
ALTER TABLE payouts ADD COLUMN payee_key TEXT;
ALTER TABLE payouts ADD COLUMN invoice_key TEXT;
ALTER TABLE payouts ADD COLUMN reference_key TEXT;
UPDATE payouts SET released_at = (SELECT min(written_at) FROM payout_attempts WHERE payout_id = payouts.id);
-- What limits count: by day and currency, and by account; with everything that adding up needs.
CREATE INDEX payouts_released ON payouts (profile_id, send_currency, released_at, state, send_minor, id) WHERE released_at IS NOT NULL;
CREATE INDEX payouts_by_account ON payouts (profile_id, account_key, released_at, state, send_currency, send_minor, id)
  WHERE account_key IS NOT NULL AND released_at IS NOT NULL;
-- What the radar looks through, the newest first, without reading a row of another profile.
CREATE INDEX payouts_same_account ON payouts (account_key, seq, profile_id, state) WHERE account_key IS NOT NULL AND state <> 'draft';
CREATE INDEX payouts_same_payee ON payouts (payee_key, seq, profile_id, state) WHERE payee_key IS NOT NULL AND state <> 'draft';
CREATE INDEX payouts_same_invoice ON payouts (invoice_key, seq, profile_id, state) WHERE invoice_key IS NOT NULL AND state <> 'draft';
CREATE INDEX payouts_same_reference ON payouts (reference_key, seq, profile_id, state) WHERE reference_key IS NOT NULL AND state <> 'draft';
CREATE INDEX payouts_by_transaction ON payouts (transaction_id) WHERE transaction_id IS NOT NULL;
CREATE INDEX payouts_restored ON payouts (profile_id, restored_at) WHERE restored_at IS NOT NULL;
UPDATE payouts SET fingerprint = NULL WHERE EXISTS (SELECT 1 FROM payouts AS earlier
  WHERE earlier.profile_id = payouts.profile_id AND earlier.fingerprint = payouts.fingerprint AND earlier.seq < payouts.seq);
-- Of two payouts that a look-up couldn't tell apart, at most one is on its way; a restored backup may hold two that were not when it was made.
CREATE UNIQUE INDEX payouts_once ON payouts (profile_id, fingerprint) WHERE fingerprint IS NOT NULL AND restored_at IS NULL;

CREATE TABLE payout_figures (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id TEXT NOT NULL,
  payout_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('quoted', 'answered', 'arrived')),
  figures TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX payout_figures_of ON payout_figures (payout_id, kind, seq);
CREATE TRIGGER payout_figures_keep BEFORE UPDATE ON payout_figures BEGIN SELECT RAISE(ABORT, 'figures can not change'); END;
CREATE TRIGGER payout_figures_stay BEFORE DELETE ON payout_figures BEGIN SELECT RAISE(ABORT, 'figures can not go'); END;

-- Looks at payouts of a restored backup that have no attempt here; they are only ever added.
CREATE TABLE payout_looks (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id TEXT NOT NULL,
  payout_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('found', 'not-found', 'no-answer', 'told')),
  detail TEXT
) STRICT;
CREATE INDEX payout_looks_of ON payout_looks (payout_id, seq);
CREATE TRIGGER payout_looks_keep BEFORE UPDATE ON payout_looks BEGIN SELECT RAISE(ABORT, 'looks can not change'); END;
CREATE TRIGGER payout_looks_stay BEFORE DELETE ON payout_looks BEGIN SELECT RAISE(ABORT, 'looks can not go'); END;
`;
