/** What is going on now: one thing at a time for each payout, and a way to wait until nothing is. */
export type Work = {
  /** Runs `task` after everything already asked for this payout. */
  exclusive<T>(id: string, task: () => Promise<T>): Promise<T>;
  /** Counts a task as going on until it settles. */
  track<T>(task: Promise<T>): Promise<T>;
  /** Whether something goes on for this payout. */
  busy(id: string): boolean;
  /** Resolves when nothing goes on any more. */
  idle(): Promise<void>;
};

/** Makes the ledger of what is going on. */
export function createWork(): Work {
  const tails = new Map<string, Promise<unknown>>();
  const running = new Set<Promise<unknown>>();
  const track = <T>(task: Promise<T>): Promise<T> => {
    const settled = task.then(() => undefined, () => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return task;
  };
  return {
    track,
    busy: (id) => tails.has(id),
    exclusive: (id, task) => {
      const before = tails.get(id) ?? Promise.resolve();
      const result = before.then(task, task);
      const tail = result.then(() => undefined, () => undefined).finally(() => {
        if (tails.get(id) === tail) tails.delete(id);
      });
      tails.set(id, tail);
      return track(result);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
