import { ask } from './call.ts';

type Flusher = () => Promise<unknown> | void;
const flushers = new Set<Flusher>();
const forgetters = new Set<() => void>();

/** Registers what saves something typed; it runs before the vault locks or the profile changes, and gives false when something could not be
 *  saved. Gives the way to take it back. */
export function onFlush(flusher: Flusher): () => void {
  flushers.add(flusher);
  return () => flushers.delete(flusher);
}

/** Registers what empties something kept in memory; it runs once the vault is locked. */
export function onForget(forget: () => void): () => void {
  forgetters.add(forget);
  return () => forgetters.delete(forget);
}

/** Saves everything typed, and tells whether all of it is safe; one failure doesn't keep the others from being saved. */
export async function flushAll(): Promise<boolean> {
  const done = await Promise.allSettled([...flushers].map(async (flusher) => flusher()));
  return done.every((one) => one.status === 'fulfilled' && one.value !== false);
}

/** Empties everything kept in memory. */
export function forgetAll(): void {
  for (const forget of forgetters) forget();
}

/** Answers the `locking` event for as long as the app runs: save what is typed, then say so. */
export function followLocking(): () => void {
  return window.bursar.on.locking(() => {
    void flushAll().then(() => ask('vault.flushed', {}));
  });
}
