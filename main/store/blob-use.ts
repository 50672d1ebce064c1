import type { Database } from './database.ts';

/** Tells whether a customer's or a payout's document, of any profile, still has these bytes: a blob is shared by all that hold the same content. */
export function blobInUse(db: Database, hash: string): boolean {
  return db.get('SELECT 1 FROM documents WHERE blob_hash = ? UNION ALL SELECT 1 FROM payout_documents WHERE sha256 = ? LIMIT 1', [hash, hash]) !== undefined;
}
