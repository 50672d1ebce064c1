/** Step 1: payees, payouts and the journal of what left. Money is integer minor units beside its currency; `draft`, `price`,
 *  `final_price`, `problem`, `deposit` and `details` are JSON; times are epoch ms. */
export const payoutsSchema = `
CREATE TABLE payees (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  method TEXT NOT NULL,
  details TEXT NOT NULL,
  holder_name TEXT,
  account_key TEXT NOT NULL,
  search TEXT NOT NULL,
  last_paid_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX payees_by_account ON payees (profile_id, currency, method, account_key);
CREATE INDEX payees_by_name ON payees (profile_id, name COLLATE NOCASE, id);

CREATE TABLE payouts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  profile_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'queued', 'sending', 'accepted', 'refused', 'unknown', 'awaiting_deposit', 'deposit_expired',
    'processing', 'completed', 'failed', 'returned')),
  revision INTEGER NOT NULL,
  draft TEXT NOT NULL,
  customer_id TEXT,
  customer_name TEXT NOT NULL,
  wallet_id TEXT,
  payee_name TEXT NOT NULL,
  account_tail TEXT NOT NULL,
  reference TEXT NOT NULL,
  from_currency TEXT,
  to_currency TEXT,
  method TEXT,
  send_minor INTEGER,
  send_currency TEXT,
  receive_minor INTEGER,
  receive_currency TEXT,
  fingerprint TEXT,
  price TEXT,
  final_price TEXT,
  transaction_id TEXT,
  provider_reference TEXT,
  provider_status TEXT,
  cloned_from TEXT,
  cloned_to TEXT,
  leaves_at INTEGER,
  checked_at INTEGER,
  next_check_at INTEGER,
  check_count INTEGER NOT NULL DEFAULT 0,
  watched_until INTEGER,
  problem TEXT,
  unknown_since INTEGER,
  unknown_cause TEXT,
  wallet_now_minor INTEGER,
  wallet_now_currency TEXT,
  wallet_now_at INTEGER,
  deposit TEXT,
  uetr TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  search TEXT NOT NULL,
  rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE
    WHEN state = 'unknown' THEN 0
    WHEN cloned_to IS NOT NULL THEN 9
    WHEN state = 'deposit_expired' THEN 1 WHEN state = 'refused' THEN 2 WHEN state = 'failed' THEN 3 WHEN state = 'returned' THEN 4
    ELSE 9 END) STORED,
  tab TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN state = 'unknown' THEN 'needs-you'
    WHEN state IN ('deposit_expired', 'refused', 'failed', 'returned') THEN iif(cloned_to IS NULL, 'needs-you', 'settled')
    WHEN state IN ('draft', 'ready') THEN 'drafts'
    WHEN state = 'completed' THEN 'done'
    ELSE 'on-the-way' END) STORED,
  age INTEGER NOT NULL GENERATED ALWAYS AS (-updated_at) STORED,
  CHECK ((send_minor IS NULL) = (send_currency IS NULL)),
  CHECK ((receive_minor IS NULL) = (receive_currency IS NULL)),
  CHECK ((wallet_now_minor IS NULL) = (wallet_now_currency IS NULL))
) STRICT;
-- In list order and with everything that searching and adding up need, so that neither reads a row it doesn't show.
CREATE INDEX payouts_all ON payouts (profile_id, rank, age, id, tab, send_currency, send_minor, search);
CREATE INDEX payouts_of_tab ON payouts (profile_id, tab, rank, age, id);
CREATE INDEX payouts_by_state ON payouts (profile_id, state);
CREATE INDEX payouts_leaving ON payouts (profile_id, leaves_at) WHERE leaves_at IS NOT NULL;
CREATE INDEX payouts_due ON payouts (profile_id, next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX payouts_watched ON payouts (profile_id, watched_until) WHERE watched_until IS NOT NULL;
CREATE INDEX payouts_same ON payouts (profile_id, fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX payouts_cloned ON payouts (profile_id, cloned_to) WHERE cloned_to IS NOT NULL;

-- What a payout says can't change once it is on its way, and it can't be removed.
CREATE TRIGGER payouts_keep BEFORE UPDATE OF draft ON payouts
WHEN NEW.draft IS NOT OLD.draft AND OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft can be edited'); END;
CREATE TRIGGER payouts_stay BEFORE DELETE ON payouts
WHEN OLD.state NOT IN ('draft', 'ready')
BEGIN SELECT RAISE(ABORT, 'a payout on its way can not be removed'); END;

-- Files kept with a payout; their bytes are sealed files named by sha256. They go with a discarded payout, and are as fixed as what it says.
CREATE TABLE payout_documents (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  payout_id TEXT NOT NULL REFERENCES payouts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  description TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX payout_documents_of ON payout_documents (payout_id, added_at, id);
CREATE INDEX payout_documents_by_blob ON payout_documents (sha256);
CREATE TRIGGER payout_documents_in BEFORE INSERT ON payout_documents
WHEN (SELECT state FROM payouts WHERE id = NEW.payout_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft takes files'); END;
CREATE TRIGGER payout_documents_keep BEFORE UPDATE ON payout_documents
WHEN (SELECT state FROM payouts WHERE id = OLD.payout_id) <> 'draft' OR NEW.payout_id IS NOT OLD.payout_id OR NEW.sha256 IS NOT OLD.sha256
BEGIN SELECT RAISE(ABORT, 'only a draft changes its files'); END;
CREATE TRIGGER payout_documents_stay BEFORE DELETE ON payout_documents
WHEN (SELECT state FROM payouts WHERE id = OLD.payout_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'only a draft lets go of its files'); END;

-- Running totals a tab and currency, so that counts and sums never scan; '' is "no amount yet".
CREATE TABLE payout_totals (
  profile_id TEXT NOT NULL,
  tab TEXT NOT NULL,
  currency TEXT NOT NULL,
  payouts INTEGER NOT NULL,
  minor INTEGER NOT NULL,
  PRIMARY KEY (profile_id, tab, currency)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payouts_total_in AFTER INSERT ON payouts BEGIN
  INSERT INTO payout_totals VALUES (NEW.profile_id, NEW.tab, ifnull(NEW.send_currency, ''), 1, ifnull(NEW.send_minor, 0))
  ON CONFLICT DO UPDATE SET payouts = payouts + 1, minor = minor + excluded.minor;
END;
CREATE TRIGGER payouts_total_out AFTER DELETE ON payouts BEGIN
  UPDATE payout_totals SET payouts = payouts - 1, minor = minor - ifnull(OLD.send_minor, 0)
  WHERE profile_id = OLD.profile_id AND tab = OLD.tab AND currency = ifnull(OLD.send_currency, '');
END;
CREATE TRIGGER payouts_total_moved AFTER UPDATE ON payouts
WHEN OLD.tab IS NOT NEW.tab OR OLD.send_minor IS NOT NEW.send_minor OR OLD.send_currency IS NOT NEW.send_currency BEGIN
  UPDATE payout_totals SET payouts = payouts - 1, minor = minor - ifnull(OLD.send_minor, 0)
  WHERE profile_id = OLD.profile_id AND tab = OLD.tab AND currency = ifnull(OLD.send_currency, '');
  INSERT INTO payout_totals VALUES (NEW.profile_id, NEW.tab, ifnull(NEW.send_currency, ''), 1, ifnull(NEW.send_minor, 0))
  ON CONFLICT DO UPDATE SET payouts = payouts + 1, minor = minor + excluded.minor;
END;

-- The journal. An attempt is written before its first byte leaves; what happens to it is only ever added.
CREATE TABLE payout_attempts (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  payout_id TEXT NOT NULL REFERENCES payouts (id),
  number INTEGER NOT NULL,
  merchant_reference TEXT NOT NULL UNIQUE,
  body BLOB NOT NULL,
  body_sha256 TEXT NOT NULL,
  draft TEXT NOT NULL,
  wallet_before_minor INTEGER,
  wallet_before_currency TEXT,
  wallet_read_at INTEGER,
  actor TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  UNIQUE (payout_id, number)
) STRICT;
CREATE TRIGGER attempts_keep BEFORE UPDATE ON payout_attempts BEGIN SELECT RAISE(ABORT, 'attempts can not change'); END;
CREATE TRIGGER attempts_stay BEFORE DELETE ON payout_attempts BEGIN SELECT RAISE(ABORT, 'attempts can not go'); END;

CREATE TABLE attempt_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  profile_id TEXT NOT NULL,
  attempt_id TEXT NOT NULL REFERENCES payout_attempts (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('handed-over', 'accepted', 'refused', 'code-refused', 'lost', 'found', 'not-found', 'no-answer', 'told')),
  detail TEXT
) STRICT;
CREATE INDEX attempt_events_of ON attempt_events (attempt_id, seq);
CREATE TRIGGER attempt_events_keep BEFORE UPDATE ON attempt_events BEGIN SELECT RAISE(ABORT, 'attempt events can not change'); END;
CREATE TRIGGER attempt_events_stay BEFORE DELETE ON attempt_events BEGIN SELECT RAISE(ABORT, 'attempt events can not go'); END;
`;
