import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Capture, CaptureEdit, CaptureSource } from '../../../preload/contract/captures.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import { t } from '../../text.ts';
import type { FileLike } from '../sources.ts';
import { checkKept, editPage, placeAll, takeAll, tendTo } from './capture-jobs.ts';
import type { CapturingDeps, CapturingState, EditedDocument, Job, Refusal } from './capture-state.ts';
import type { TakenFile } from './take-file.ts';

/** Takes files into the tray and into slots, one after the other. */
export type Capturing = {
  readonly store: StoreApi<CapturingState>;
  /** Files for a slot: one page goes there at once; of more, the person chooses in the tray. What can't be used is refused by name, the rest goes on. */
  take(slot: DocumentSlot, files: readonly (FileLike | TakenFile)[], source: CaptureSource): Promise<void>;
  /** Makes pages the document of a slot. */
  place(slot: DocumentSlot, pages: readonly Capture[]): Promise<void>;
  /** Looks at a document that was kept before documents were looked at, and makes it anew from its file. */
  check(document: DocumentInfo): Promise<void>;
  /** Keeps another edit of a page and looks at it again; what it is a page of is made anew. */
  edit(page: Capture, edit: CaptureEdit, document: EditedDocument | null, slot: DocumentSlot): Promise<void>;
  /** Hears which slots hold a document now. */
  know(filled: ReadonlySet<DocumentSlot>): void;
  /** Opens and looks at the first page that waits for it. */
  tend(tray: readonly Capture[], slot: DocumentSlot): void;
  removeDocument(document: DocumentInfo): Promise<void>;
  removePages(ids: readonly string[]): Promise<void>;
  order(ids: readonly string[]): Promise<void>;
  choose(ids: Iterable<string>, shown: string | null): void;
  /** Goes no further with what is being looked at; what is in the tray stays there. */
  stop(): void;
  calm(): void;
};

const calmState: CapturingState = { checking: null, refusals: [], said: '', chosen: new Set(), shown: null, going: new Set() };

/** Makes what a screen captures with. */
export function makeCapturing(deps: CapturingDeps): Capturing {
  const store = createStore<CapturingState>(() => calmState);
  const set = (state: Partial<CapturingState>) => store.setState(state);
  const choose = (ids: Iterable<string>, shown: string | null) => set({ chosen: new Set(ids), shown });
  const refuse = (refusal: Refusal) => set({ refusals: [...store.getState().refusals, refusal] });
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  /** One at a time: a worker has one pair of hands. */
  const queue = (slot: DocumentSlot | null, name: string, work: (job: Job) => Promise<void>): Promise<void> => {
    last = last.then(async () => {
      stopped = false;
      const part = (value: number) => {
        set({ checking: { slot, name, part: value } });
        return !stopped;
      };
      part(0.05);
      await work({ deps, part, set, choose, refuse: (refusal) => refuse({ ...refusal, slot }), filled: (one) => filled.has(one) });
    }).catch(() => refuse({ name, slot, error: broken(name) })).then(() => set({ checking: null, going: new Set() }));
    return last;
  };
  let filled: ReadonlySet<DocumentSlot> = new Set();
  const tended = new Set<string>();
  let tending = false;
  return {
    store,
    take: (slot, files, source) => {
      set({ refusals: [] });
      return queue(slot, files[0]?.name ?? '', (job) => takeAll(job, slot, files, source, tended));
    },
    place: (slot, pages) => {
      set({ refusals: [] });
      return queue(slot, pages[0]?.name ?? '', (job) => placeAll(job, slot, pages));
    },
    check: (document) => queue(document.slot, document.name, (job) => checkKept(job, document)),
    edit: (page, edit, document, slot) => queue(document?.slot ?? null, page.name, (job) => editPage(job, page, edit, document, slot)),
    know(next) { filled = next; },
    tend(tray, slot) {
      const waiting = tray.find((one) => isWaiting(one) && !tended.has(one.id));
      if (!waiting || tending) return;
      tending = true;
      void queue(null, waiting.name, async (job) => {
        if (!tended.has(waiting.id)) await tendTo(job, waiting, slot);
        tended.add(waiting.id);
        tending = false;
      });
    },
    removeDocument: (document) => queue(document.slot, document.name, async (job) => {
      const gone = await ask('documents.remove', { customerId: await deps.customerId() ?? '', documentId: document.id });
      if (gone.ok) job.set({ said: t('{name} is removed.', { name: document.name }) });
      else job.refuse({ name: document.name, error: gone.error });
    }),
    removePages: (ids) => change(set, ids, ask('captures.remove', { ids: [...ids] }), t('{count, plural, one {One page is} other {# pages are}} removed.', { count: ids.length })),
    order: (ids) => change(set, [], ask('captures.order', { ids: [...ids] }), t('The pages are in their new order.')),
    choose,
    stop() { stopped = true; },
    calm: () => set({ refusals: [] }),
  };
}

function isWaiting({ state, evidence }: Capture): boolean {
  return state === 'new' || (state === 'ready' && evidence === null);
}

/** Changes the tray and says so; what was chosen may be gone. */
async function change(set: Job['set'], ids: readonly string[], asked: Promise<Result<unknown, AppError>>, said: string): Promise<void> {
  const done = await asked;
  if (!done.ok) return set({ refusals: [{ name: '', slot: null, error: done.error }] });
  set(ids.length > 0 ? { said, chosen: new Set(), shown: null } : { said });
}

function broken(name: string): AppError {
  return appError('internal', t('{name} could not be looked at.', { name }), { fix: t('Add it once more. If that does not help, close the app and open it again.') });
}
