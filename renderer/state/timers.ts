/** The clock and the timer that waiting code is given, so that tests can hold both. Times are epoch ms. */
export type Timers = {
  now(): number;
  /** Runs something later; gives the way to call it off. */
  after(ms: number, run: () => void): () => void;
};

/** This computer's clock and timer. */
export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
