import type { Timers } from './timers.ts';

/** Why the vault was locked. */
export type LockReason = 'idle' | 'os' | 'shortcut' | 'user';

/** What the idle lock needs from outside. */
export type IdleLockOptions = {
  /** Wall-clock time in milliseconds. */
  readonly now: () => number;
  /** Seconds since the last key or pointer movement anywhere on the computer. */
  readonly getIdleSeconds: () => number;
  /** Minutes of idleness after which to lock, read at each check; 0 means never. */
  readonly limitMinutes: () => number;
  /** Whether there is anything to lock. A session-only vault should say no: locking it would lose its data. */
  readonly canLock: () => boolean;
  /** Locks; called at most once until the vault is open again. */
  readonly lock: (reason: LockReason) => void;
  readonly timers: Timers;
};

/** Decides when to lock. */
export type IdleLock = {
  /** Begins to look at the clock every few seconds. */
  readonly start: () => void;
  /** Ends it. */
  readonly stop: () => void;
  /** Tells of the operating system's screen lock, suspend or user switch. */
  readonly osLocked: () => void;
  /** Locks now, on a person's word. */
  readonly request: (reason: 'shortcut' | 'user') => void;
  /** One look at the clock; `start` calls it regularly. */
  readonly check: () => void;
};

/** How often the idle time is looked at, in milliseconds. */
export const idlePollMs = 5000;

/** Creates an {@link IdleLock}. A gap between two looks that is longer than the limit counts as idleness too: the computer slept, and
 *  waking it up sets the system's idle counter back before anybody has proven to be the same person. */
export function createIdleLock(options: IdleLockOptions): IdleLock {
  const { now, getIdleSeconds, limitMinutes, canLock, lock, timers } = options;
  let lastLook = now();
  let cancel: (() => void) | undefined;

  const lockFor = (reason: LockReason): void => {
    if (canLock()) lock(reason);
  };
  const check = (): void => {
    const gap = now() - lastLook;
    lastLook = now();
    const limitMs = limitMinutes() * 60_000;
    if (limitMs > 0 && (getIdleSeconds() * 1000 >= limitMs || gap >= limitMs)) lockFor('idle');
  };
  const tick = (): void => {
    cancel = timers.after(idlePollMs, () => {
      check();
      tick();
    });
  };

  return {
    start: () => {
      cancel?.();
      lastLook = now();
      tick();
    },
    stop: () => {
      cancel?.();
      cancel = undefined;
    },
    osLocked: () => { lockFor('os'); },
    request: lockFor,
    check,
  };
}
