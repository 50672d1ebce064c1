import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { AuditMarks } from '../store/audit-marks.ts';
import type { AuditRow, AuditRows } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import { systemTimers, type Timers } from '../vault/timers.ts';
import type { Anchor, AnchorStore } from './anchors.ts';
import { onAppend } from './audit.ts';

/** What keeping anchors needs. `fits` looks whether the chain still holds what was anchored last; without it nothing is noted over it. */
export type KeeperDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly rows: AuditRows;
  readonly marks: AuditMarks;
  readonly anchor: AnchorStore;
  readonly clock: () => number;
  readonly timers?: Timers;
  readonly fits: () => boolean;
  /** The hash of the row that is anchored now; null when none is. */
  readonly noted: () => string | null;
  /** Something was anchored, or could not be. */
  readonly onWritten: (written: Result<Anchor, AppError>) => void;
};

/** Notes where the chain ends, soon after it grew, one note after the other. */
export type Keeper = {
  /** From now on what is added is anchored; before this nothing is, so that a note is never written over what it should show. */
  readonly begin: () => void;
  readonly halt: () => void;
  /** Anchors what isn't anchored yet, now. */
  readonly flush: () => Promise<Result<void, AppError>>;
  /** Anchors what is left and stops listening. */
  readonly close: () => Promise<void>;
};

/** How long after a row its anchor is written at the latest, in milliseconds. */
export const anchorDelay = 800;
/** How long after a failed try the next one is made, in milliseconds. */
const retryDelay = 60_000;

/** Makes the {@link Keeper}; it does nothing before `begin`. */
export function createKeeper(deps: KeeperDeps): Keeper {
  const { store, rows, timers = systemTimers } = deps;
  let on = false;
  let cancel: (() => void) | null = null;
  let writing: Promise<Result<void, AppError>> = Promise.resolve(ok(undefined));

  const write = async (last: AuditRow): Promise<Result<Anchor, AppError>> => {
    const anchor: Anchor = { rows: last.number, head: last.hash, at: deps.clock() };
    // The mark first: a stop in between leaves it ahead of the anchor, which both say is fine.
    deps.marks.put({ count: anchor.rows, hash: anchor.head });
    const written = await deps.anchor.write(anchor);
    return written.ok ? ok(anchor) : written;
  };
  const catchUp = async (): Promise<Result<void, AppError>> => {
    const last = store.isOpen && on ? rows.last() : undefined;
    if (last === undefined || last.hash === deps.noted() || !deps.fits()) return ok(undefined);
    const written = await guarded(store, () => write(last));
    deps.onWritten(written);
    if (!written.ok) {
      plan(retryDelay);
      return written;
    }
    // Only now: a stop before the keychain's very first note is not a note that is gone.
    return guarded(store, () => ok(deps.marks.confirm({ count: last.number, hash: last.hash })));
  };
  const flush = () => {
    cancel?.();
    cancel = null;
    // One after the other; what failed before is tried again by the next.
    writing = writing.then(catchUp, catchUp);
    return writing;
  };
  const plan = (delay = anchorDelay) => { if (on) cancel ??= timers.after(delay, () => void flush()); };
  const forget = onAppend(store, (profileId) => { if (profileId === deps.profileId) plan(); });
  return {
    flush,
    begin: () => {
      on = deps.anchor.place !== 'none';
      void flush();
    },
    halt: () => { on = false; },
    close: async () => {
      forget();
      await flush();
      on = false;
      cancel?.();
    },
  };
}
