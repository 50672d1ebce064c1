import type { AttemptEvent } from './attempts.ts';
import type { Database } from './database.ts';

/** One look at a payout of a restored backup, or what a person was told of it (epoch ms). */
export type Look = { readonly at: number; readonly kind: Extract<AttemptEvent['kind'], 'found' | 'not-found' | 'no-answer' | 'told'>; readonly detail: string | null };

/** What became of finding out about payouts that may have left from where nobody can see any more: there is no attempt here to write it to. */
export type Looks = {
  note(payoutId: string, look: Look): void;
  /** A payout's looks, in order. */
  of(payoutId: string): Look[];
};

/** Makes the repository of looks for one profile. */
export function createLooks(db: Database, profileId: string): Looks {
  return {
    note: (payoutId, { at, kind, detail }) => { db.run('INSERT INTO payout_looks (profile_id, payout_id, at, kind, detail) VALUES (?, ?, ?, ?, ?)', [profileId, payoutId, at, kind, detail]); },
    of: (payoutId) => db.all<Look>('SELECT at, kind, detail FROM payout_looks WHERE payout_id = ? AND profile_id = ? ORDER BY seq', [payoutId, profileId]),
  };
}
