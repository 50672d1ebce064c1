/** Runs `run` once after `ms` milliseconds, unless the function handed back is called first. */
export type Timers = { readonly after: (ms: number, run: () => void) => () => void };

/** The machine's own timers; they never keep the process alive. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => { clearTimeout(timer); };
  },
};

/** What {@link within} hands back when the time is over first. */
export const timedOut: unique symbol = Symbol('timed out');

/** Waits for `work` at most `ms` milliseconds, then hands back {@link timedOut}; the work itself goes on and its later failure is ignored. */
export function within<T>(work: Promise<T>, ms: number, timers: Timers): Promise<T | typeof timedOut> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () => { resolve(timedOut); });
    work.then(resolve, reject).finally(cancel);
  });
}
