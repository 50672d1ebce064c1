import type { AuditState } from '../../preload/contract/audit-log.ts';
import type { Topic } from '../../preload/contract/api.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { AuditMarks } from '../store/audit-marks.ts';
import type { AuditRows } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import { systemTimers, type Timers } from '../vault/timers.ts';
import { anchorOf, type AnchorStore, type Note } from './anchors.ts';
import { isBroken, judgeEnding, type Ending } from './ending.ts';
import { nothingFound, toState, type Finding } from './finding.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { walkChain } from './walk.ts';

/** What watching one profile's log needs. */
export type WatchDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly rows: AuditRows;
  readonly marks: AuditMarks;
  readonly anchor: AnchorStore;
  readonly clock: () => number;
  readonly timers?: Timers;
  readonly notify: (topic: Topic, id: string | null) => void;
};

/** Keeps what is known about a log, and anchors it while its end fits. */
export type Watch = {
  readonly finding: () => Finding;
  readonly state: () => AuditState;
  /** Compares the end, then walks the chain in the background. */
  readonly start: () => Promise<void>;
  /** Reads the anchor and the whole chain again; joins a check that is running. */
  readonly verify: () => Promise<void>;
  /** Takes the end as it is now for the right one and anchors it; the walk is made again. */
  readonly reanchor: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a watch remembers. */
type Self = WatchDeps & { finding: Finding; stopped: boolean; running: Promise<void> | null; retry: (() => void) | null; keeper: Keeper };
type Read = Result<Note, AppError>;

/** Makes the {@link Watch}; nothing is read before `start`. */
export function createWatch(deps: WatchDeps): Watch {
  const keeper = createKeeper({
    ...deps, noted: () => anchorOf(self.finding.note)?.head ?? null,
    fits: () => {
      const ending = compare(self, self.finding.note);
      if (isBroken(ending)) found(self, { ending });
      return !isBroken(ending);
    },
    onWritten: (written) => { found(self, written.ok ? { note: written.value, noteError: null, ending: { kind: 'noted' } } : { noteError: written.error }); },
  });
  const self: Self = { ...deps, keeper, finding: nothingFound, stopped: false, running: null, retry: null };
  return {
    finding: () => self.finding,
    state: () => {
      const last = deps.rows.last();
      return toState(self.finding, { place: deps.anchor.place, running: self.running !== null, rows: last?.number ?? 0, head: last?.hash ?? '' });
    },
    start: async () => {
      const read = await readNote(self);
      if (!deps.store.isOpen || self.stopped) return;
      if (read.ok) found(self, { note: read.value, ending: compare(self, read.value) });
      void run(self, async () => read);
    },
    verify: () => run(self, () => readNote(self)),
    reanchor: () => reanchor(self),
    close: async () => {
      self.stopped = true;
      self.retry?.();
      await self.running;
      await keeper.close();
    },
  };
}

function found(self: Self, next: Partial<Finding>): void {
  self.finding = { ...self.finding, ...next };
  self.notify('audit', null);
}

const readNote = ({ anchor }: Self): Promise<Read> => (anchor.place === 'none' ? Promise.resolve(ok(null)) : anchor.read());

/** How the end compares with what was noted; while it doesn't fit, nothing is noted over it. */
function compare({ rows, marks, keeper }: Self, note: Note): Ending {
  const ending = judgeEnding(rows, note, marks.get());
  if (isBroken(ending)) keeper.halt();
  const anchor = anchorOf(note);
  if (ending.kind === 'noted' && anchor !== null) marks.confirm({ count: anchor.rows, hash: anchor.head });
  return ending;
}

/** Runs one check at a time; who comes while one runs waits for that one. */
function run(self: Self, read: () => Promise<Read>): Promise<void> {
  const { note } = self.finding;
  self.running ??= guarded(self.store, async () => check(self, await read(), note)).then((done) => {
    if (!done.ok && !self.stopped) found(self, { noteError: done.error });
  }).finally(() => { self.running = null; });
  return self.running;
}

/** Walks the chain and compares its end; what was noted since the note was asked for, when it was `before`, is newer than what was read. */
async function check(self: Self, read: Read, before: Note): Promise<Result<null, AppError>> {
  const walk = await walkChain(self.rows, () => self.stopped || !self.store.isOpen);
  if (walk === null) return ok(null);
  const note = read.ok && self.finding.note === before ? read.value : self.finding.note;
  const ending = read.ok || self.finding.ending !== null ? compare(self, note) : null;
  found(self, { walk, ending, note, checkedAt: self.clock(), noteError: read.ok ? null : read.error });
  if (read.ok && ending !== null && !isBroken(ending)) self.keeper.begin();
  if (!read.ok) self.retry = (self.timers ?? systemTimers).after(retryDelay, () => { void run(self, () => readNote(self)); });
  return ok(null);
}

async function reanchor(self: Self): Promise<void> {
  await self.running;
  self.finding = { ...self.finding, note: null, ending: { kind: 'never-noted' } };
  self.marks.reset();
  self.keeper.begin();
  const written = await self.keeper.flush();
  // Where the keychain doesn't take it now, it is tried again later; the person's word holds meanwhile.
  await run(self, async () => (written.ok ? readNote(self) : ok(null)));
}

/** How long after a failed reading of the anchor the next check is made, in milliseconds. */
const retryDelay = 60_000;
