import type { TimelineEntry } from '../../preload/contract/timeline.ts';
import type { Database } from './database.ts';

/** Whose story an entry belongs to. */
export type SubjectKind = 'customer' | 'payout';

/** A new entry of a story; `at` is epoch ms. `folds` marks a look-up that found nothing new: an equal one right after it only counts up. */
export type NewEvent = {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly at: number;
  readonly source: TimelineEntry['source'];
  readonly actor?: string | null;
  readonly what: string;
  readonly detail?: string | null;
  readonly state?: string | null;
  readonly folds?: boolean;
};

/** The stories of one profile's customers and payouts; entries are added, never changed or removed. */
export type Events = {
  /** Adds an entry, or counts up the newest one when both fold and say the same. */
  append(event: NewEvent): void;
  /** A subject's entries, newest first, at most `limit` (default 500). */
  list(kind: SubjectKind, subjectId: string, limit?: number): TimelineEntry[];
  /** Whether a subject's story says this after another's began, by the order in which they were written: clocks may be set back. */
  saidSince(kind: SubjectKind, subjectId: string, what: string, other: string): boolean;
};

/** Makes the repository of stories for one profile; `ids` gives a fresh unique id a call. */
export function createEvents(db: Database, profileId: string, ids: () => string): Events {
  const newest = (event: NewEvent) => db.get<FoldRow>(newestSql, [event.subjectId, event.kind, profileId]);
  return {
    append(event) {
      const last = event.folds ? newest(event) : undefined;
      if (last !== undefined && alike(last, event)) {
        db.run('UPDATE events SET count = count + 1, at = max(at, ?) WHERE seq = ?', [event.at, last.seq]);
        return;
      }
      db.run(insertSql, [ids(), profileId, event.kind, event.subjectId, event.at, event.source, event.actor ?? null, event.what,
        event.detail ?? null, event.state ?? null, event.folds ? 1 : 0]);
    },
    list: (kind, subjectId, limit = 500) => db.all<TimelineEntry>(listSql, [subjectId, kind, profileId, limit]),
    saidSince: (kind, subjectId, what, other) => db.get(saidSql, { kind, subjectId, what, other, profileId }) !== undefined,
  };
}

type FoldRow = { readonly seq: number; readonly folds: number; readonly what: string; readonly detail: string | null; readonly source: string; readonly actor: string | null; readonly state: string | null };

function alike(row: FoldRow, event: NewEvent): boolean {
  return row.folds === 1 && row.what === event.what && row.detail === (event.detail ?? null) && row.source === event.source
    && row.actor === (event.actor ?? null) && row.state === (event.state ?? null);
}

const newestSql = `SELECT seq, folds, what, detail, source, actor, state FROM events
  WHERE subject_id = ? AND subject_kind = ? AND profile_id = ? ORDER BY seq DESC LIMIT 1`;
const insertSql = `INSERT INTO events (id, profile_id, subject_kind, subject_id, at, source, actor, what, detail, state, folds)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const listSql = `SELECT id, at, source, actor, what, detail, state, count FROM events
  WHERE subject_id = ? AND subject_kind = ? AND profile_id = ? ORDER BY seq DESC LIMIT ?`;
const saidSql = `SELECT 1 FROM events WHERE subject_id = @subjectId AND subject_kind = @kind AND profile_id = @profileId AND what = @what
  AND seq > ifnull((SELECT min(seq) FROM events WHERE subject_id = @other AND subject_kind = @kind AND profile_id = @profileId), 0) LIMIT 1`;
