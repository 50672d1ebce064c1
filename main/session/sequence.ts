/** Runs asynchronous steps one after the other, in the order they were asked for; a failing step doesn't stop the next. */
export function createSequence(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
}
