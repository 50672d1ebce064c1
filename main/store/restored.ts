import type { Database } from './database.ts';

/** The key of the kept value that says when a profile was last restored, and when the newest payout in the backup was made, as `{ at, newest }` in epoch ms. */
export const restoredKey = 'restored';

/** Marks what a restored backup can't know: every payout, in any profile, that may have left since the backup was made, or been found to have. They are
 *  looked up before anything of them is sent. Call it on the restored store before payouts are opened; gives how many were marked. */
export function markRestored(db: Database, at: number): number {
  return db.transaction(() => {
    db.run(`INSERT INTO kept_values (profile_id, key, value, read_at)
      SELECT profile_id, @key, json_object('at', @at, 'newest', max(created_at)), @at FROM payouts WHERE true GROUP BY profile_id
      ON CONFLICT (profile_id, key) DO UPDATE SET value = excluded.value, read_at = excluded.read_at`, { key: restoredKey, at });
    return db.run("UPDATE payouts SET restored_at = ? WHERE state IN ('draft', 'ready', 'queued', 'sending', 'unknown', 'refused')", [at]);
  });
}
