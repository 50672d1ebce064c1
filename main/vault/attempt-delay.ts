/** Slows down guessing: counts wrong passphrases and says how long the next try has to wait. */
export type AttemptDelay = {
  /** Milliseconds until the next try may be made; 0 means now. */
  readonly waitMs: () => number;
  /** Notes a wrong passphrase. */
  readonly wrong: () => void;
  /** Notes the right one; the count starts again. */
  readonly right: () => void;
};

const freeTries = 2;
const longestMs = 60_000;

/** Creates an {@link AttemptDelay}: two slips are free, then 2, 4, 8... seconds, at most a minute. Kept in memory only: it guards the
 *  desk, while scrypt guards a stolen file. `now` is in milliseconds. */
export function createAttemptDelay(now: () => number): AttemptDelay {
  let wrongTries = 0;
  let openAt = 0;
  return {
    waitMs: () => Math.min(Math.max(0, openAt - now()), longestMs),
    wrong: () => {
      wrongTries += 1;
      const over = wrongTries - freeTries;
      openAt = over <= 0 ? 0 : now() + Math.min(longestMs, 1000 * 2 ** Math.min(over, 16));
    },
    right: () => {
      wrongTries = 0;
      openAt = 0;
    },
  };
}
