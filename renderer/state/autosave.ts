import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import { realTimers, type Timers } from './timers.ts';

/** Where saving stands: `idle` before anything was typed, `waiting` between two key presses and the save. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly error: AppError };

/** Saves by itself what is being typed, one save at a time and never losing the last change. */
export type Autosave = {
  /** Says that something changed. */
  touch(): void;
  /** Saves now whatever is unsaved and waits for it; false when it could not be saved. */
  flush(): Promise<boolean>;
  /** Whether something is not saved yet. */
  dirty(): boolean;
  /** Stops the timers; what is unsaved stays unsaved. */
  stop(): void;
};

/** What autosave is given: `save` writes the present state as it is when called. */
export type AutosaveJob = {
  readonly save: () => Promise<Result<unknown, AppError>>;
  readonly onState: (state: SaveState) => void;
  readonly timers?: Timers;
};

/** A pause this long in typing saves; somebody who never pauses is saved this often. In ms. */
export const saveAfter = { pause: 200, atMost: 280 } as const;
const retryAfter = [1_000, 2_000, 5_000, 10_000] as const;
/** Asking again would get the same answer: a person or a change has to come first. */
const final: ReadonlySet<ErrorCode> = new Set(['validation', 'conflict', 'not-found', 'already-sent', 'too-late']);

/** Makes an autosave: saves 200 ms after the last change and tries again by itself when saving fails. */
export function makeAutosave({ save, onState, timers = realTimers }: AutosaveJob): Autosave {
  let unsaved = false;
  let firstAt: number | null = null;
  let failures = 0;
  let cancel = () => {};
  let queue: Promise<void> = Promise.resolve();

  const plan = (ms: number) => {
    cancel();
    cancel = timers.after(ms, () => void run());
  };
  const settle = (answer: Result<unknown, AppError>) => {
    if (answer.ok) {
      failures = 0;
      onState(unsaved ? { kind: 'waiting' } : { kind: 'saved', at: timers.now() });
      return;
    }
    unsaved = true;
    onState({ kind: 'failed', error: answer.error });
    if (!final.has(answer.error.code)) plan(retryAfter[Math.min(failures, retryAfter.length - 1)] ?? 10_000);
    failures += 1;
  };
  const once = async () => {
    if (!unsaved) return;
    cancel();
    unsaved = false;
    firstAt = null;
    onState({ kind: 'saving' });
    settle(await save());
  };
  const run = () => {
    queue = queue.then(once);
    return queue;
  };

  const auto: Autosave = {
    touch() {
      unsaved = true;
      const now = timers.now();
      firstAt ??= now;
      onState({ kind: 'waiting' });
      plan(Math.max(0, Math.min(saveAfter.pause, firstAt + saveAfter.atMost - now)));
    },
    async flush() {
      const before = failures;
      await run();
      // Typed on while it was being saved: once more.
      return unsaved && failures === before ? auto.flush() : !unsaved;
    },
    dirty: () => unsaved,
    stop: () => cancel(),
  };
  return auto;
}
