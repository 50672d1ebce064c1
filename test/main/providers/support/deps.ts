import type { Budget } from '../../../../main/providers/budget.ts';
import type { HttpDeps, HttpLog } from '../../../../main/providers/http-types.ts';

/** Everything the one fetch reported, and hands to move its clock and timers. */
export type Rig = {
  readonly deps: HttpDeps;
  readonly logs: HttpLog[];
  readonly budgets: Budget[];
  readonly reach: (readonly [boolean, string | null])[];
  readonly slept: number[];
  /** Time limits that are running, each ended by calling it. */
  readonly limits: Map<number, () => void>;
  now: number;
};

/** A rig with the real fetch, a clock that only waiting moves, and time limits that end when the test says so. */
export function createRig(overrides: Partial<HttpDeps> = {}): Rig {
  const limits = new Map<number, () => void>();
  let next = 0;
  const rig: Rig = {
    logs: [], budgets: [], reach: [], slept: [], limits, now: 1_800_000_000_000,
    deps: {
      fetch: (url, init) => fetch(url, init), clock: () => rig.now, random: () => 0.5,
      sleep: (ms) => { rig.slept.push(ms); rig.now += ms; return Promise.resolve(); },
      after: (_ms, run) => { const id = next++; limits.set(id, run); return () => { limits.delete(id); }; },
      log: (entry) => { rig.logs.push(entry); },
      onBudget: (budget) => { rig.budgets.push(budget); },
      onReach: (online, detail) => { rig.reach.push([online, detail]); },
      ...overrides,
    },
  };
  return rig;
}
