import type { Database } from './database.ts';

/** A value as last read from the provider, and when (epoch ms). */
export type Kept<T> = { readonly value: T; readonly readAt: number };

/** Values last read from the provider (wallets, banks, labels, prices), kept for one profile so that they are there offline. */
export type KeptValues = {
  get<T>(key: string): Kept<T> | null;
  put(key: string, value: unknown, readAt: number): void;
};

/** Makes the repository of kept values for one profile. Values are JSON; who puts a key knows its shape. */
export function createKeptValues(db: Database, profileId: string): KeptValues {
  return {
    get: <T>(key: string) => {
      const row = db.get<{ value: string; read_at: number }>('SELECT value, read_at FROM kept_values WHERE profile_id = ? AND key = ?', [profileId, key]);
      return row === undefined ? null : { value: JSON.parse(row.value) as T, readAt: row.read_at };
    },
    put: (key, value, readAt) => {
      db.run(`INSERT INTO kept_values (profile_id, key, value, read_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value, read_at = excluded.read_at`, [profileId, key, JSON.stringify(value), readAt]);
    },
  };
}
