/** Timers of the page, passed in. */
export type Timers = { readonly now: () => number; readonly after: (ms: number, run: () => void) => () => void };

/** The page's own timers. */
export const pageTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A clock that counts down, can stand still, and calls once when its time is over. */
export type Clock = { readonly run: (runs: boolean) => void; readonly stop: () => void };

/** Starts a clock of `time` ms; while it stands still another one of `still` ms counts in all, so that nothing lasts for ever. */
export function startClock(timers: Timers, time: number, still: number, over: () => void): Clock {
  const left = { going: time, still };
  let mode: keyof typeof left = 'going';
  let since = timers.now();
  let cancel = timers.after(time, over);
  return {
    stop: () => cancel(),
    run: (runs) => {
      cancel();
      left[mode] -= timers.now() - since;
      mode = runs ? 'going' : 'still';
      since = timers.now();
      cancel = timers.after(Math.max(0, left[mode]), over);
    },
  };
}
