import type { Reply, Request, Topic } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { createAuditMarks } from '../store/audit-marks.ts';
import { createAuditRows } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import type { Timers } from '../vault/timers.ts';
import type { AnchorStore } from './anchors.ts';
import { breakWords, openBreak } from './finding.ts';
import { createWatch, type Watch } from './watch.ts';

type AuditChannel = Extract<Channel, `audit.${string}`>;

/** The audit log of one profile, watched and anchored. */
export type AuditDesk = {
  readonly handlers: { readonly [C in AuditChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Why nothing may be released while the log is broken and nobody has written why to go on, or while it couldn't be compared with its note; null otherwise. */
  readonly held: () => AppError | null;
  /** Compares the end of the chain with its anchor, then checks the rest in the background; call it once after opening, before anything is added. */
  readonly start: () => Promise<void>;
  /** Anchors the end of the chain and stops; the store may be closed after it. */
  readonly close: () => Promise<void>;
};

/** What the desk needs. `profile` is what an exported log says it is of; `saveFile` asks the person where to: a full path, null when they chose none. */
export type AuditDeskDeps = {
  readonly store: Database;
  readonly profile: { readonly id: string; readonly name: string };
  readonly anchor: AnchorStore;
  readonly clock: () => number;
  readonly timers?: Timers;
  readonly actor: () => string;
  readonly notify: (topic: Topic, id: string | null) => void;
  readonly saveFile: (name: string) => Promise<string | null>;
  /** The app's version. */
  readonly version: string;
  /** Marks what was open as taken from an older state, so that it is looked up before anything is sent. Called within a transaction. */
  readonly markRestored: (store: Database, at: number) => void;
  /** Looks after what was marked, as a start does. */
  readonly recover: () => void;
};

/** Makes the desk of one profile; nothing is looked at before `start`. */
export function createAuditDesk(deps: AuditDeskDeps): AuditDesk {
  const { store, profile } = deps;
  const rows = createAuditRows(store, profile.id);
  const watch = createWatch({ ...deps, profileId: profile.id, rows, marks: createAuditMarks(store, profile.id) });
  return {
    handlers: {
      'audit.state': () => guarded(store, () => ok(watch.state())),
      'audit.verify': () => guarded(store, async () => {
        await watch.verify();
        return ok(watch.state());
      }),
      'audit.list': ({ before, limit }) => guarded(store, async () => {
        const { toLine } = await import('./lines.ts');
        return ok(rows.before(before, limit).map(toLine));
      }),
      'audit.export': () => guarded(store, async () => (await import('./export.ts')).exportLog({ ...deps, rows, anchored: watch.state().anchored })),
      'audit.accept': ({ reason }) => guarded(store, async () => (await import('./accept.ts')).acceptBreak({ ...deps, watch }, reason)),
    },
    held: () => heldBy(watch),
    start: watch.start,
    close: watch.close,
  };
}

function heldBy(watch: Watch): AppError | null {
  const finding = watch.finding();
  const broken = openBreak(finding);
  if (broken !== null) {
    return appError('audit-broken', `Nothing is sent while the audit log is broken. ${breakWords(broken, finding.note)}`, { fix: 'Look at it under Settings, Audit log, and write there why to go on.' });
  }
  if (finding.ending !== null || finding.noteError === null) return null;
  return appError('audit-broken', `Nothing is sent before the end of the audit log was compared with its note, which can\u2019t be read now. ${finding.noteError.message}`,
    { fix: 'It is tried again each minute; or press Verify now under Settings, Audit log.' });
}
