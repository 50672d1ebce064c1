import type { Database } from '../../../main/store/database.ts';

/** A store through which a process can die: from the nth statement on nothing is read or written any more. */
export type Mortal = { readonly store: Database; dieAfter(statements: number): void };

/** The error of a process that is dead; only a walk that killed it may pass over it. */
export const dead = 'this process is dead';

/** Makes a {@link Mortal}; the store it is made of lives on, for the judge. */
export function mortal(db: Database): Mortal {
  let left = Number.POSITIVE_INFINITY;
  const breathe = <T>(run: () => T): T => {
    left -= 1;
    if (left < 0) throw new Error(dead);
    return run();
  };
  return {
    dieAfter: (statements) => { left = statements; },
    store: {
      get: (sql, params) => breathe(() => db.get(sql, params)), all: (sql, params) => breathe(() => db.all(sql, params)), run: (sql, params) => breathe(() => db.run(sql, params)),
      transaction: (work) => db.transaction(work), snapshot: (file) => db.snapshot(file), sound: () => db.sound(),
      get isOpen() { return db.isOpen; }, close: () => { db.close(); },
    },
  };
}

/** Lets what a killed process still had going fail; anything else is a fault and stays one. */
export async function unlessDead(going: Promise<unknown>): Promise<void> {
  try {
    await going;
  } catch (error) {
    if (!(error instanceof Error && error.message === dead)) throw error;
  }
}
