import { rm } from 'node:fs/promises';
import type { BackupFile, BackupState, FoundBackup, HeldProfile, Restored } from '../../preload/contract/backup.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAttemptDelay, type AttemptDelay } from '../vault/attempt-delay.ts';
import { keyMark } from '../vault/data-key.ts';
import { checkNewPassphrase, defaultCost, wrapKey } from '../vault/passphrase.ts';
import { toAppError } from '../vault/vault-error.ts';
import { createBook, type Book, type BookKeeper } from './book.ts';
import { createChoices, type Choices } from './choose.ts';
import { backupRefusal, dayMs, folderOf, isDue, makeBackup, makeDaily, retryMs, wrappedOf } from './make.ts';
import { workFolder } from './disk.ts';
import { lookAtBackup } from './look.ts';
import type { BackupAct, BackupDeps } from './ports.ts';
import { restoreRefusal } from './opened.ts';
import { restoreBackup } from './restore.ts';
import { shelvedBackups, toBackupFile } from './shelf.ts';
import { canStartAnew, startAnew } from './start-anew.ts';
import { chooseAgain, lockedNow, nothingKept, oneAtATime, tooManyTries, unlockFirst } from './words.ts';

type Answer<T> = Promise<Result<T, AppError>>;

/** Everything that is done with backups, one thing at a time. */
export type BackupDesk = {
  readonly state: () => Promise<BackupState>;
  readonly setPassphrase: (passphrase: string | null) => Answer<BackupState>;
  readonly setDaily: (on: boolean, keep: number) => Answer<BackupState>;
  readonly chooseFolder: () => Answer<BackupState>;
  readonly make: (kind: BackupFile['kind']) => Answer<BackupState>;
  /** Makes the daily backup when it is due and now is the moment. */
  readonly daily: () => Promise<void>;
  readonly choose: (name: string | null) => Answer<FoundBackup | null>;
  readonly look: (token: string, passphrase: string | null) => Answer<{ profiles: HeldProfile[] }>;
  readonly restore: (token: string, passphrase: string | null) => Answer<Restored>;
  readonly startAnew: () => Answer<null>;
  /** Why nothing at all is answered: a vault that is only locked shows nobody its backups. Null otherwise. */
  readonly shut: () => AppError | null;
};

/** Makes the desk of a data folder. */
export function createBackupDesk(deps: BackupDeps): BackupDesk {
  const book = createBook(deps.folder, deps.now);
  const choices = createChoices(deps);
  const delay = createAttemptDelay(deps.now);
  const { alone, isBusy } = turns(deps);
  // What a run that was killed left half done; a restore that was decided is elsewhere.
  for (const name of ['backup', 'restore'] as const) void rm(workFolder(deps.folder, name), { recursive: true, force: true }).catch(() => undefined);
  const state = () => stateOf(deps, book, isBusy());
  const answer = async (done: Result<unknown, AppError>): Answer<BackupState> => {
    deps.changed();
    return done.ok ? ok(await state()) : done;
  };
  return {
    state,
    setPassphrase: async (passphrase) => answer(await unlocked(deps, () => setPassphrase(deps, book, passphrase))),
    setDaily: async (daily, keep) => answer(await unlocked(deps, () => settled(deps, book, { daily, keep, ...(daily ? {} : { skipped: null }) }, 'backup.setDaily', { daily, keep }))),
    chooseFolder: async () => answer(await unlocked(deps, async () => {
      const folder = await deps.choose.folder();
      return folder === null ? ok(null) : settled(deps, book, { folder }, 'backup.setFolder', { folder });
    })),
    make: async (kind) => answer(await alone(() => makeBackup(deps, book, kind))),
    daily: dailyMaker(deps, book, alone),
    choose: async (name) => choices.choose(folderOf(deps, await book.read()), name),
    look: (token, passphrase) => alone(() => slowed(delay, passphrase, () => lookAtChosen(deps, choices, token, passphrase))),
    restore: (token, passphrase) => alone(() => slowed(delay, passphrase, () => restoreChosen(deps, { book, choices }, token, passphrase))),
    startAnew: () => alone(() => startAnew(deps)),
    shut: () => (deps.vault.state().problem === undefined && restoreRefusal(deps) === unlockFirst ? lockedNow : null),
  };
}

/** Guessing a passphrase is slowed down here too: a backup's may be the vault's own. */
async function slowed<T>(delay: AttemptDelay, passphrase: string | null, attempt: () => Answer<T>): Answer<T> {
  const seconds = Math.ceil(delay.waitMs() / 1000);
  if (passphrase !== null && seconds > 0) return fail(tooManyTries(seconds));
  const done = await attempt();
  if (passphrase !== null && done.ok) delay.right();
  if (passphrase !== null && !done.ok && done.error.code === 'wrong-passphrase') delay.wrong();
  return done;
}

