/** Step 1: the book of recipients, and for each the bytes that made it or may have. `fields` and `problem` are JSON; times are epoch ms. */
export const recipientsSchema = `
CREATE TABLE recipients (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  remote_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'sending', 'unknown', 'there', 'refused')),
  user_id TEXT NOT NULL,
  rail TEXT NOT NULL,
  name TEXT NOT NULL,
  tail TEXT NOT NULL,
  fields TEXT NOT NULL,
  idempotency_key TEXT UNIQUE,
  body BLOB,
  body_sha256 TEXT,
  first_sent_at INTEGER,
  problem TEXT,
  hidden_at INTEGER,
  last_paid_at INTEGER,
  search TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'there') = (remote_id IS NOT NULL)),
  CHECK ((idempotency_key IS NULL) = (body IS NULL) AND (body IS NULL) = (body_sha256 IS NULL) AND (body IS NULL) = (first_sent_at IS NULL)),
  CHECK (state NOT IN ('sending', 'unknown') OR body IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX recipients_remote ON recipients (profile_id, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX recipients_by_name ON recipients (profile_id, name COLLATE NOCASE, id) WHERE hidden_at IS NULL;
CREATE INDEX recipients_by_state ON recipients (profile_id, state);

-- The provider never changes a recipient into another. While it isn't known whether a recipient was made, what was sent for it stays as it is: the same key and bytes find out.
CREATE TRIGGER recipients_keep BEFORE UPDATE ON recipients
WHEN (OLD.remote_id IS NOT NULL AND NEW.remote_id IS NOT OLD.remote_id) OR (OLD.state IN ('sending', 'unknown') AND NEW.state <> 'refused'
  AND (NEW.idempotency_key IS NOT OLD.idempotency_key OR NEW.body IS NOT OLD.body OR NEW.first_sent_at IS NOT OLD.first_sent_at))
BEGIN SELECT RAISE(ABORT, 'what was sent for a recipient can not change'); END;
CREATE TRIGGER recipients_stay BEFORE DELETE ON recipients
WHEN OLD.state NOT IN ('draft', 'refused')
BEGIN SELECT RAISE(ABORT, 'a recipient that the provider has or may have can not be removed'); END;
`;
