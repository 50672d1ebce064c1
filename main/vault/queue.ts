/** Runs jobs one after the other per key; jobs of different keys run side by side. A failed job doesn't stop the next. */
export type KeyedQueue = <T>(key: string, job: () => Promise<T>) => Promise<T>;

/** Creates an empty {@link KeyedQueue}; keys are forgotten when their last job is done. */
export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<unknown>>();
  return (key, job) => {
    const before = tails.get(key) ?? Promise.resolve();
    const run = before.then(job, job);
    const tail = run.catch(() => undefined).then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    tails.set(key, tail);
    return run;
  };
}
