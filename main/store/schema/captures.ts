/** Step 2: captured pages with their sealed originals, what documents are made from, refusals by the provider, and the watched folder. `edit`,
 *  `evidence`, `overrides` and `points` are JSON; times are epoch ms. A strike without `points` is older than their reading. */
export const capturesSchema = `
ALTER TABLE documents ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN overrides TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN strike INTEGER;
ALTER TABLE documents ADD COLUMN set_aside INTEGER NOT NULL DEFAULT 0 CHECK (set_aside IN (0, 1));

CREATE TABLE captures (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  original_hash TEXT NOT NULL,
  page INTEGER,
  pages INTEGER,
  state TEXT NOT NULL CHECK (state IN ('new', 'ready', 'refused')),
  problem TEXT,
  edit TEXT NOT NULL,
  thumb BLOB CHECK (thumb IS NULL OR length(thumb) <= 32768),
  evidence TEXT,
  added_at INTEGER NOT NULL,
  CHECK (document_id IS NULL OR state = 'ready'),
  CHECK ((page IS NULL) = (pages IS NULL)),
  CHECK (state <> 'ready' OR page IS NOT NULL)
) STRICT;
CREATE INDEX captures_tray ON captures (profile_id, position, id) WHERE document_id IS NULL;
CREATE INDEX captures_of_document ON captures (document_id, position) WHERE document_id IS NOT NULL;
CREATE INDEX captures_by_original ON captures (original_hash);

CREATE TABLE strikes (
  customer_id TEXT NOT NULL REFERENCES customers (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  at INTEGER NOT NULL,
  comment TEXT,
  points TEXT,
  PRIMARY KEY (customer_id, number)
) STRICT, WITHOUT ROWID;
-- Refusals that came before this step stand in the stories; those found with a customer that was taken over carry no words of their own.
INSERT INTO strikes (customer_id, number, at, comment, points)
  SELECT subject_id, row_number() OVER (PARTITION BY subject_id ORDER BY events.seq), at, iif(source = 'blaaiz', detail, customers.comment), NULL
  FROM events JOIN customers ON customers.id = subject_id AND customers.profile_id = events.profile_id
  WHERE subject_kind = 'customer' AND events.state = 'rejected' ORDER BY subject_id, events.seq;
UPDATE documents SET strike = (SELECT max(number) FROM strikes WHERE strikes.customer_id = documents.customer_id)
  WHERE customer_id IN (SELECT id FROM customers WHERE state = 'rejected');
CREATE TRIGGER strikes_at_end BEFORE INSERT ON strikes
WHEN NEW.number IS NOT 1 + ifnull((SELECT max(number) FROM strikes WHERE customer_id = NEW.customer_id), 0)
BEGIN SELECT RAISE(ABORT, 'strikes are counted one by one'); END;
CREATE TRIGGER strikes_keep BEFORE UPDATE ON strikes BEGIN SELECT RAISE(ABORT, 'strikes can not change'); END;
CREATE TRIGGER strikes_stay BEFORE DELETE ON strikes BEGIN SELECT RAISE(ABORT, 'strikes can not go'); END;

CREATE TABLE scan_folders (
  profile_id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  chosen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was seen in watched folders; the hash is empty for what was there before watching began, and for what is no picture or PDF.
CREATE TABLE seen_files (
  profile_id TEXT NOT NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (profile_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_files_by_hash ON seen_files (profile_id, hash) WHERE hash <> '';
`;
