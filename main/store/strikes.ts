import type { RefusalPoint } from '../../preload/contract/preflight.ts';
import type { Database } from './database.ts';

/** A refusal by the provider: the how-manieth of its customer, when (epoch ms), in what words, and what we took them for; `points` is null for
 *  one that is older than their reading. */
export type Strike = { readonly number: number; readonly at: number; readonly comment: string | null; readonly points: readonly RefusalPoint[] | null };

/** The refusals of one profile's customers: counted up, never changed or taken back (the schema throws). */
export type StrikeRows = {
  /** The last one; null when there never was one. */
  last(customerId: string): Strike | null;
  /** Adds the next one of a customer of this profile. */
  add(customerId: string, strike: Omit<Strike, 'number'>): Strike;
};

/** Makes the repository of refusals for one profile. */
export function createStrikeRows(db: Database, profileId: string): StrikeRows {
  const last = (customerId: string) => {
    const row = db.get<Row>(lastSql, [customerId, profileId]);
    return row === undefined ? null : { number: row.number, at: row.at, comment: row.comment, points: row.points === null ? null : JSON.parse(row.points) as RefusalPoint[] };
  };
  return {
    last,
    add: (customerId, strike) => db.transaction(() => {
      const next: Strike = { ...strike, number: 1 + (last(customerId)?.number ?? 0) };
      const points = next.points === null ? null : JSON.stringify(next.points);
      const written = db.run(insertSql, [next.number, next.at, next.comment, points, customerId, profileId]);
      if (written !== 1) throw new Error('A refusal needs a customer of this profile');
      return next;
    }),
  };
}

type Row = { readonly number: number; readonly at: number; readonly comment: string | null; readonly points: string | null };

const lastSql = `SELECT number, at, strikes.comment, points FROM strikes JOIN customers ON customers.id = customer_id
  WHERE customer_id = ? AND profile_id = ? ORDER BY number DESC LIMIT 1`;
const insertSql = 'INSERT INTO strikes (customer_id, number, at, comment, points) SELECT id, ?, ?, ?, ? FROM customers WHERE id = ? AND profile_id = ?';
