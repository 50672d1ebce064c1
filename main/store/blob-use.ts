import type { Database } from './database.ts';

/** Tells whether a customer's or a payout's document or a captured page, of any profile, still has these bytes: a blob is shared by all that hold the same content. */
export function blobInUse(db: Database, hash: string): boolean {
  return db.get(inUseSql, [hash, hash, hash]) !== undefined;
}

const inUseSql = `SELECT 1 FROM documents WHERE blob_hash = ? UNION ALL SELECT 1 FROM payout_documents WHERE sha256 = ?
  UNION ALL SELECT 1 FROM captures WHERE original_hash = ? LIMIT 1`;
