/** Lets the screen save what is typed before the vault locks. */
export type Flush = {
  /** Asks the screen to save and waits for its answer, at most `limitMs`. */
  readonly ask: () => Promise<void>;
  /** The screen's answer: everything typed has been saved. */
  readonly answered: () => void;
};

/** Longest wait for the screen to save, in ms: it saves as it goes, so there is at most one small save left. */
export const flushLimitMs = 1_000;

/** Creates a {@link Flush}; `announce` tells the screen, `after` is the timer. */
export function createFlush(announce: () => void, after: (ms: number, run: () => void) => () => void): Flush {
  const waiting = new Set<() => void>();
  return {
    ask: () => new Promise((done) => {
      const finish = () => {
        waiting.delete(finish);
        cancel();
        done();
      };
      const cancel = after(flushLimitMs, finish);
      waiting.add(finish);
      announce();
    }),
    answered: () => { for (const finish of waiting) finish(); },
  };
}
