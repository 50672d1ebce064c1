/** Step 1: the stories of customers and payouts, and what was last read from the provider. Times are epoch ms, money is minor units. */
export const sharedSchema = `
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  profile_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('customer', 'payout')),
  subject_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('you', 'bursar', 'blaaiz', 'kira')),
  actor TEXT,
  what TEXT NOT NULL,
  detail TEXT,
  state TEXT,
  folds INTEGER NOT NULL DEFAULT 0 CHECK (folds IN (0, 1)),
  count INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1)
) STRICT;
CREATE INDEX events_of_subject ON events (subject_id, subject_kind, seq);

-- A story only grows. The one change allowed: the newest entry, if it is a look-up, counts one more of its kind.
CREATE TRIGGER events_keep BEFORE UPDATE ON events
WHEN NOT (OLD.folds = 1 AND NEW.count = OLD.count + 1 AND NEW.at >= OLD.at
  AND NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.profile_id = OLD.profile_id AND NEW.subject_kind = OLD.subject_kind
  AND NEW.subject_id = OLD.subject_id AND NEW.source = OLD.source AND NEW.actor IS OLD.actor AND NEW.what = OLD.what
  AND NEW.detail IS OLD.detail AND NEW.state IS OLD.state AND NEW.folds = OLD.folds
  AND OLD.seq = (SELECT max(seq) FROM events WHERE subject_id = OLD.subject_id AND subject_kind = OLD.subject_kind))
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE kept_values (
  profile_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (profile_id, key)
) STRICT, WITHOUT ROWID;
`;