/** How backups are made is for whoever may open the vault. */
async function unlocked(deps: BackupDeps, work: () => Answer<unknown>): Answer<unknown> {
  if (deps.vault.state().quality === 'session-only') return fail(nothingKept);
  return deps.vault.state().phase === 'unlocked' ? work() : fail(lockedNow);
}

/** Changes how backups are made, and has it written down. */
async function settled(deps: BackupDeps, book: BookKeeper, patch: Partial<Book>, what: BackupAct['what'], detail: BackupAct['detail'] = {}): Answer<unknown> {
  const changed = await book.change(patch);
  return changed.ok ? deps.record({ what, by: 'person', detail }) : changed;
}

type Alone = <T>(work: () => Answer<T>) => Answer<T>;

function turns(deps: Pick<BackupDeps, 'changed'>): { readonly alone: Alone; readonly isBusy: () => boolean } {
  let busy = false;
  return {
    isBusy: () => busy,
    alone: async (work) => {
      if (busy) return fail(oneAtATime);
      busy = true;
      deps.changed();
      try {
        return await work();
      } finally {
        busy = false;
        deps.changed();
      }
    },
  };
}

async function stateOf(deps: BackupDeps, keeper: BookKeeper, busy: boolean): Promise<BackupState> {
  const book = await keeper.read();
  const possible = backupRefusal(deps) === null;
  const due = book.lastAt === null ? deps.now() : book.lastAt + dayMs;
  return {
    possible, folder: book.folder, passphraseSet: wrappedOf(deps, book) !== null, daily: book.daily, keep: book.keep,
    files: (await shelvedBackups(folderOf(deps, book))).map(toBackupFile), skipped: book.skipped, failed: book.failed, incomplete: book.incomplete, busy,
    nextAt: book.daily && possible ? due : null, canStartAnew: canStartAnew(deps),
  };
}

/** Keeps the data key wrapped under the passphrase, so that the passphrase itself is never kept. Errors: validation, locked, conflict, storage. */
async function setPassphrase(deps: BackupDeps, book: BookKeeper, passphrase: string | null): Answer<unknown> {
  if (passphrase === null) return settled(deps, book, { passphrase: null }, 'backup.removePassphrase');
  const fit = checkNewPassphrase(passphrase);
  if (!fit.ok) return fail(toAppError(fit.error));
  const wrapped = await deps.vault.withKey(async (key) => ({ mark: keyMark(key), wrapped: await wrapKey(key, passphrase, deps.cost ?? defaultCost) }));
  return wrapped.ok ? settled(deps, book, { passphrase: wrapped.value }, 'backup.setPassphrase') : fail(toAppError(wrapped.error));
}

/** After a failure there is a pause before the next try: a full disk is not asked every minute. */
function dailyMaker(deps: BackupDeps, book: BookKeeper, alone: Alone): () => Promise<void> {
  let pausedUntil = 0;
  return async () => {
    const paused = deps.now() < pausedUntil && pausedUntil - deps.now() <= retryMs;
    const { skipped, ...known } = await book.read();
    const told = deps.trouble() !== null && deps.trouble() === skipped;
    if (paused || told || !deps.quiet() || !isDue({ ...known, skipped }, deps.now())) return;
    await alone(async () => {
      const made = await makeDaily(deps, book);
      if (made === 'failed') pausedUntil = deps.now() + retryMs;
      return ok(made);
    });
  };
}

async function lookAtChosen(deps: BackupDeps, choices: Choices, token: string, passphrase: string | null): Answer<{ profiles: HeldProfile[] }> {
  const chosen = choices.of(token);
  if (chosen === null) return fail(chooseAgain);
  const looked = await lookAtBackup(deps, chosen.file, passphrase);
  if (!looked.ok) return looked;
  chosen.seen = looked.value.letter;
  return ok({ profiles: [...looked.value.profiles] });
}

async function restoreChosen(deps: BackupDeps, { book, choices }: { readonly book: BookKeeper; readonly choices: Choices }, token: string, passphrase: string | null): Answer<Restored> {
  const chosen = choices.of(token);
  if (chosen === null) return fail(chooseAgain);
  const done = await restoreBackup(deps, chosen.file, passphrase, chosen.seen);
  if (!done.ok) return done;
  const { header, restored } = done.value;
  // Later backups of a key from elsewhere open with the passphrase that it came with.
  if (wrappedOf(deps, await book.read()) === null) await book.change({ passphrase: header.wrapped === null ? null : { mark: header.mark, wrapped: header.wrapped } });
  await book.change({ lastAt: null, skipped: null, failed: null, incomplete: null });
  return ok(restored);
}
