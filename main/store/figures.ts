import type { KeptFigures } from '../../preload/contract/kept-figures.ts';
import type { Payout } from '../../preload/contract/payouts.ts';
import type { Database } from './database.ts';

/** Which moment figures are of: quoted at release, answered when the provider took the payout, arrived by its last word. */
export type FiguresKind = keyof Payout['figures'];

/** What was quoted, answered and arrived, a payout each; figures are added, never changed. */
export type Figures = {
  /** Keeps figures unless the newest of this kind say the same. */
  keep(payoutId: string, kind: FiguresKind, figures: KeptFigures): void;
  /** The newest figures of each kind. */
  of(payoutId: string): Payout['figures'];
};

/** Makes the repository of figures for one profile. */
export function createFigures(db: Database, profileId: string): Figures {
  const newest = (payoutId: string, kind: FiguresKind) => {
    const row = db.get<{ figures: string }>(newestSql, [payoutId, kind, profileId]);
    return row === undefined ? null : (JSON.parse(row.figures) as KeptFigures);
  };
  return {
    keep: (payoutId, kind, figures) => {
      const before = newest(payoutId, kind);
      if (before !== null && JSON.stringify({ ...before, at: 0 }) === JSON.stringify({ ...figures, at: 0 })) return;
      db.run('INSERT INTO payout_figures (profile_id, payout_id, kind, figures, at) VALUES (?, ?, ?, ?, ?)', [profileId, payoutId, kind, JSON.stringify(figures), figures.at]);
    },
    of: (payoutId) => ({ quoted: newest(payoutId, 'quoted'), answered: newest(payoutId, 'answered'), arrived: newest(payoutId, 'arrived') }),
  };
}

const newestSql = 'SELECT figures FROM payout_figures WHERE payout_id = ? AND kind = ? AND profile_id = ? ORDER BY seq DESC LIMIT 1';
