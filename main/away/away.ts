import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AwaySheet } from '../../preload/contract/away.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { createAudit } from '../audit/audit.ts';
import { isStoreFailure } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import { takePicture, together } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import type { Progress } from './read.ts';
import type { Reading } from './sheet.ts';
import { openSpellBook, type Spell, type SpellBook } from './spell.ts';

type AwayChannel = Extract<Channel, `away.${string}`>;

/** What changed while the provider was out of reach, of one profile. */
export type AwayDesk = {
  readonly handlers: { readonly [C in AwayChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Why a payout may not be released before the sheet was looked at, or before it was compared itself; null when it may. */
  readonly held: (id: string) => AppError | null;
  /** Hears each time whether the provider was reached; the first word after a spell comes before what was read is kept. */
  readonly reached: (online: boolean) => void;
  /** Stops reading, before the store closes; the spell itself is kept. */
  readonly pause: () => Promise<void>;
};

/** A spell shorter than this changes nothing: the look that every release takes is enough. In ms. */
export const grace = 5 * 60_000;
/** How long after a reading what couldn't be read is asked for again, in ms. */
const rest = 60_000;

/** What goes on now; `round` grows whenever a reading under way is about another spell. `brokeAt` is when the line broke after somebody had looked. */
type Moment = { online: boolean | null; brokeAt: number | null; reading: Reading | null; progress: Progress | null; last: AwaySheet; round: number; busy: Promise<unknown> | null; cancel: (() => void) | null; over: boolean };
type Desk = { readonly deps: AwayDeps; readonly book: SpellBook; readonly moment: Moment };

const quiet: AwaySheet = { pending: false, since: null, until: null, readAt: null, changes: [], changed: 0, mattering: 0, held: 0, answered: 0, total: 0, same: 0, unread: [], key: '' };

/** Makes the desk of one profile; a spell that a restart cut off goes on. */
export function createAway(deps: AwayDeps): AwayDesk {
  const desk: Desk = { deps, book: openSpellBook(deps), moment: { online: null, brokeAt: null, reading: null, progress: null, last: quiet, round: 0, busy: null, cancel: null, over: false } };
  return {
    handlers: {
      'away.sheet': () => guarded(deps.store, () => ok(sheetOf(desk))),
      'away.read': () => guarded(deps.store, async () => {
        desk.moment.reading = null;
        await readNow(desk);
        return ok(sheetOf(desk));
      }),
      'away.accept': ({ key }) => guarded(deps.store, () => accept(desk, key)),
    },
    held: (id) => held(desk, id),
    reached: (online) => { if (online !== desk.moment.online) hear(desk, online); },
    pause: async () => {
      desk.moment.over = true;
      stop(desk);
      await desk.moment.busy;
    },
  };
}

function isLong({ since, until, long }: Spell, now: number): boolean {
  // A clock that was set back may put the end before the beginning.
  return long || Math.abs((until ?? now) - since) > grace;
}

function held({ deps, book }: Desk, id: string): AppError | null {
  const spell = book.get();
  if (spell === null || !isLong(spell, deps.clock()) || !deps.stakes.any()) return null;
  if (spell.looked) {
    return !isRest(spell, id) ? null : appError('look-first', `It has not been compared yet with what changed at ${deps.provider}. Nothing was sent.`, {
      fix: 'It is read by itself within minutes; “What changed” says how far it is. The payout stays ready.',
    });
  }
  return appError('look-first', `${deps.provider} was out of reach for a while. Nothing is released before somebody has looked at what changed.`, {
    fix: 'Open “What changed” and look through it. The payout stays ready.',
  });
}

const isRest = ({ before }: Spell, id: string) => before?.stakes.some((stake) => stake.id === id) ?? false;

/** A disk that takes nothing just now doesn't break the call that brought the news; the spell goes on in memory. */
function hear(desk: Desk, online: boolean): void {
  try {
    reached(desk, online);
  } catch (error) {
    if (!isStoreFailure(error)) throw error;
  }
}

function reached(desk: Desk, online: boolean): void {
  const { deps, book, moment } = desk;
  if (moment.over || !deps.store.isOpen) return;
  moment.online = online;
  const spell = book.get();
  const now = deps.clock();
  if (spell?.looked) return heardAfterLook(desk, online, spell);
  if (!online) {
    stop(desk);
    moment.reading = null;
    book.put(spell === null ? { since: now, until: null, long: false, looked: false, before: null, limits: deps.stakes.limitsOfAll() }
      : { ...spell, until: null, long: spell.long || isLong({ ...spell, until: spell.until ?? now }, now) });
  } else if (spell !== null) {
    if (!isLong(spell, now) || !deps.stakes.any()) return book.put(null);
    // Before anything that was read since is kept: this is what the drafts assume.
    book.put({ ...spell, until: spell.until ?? now, long: true, looked: false, before: together(spell.before, takePicture(deps.stakes, now)) });
    void readNow(desk);
  }
  deps.notify('away', null);
}

/** What wasn't compared is read on where a short break stopped it; after a longer one everything is looked at again. */
function heardAfterLook(desk: Desk, online: boolean, spell: Spell): void {
  const { deps, book, moment } = desk;
  const now = deps.clock();
  if (!online) {
    stop(desk);
    moment.brokeAt ??= now;
    return;
  }
  const { brokeAt } = moment;
  moment.brokeAt = null;
  if (brokeAt !== null && Math.abs(now - brokeAt) > grace) {
    moment.reading = null;
    book.put({ ...spell, since: brokeAt, until: now, looked: false, before: together(spell.before, takePicture(deps.stakes, now)) });
  }
  void readNow(desk);
  deps.notify('away', null);
}

function stop({ moment }: Desk): void {
  moment.round += 1;
  moment.cancel?.();
  moment.cancel = null;
}

/** Reads on; whatever was under way is about the same sheet and is waited for. */
async function readNow(desk: Desk): Promise<void> {
  const { moment } = desk;
  while (moment.busy !== null) await moment.busy;
  moment.busy = read(desk).finally(() => { moment.busy = null; });
  await moment.busy;
}

async function read(desk: Desk): Promise<void> {
  const { deps, book, moment } = desk;
  const spell = book.get();
  if (spell === null || spell.before === null || spell.until === null || moment.over) return;
  moment.cancel?.();
  const { round } = moment;
  moment.progress = null;
  const alive = () => round === moment.round && !moment.over && deps.store.isOpen;
  const tell = (progress: Progress) => {
    moment.progress = progress;
    deps.notify('away', null);
  };
  // Only after a spell: the start of the app doesn't wait for this code.
  const { readSheet } = await import('./sheet.ts');
  const read = await guarded(deps.store, async () => ok(alive() ? await readSheet(deps, spell, spell.before ?? takePicture(deps.stakes, deps.clock()), moment.reading, { alive, tell }) : null));
  if (!alive()) return;
  moment.progress = null;
  if (read.ok && read.value !== null) moment.reading = read.value;
  afterwards(desk);
  deps.notify('away', null);
}

/** What changed nothing that matters needs nobody, once all is read or somebody has looked at the first of it; what is unread is asked for again. */
function afterwards(desk: Desk): void {
  const { deps, book, moment } = desk;
  const { reading } = moment;
  const whole = reading?.sheet.unread.length === 0;
  if (reading?.sheet.mattering === 0 && (whole || book.get()?.looked)) settle(desk, reading);
  if (book.get() !== null && !whole) moment.cancel = deps.timers.after(rest, () => { void readNow(desk); });
}

/** What was compared is done with: the prices that the sheet showed are what those payouts assume from now on. What wasn't stays held until it is. */
function settle(desk: Desk, reading: Reading, also: () => void = () => undefined): void {
  const { deps, book, moment } = desk;
  const spell = book.get();
  if (spell === null) return;
  const last = { ...sheetOf(desk), pending: false, held: 0 };
  const next = reading.rest.stakes.length === 0 ? null : { ...spell, looked: true, before: reading.rest, limits: {} };
  book.turn(next, () => {
    also();
    for (const { id, question } of spell.before?.stakes ?? []) {
      const price = question === null ? undefined : reading.answers.prices.get(question);
      if (question !== null && price !== undefined) deps.stakes.keep(id, question, price);
    }
  });
  moment.last = last;
  moment.reading = next === null ? null : { ...reading, sheet: { ...reading.sheet, changes: [], changed: 0, mattering: 0 } };
  if (next === null) stop(desk);
}

function sheetOf({ deps, book, moment }: Desk): AwaySheet {
  const spell = book.get();
  if (spell === null) return moment.last;
  const { since, until, looked, before } = spell;
  const { reading, progress } = moment;
  const pending = isLong(spell, deps.clock()) && deps.stakes.any() && !(looked && (reading?.sheet.mattering ?? 0) === 0);
  const held = looked ? before?.stakes.length ?? 0 : 0;
  return { ...quiet, ...reading?.sheet, ...progress, pending, held, since, until };
}

function accept(desk: Desk, key: string): Result<AwaySheet, AppError> {
  const { deps, book, moment: { reading } } = desk;
  const spell = book.get();
  if (spell === null) return ok(sheetOf(desk));
  if (reading === null || spell.until === null) return fail(appError('conflict', 'What changed is still being read.', { fix: 'Wait a moment, then look at it.' }));
  if (reading.sheet.key !== key) return fail(appError('conflict', 'The sheet has changed since you opened it.', { fix: 'Look at it once more.' }));
  const { sheet } = reading;
  settle(desk, reading, () => createAudit(deps.store, deps.profileId).append({
    at: deps.clock(), actor: deps.actor(), what: 'away.accepted', subjectKind: 'profile', subjectId: deps.profileId,
    detail: { changes: sheet.changed, mattering: sheet.mattering, unread: sheet.total - sheet.answered, held: reading.rest.stakes.length, since: spell.since, until: spell.until, key },
  }));
  deps.notify('away', null);
  deps.notify('payouts', null);
  return ok(sheetOf(desk));
}
