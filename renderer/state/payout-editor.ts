import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Reply, Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { emptyPayoutDraft, type Payout, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { t } from '../text.ts';
import { makeAutosave, type SaveState } from './autosave.ts';
import type { DraftEdit } from './draft-edits.ts';
import { realTimers, type Timers } from './timers.ts';

/** A draft in the editor. `draft` is what is on screen, `payout` what main last kept. */
export type PayoutEditorState = {
  readonly id: string | null;
  readonly revision: number;
  readonly draft: PayoutDraft;
  readonly payout: Payout | null;
  readonly saving: SaveState;
};

/** A draft being edited: it lives until everything typed is safe, also when its screen has gone. */
export type PayoutEditor = {
  readonly store: StoreApi<PayoutEditorState>;
  change(edit: DraftEdit): void;
  /** Saves now; false when something typed is still unsaved. */
  flush(): Promise<boolean>;
  dirty(): boolean;
  /** After a conflict: writes what is on screen over what was kept meanwhile. */
  keepMine(): Promise<boolean>;
  /** Has main change the kept draft beside the form, files for instance: what is typed is saved before, and saving rests meanwhile, so that
   *  neither takes the other for a stranger's change. Keeps a new draft first. */
  beside(work: (id: string) => Promise<Result<Payout, AppError>>): Promise<Result<Payout, AppError>>;
  stop(): void;
};

/** The two requests that the editor makes. */
export type PayoutDoor = {
  readonly save: (request: Request<'payouts.save'>) => Promise<Result<Reply<'payouts.save'>, AppError>>;
  readonly get: (request: Request<'payouts.get'>) => Promise<Result<Reply<'payouts.get'>, AppError>>;
};

/** Opens a kept draft, or a new one that is first kept when something is typed; `start` fills a new one. */
export function openPayoutEditor(
  kept: Payout | null, door: PayoutDoor, start: DraftEdit = (draft) => draft, timers: Timers = realTimers,
): PayoutEditor {
  const store = createStore<PayoutEditorState>(() => ({
    id: kept?.id ?? null, revision: kept?.revision ?? 0, draft: kept?.draft ?? start(emptyPayoutDraft), payout: kept,
    saving: kept ? { kind: 'saved', at: kept.updatedAt } : { kind: 'idle' },
  }));
  const take = (payout: Payout) => store.setState({ id: payout.id, revision: payout.revision, payout });
  let blank = false;
  let aside: Promise<unknown> = Promise.resolve();
  const auto = makeAutosave({
    timers,
    onState: (saving) => store.setState({ saving }),
    save: async () => {
      await aside;
      const { id, revision, draft } = store.getState();
      // Typed and taken back before it was ever kept: there is nothing to keep.
      if (id === null && isEmpty(draft) && !blank) return ok(null);
      const answer = await door.save({ id, revision, draft, ...(id === null && blank ? { blank } : {}) });
      if (answer.ok) take(answer.value);
      return answer;
    },
  });
  return {
    store,
    change(edit) {
      const { draft } = store.getState();
      const next = edit(draft);
      if (next === draft) return;
      store.setState({ draft: next });
      auto.touch();
    },
    flush: auto.flush,
    dirty: auto.dirty,
    async keepMine() {
      const { id } = store.getState();
      const now = id === null ? null : await door.get({ id });
      if (now?.ok) take(now.value);
      return auto.flush();
    },
    async beside(work) {
      const known = store.getState().id;
      // A file may be the first thing of a new draft.
      blank = known === null;
      if (known === null) auto.touch();
      const safe = await auto.flush();
      blank = false;
      if (!safe) return fail(unsavedError(store.getState().saving));
      const run = aside.then(async () => {
        const answer = await work(store.getState().id ?? '');
        if (answer.ok) take(answer.value);
        return answer;
      });
      aside = run.catch(() => undefined);
      return run;
    },
    stop: auto.stop,
  };
}

function unsavedError(saving: SaveState): AppError {
  return saving.kind === 'failed' ? saving.error : appError('storage', t('The draft could not be saved.'), { fix: t('Save it first; the reason stands at the top.') });
}

function isEmpty(draft: PayoutDraft): boolean {
  const keys = Object.keys(emptyPayoutDraft) as readonly (keyof PayoutDraft)[];
  return keys.every((key) => JSON.stringify(draft[key]) === JSON.stringify(emptyPayoutDraft[key]));
}
