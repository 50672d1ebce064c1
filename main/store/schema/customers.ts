/** Step 1: customers and their documents. Booleans are 0 and 1, `fields` and `problem` are JSON. */
export const customersSchema = `
CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL,
  state TEXT NOT NULL,
  remote_id TEXT,
  name TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  id_number TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL,
  extra_checks INTEGER NOT NULL DEFAULT 0,
  pending_since INTEGER,
  verified_at INTEGER,
  checked_at INTEGER,
  next_check_at INTEGER,
  check_count INTEGER NOT NULL DEFAULT 0,
  comment TEXT,
  problem TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX customers_remote ON customers (profile_id, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX customers_newest ON customers (profile_id, updated_at, id);
CREATE INDEX customers_by_state ON customers (profile_id, state, updated_at, id);
CREATE INDEX customers_by_email ON customers (profile_id, email);
CREATE INDEX customers_by_id_number ON customers (profile_id, id_number);
CREATE INDEX customers_due ON customers (profile_id, next_check_at) WHERE next_check_at IS NOT NULL;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  slot TEXT NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  blob_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  file_id TEXT,
  problem TEXT,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_of_customer ON documents (customer_id, slot);
CREATE INDEX documents_by_blob ON documents (blob_hash);
`;
