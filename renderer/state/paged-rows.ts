import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';

/** One page as main gives it; `next` is where the page after it starts. */
export type Page<T> = { readonly rows: readonly T[]; readonly next: string | null };

/** What of a long list is in memory: some pages by number. `loaded` tells a list that is empty from one not read yet. */
export type PagedState<T> = { readonly pages: ReadonlyMap<number, readonly T[]>; readonly loaded: boolean; readonly problem: AppError | null };

/** A list of any length of which only the part around the eye is held. */
export type PagedRows<T> = {
  readonly store: StoreApi<PagedState<T>>;
  /** The row at an index, or undefined while its page is on its way. */
  rowAt(index: number): T | undefined;
  /** Says which rows are on screen; their pages are read, those far away are let go. */
  need(first: number, last: number): void;
  /** Reads everything on screen again; what is there stays until the new page comes. */
  refresh(): void;
  stop(): void;
};

/** Pages kept beside those on screen. */
const spare = 6;

/** Rows of the first look, about a screen: they come before the first page, so that typing a search is answered at once. */
const glanceRows = 60;

/** How long (ms) the first look stands before the page behind it is read: a person who is typing has the next letter answered first. */
const glanceRest = 350;
const rest = () => new Promise<void>((done) => { setTimeout(done, glanceRest); });

/** Makes a paged list over a reader that only knows "the page after this cursor". */
export function makePagedRows<T>(read: (cursor: string | null, limit: number) => Promise<Result<Page<T>, AppError>>, size = 500, pause = rest): PagedRows<T> {
  const store = createStore<PagedState<T>>(() => ({ pages: new Map(), loaded: false, problem: null }));
  let cursors: (string | null)[] = [null];
  let fresh = new Set<number>();
  let ended = false;
  let wanted: Span = { first: 0, last: 0 };
  let generation = 0;
  let running = false;

  const keep = (page: number, rows: readonly T[]) => {
    const pages = new Map(store.getState().pages).set(page, rows);
    forget(farAway([...pages.keys()], wanted), pages, fresh);
    store.setState({ pages, loaded: true, problem: null });
  };
  const take = (page: number, { rows, next }: Page<T>) => {
    fresh.add(page);
    ended ||= next === null;
    if (next !== null && page === cursors.length - 1) cursors.push(next);
    // Pages past the end are of a longer list that is no more.
    if (next === null) store.setState({ pages: upTo(store.getState().pages, page) });
    keep(page, rows);
  };
  const toRead = () => nextPage(wanted, fresh, cursors.length, ended);
  const walk = async () => {
    if (running) return;
    running = true;
    for (let page = toRead(); page !== null; page = toRead()) {
      const mine = generation;
      const glance = page === 0 && !store.getState().loaded;
      const answer = await read(cursors[page] ?? null, glance ? Math.min(glanceRows, size) : size);
      if (mine !== generation) continue;
      if (!answer.ok) {
        store.setState({ problem: answer.error });
        break;
      }
      if (!glance || answer.value.next === null) take(page, answer.value);
      else keep(page, answer.value.rows);
      if (glance) await pause();
    }
    running = false;
  };

  return {
    store,
    rowAt: (index) => store.getState().pages.get(Math.floor(index / size))?.[index % size],
    need(first, last) {
      wanted = { first: Math.max(0, Math.floor(first / size)), last: Math.max(0, Math.floor(last / size)) };
      void walk();
    },
    refresh() {
      generation += 1;
      cursors = [null];
      fresh = new Set();
      ended = false;
      void walk();
    },
    stop() {
      generation += 1;
      ended = true;
      cursors = [];
    },
  };
}

type Span = { readonly first: number; readonly last: number };

function upTo<T>(pages: ReadonlyMap<number, T>, last: number): ReadonlyMap<number, T> {
  return new Map([...pages].filter(([page]) => page <= last));
}

function forget(numbers: readonly number[], ...from: readonly { delete(number: number): boolean }[]): void {
  for (const number of numbers) for (const each of from) each.delete(number);
}

/** The pages to let go: those farthest from what is on screen, beyond the few that are kept to spare. */
function farAway(pages: readonly number[], wanted: Span): readonly number[] {
  const middle = (wanted.first + wanted.last) / 2;
  const far = [...pages].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
  return far.slice(0, Math.max(0, far.length - (wanted.last - wanted.first + 1) - spare));
}

/** The next page to read: the first of those wanted that isn't fresh. Far down, where nobody has been, one walks on from the last page
 *  whose start is known (`known` starts are). Null when there is nothing to read. */
function nextPage(wanted: Span, fresh: ReadonlySet<number>, known: number, ended: boolean): number | null {
  for (let page = wanted.first; page <= wanted.last; page += 1) {
    if (fresh.has(page)) continue;
    if (page < known) return page;
    return ended ? null : known - 1;
  }
  return null;
}
