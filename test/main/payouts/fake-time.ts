import type { Timers } from '../../../main/vault/timers.ts';

type Entry = { readonly at: number; readonly run: () => void };

/** A clock and timers that stand still until told: `advance` runs what falls due on the way, in order, and lets promises settle. */
export type FakeTime = {
  readonly clock: () => number;
  readonly timers: Timers;
  advance(ms: number): Promise<void>;
  /** Moves the wall clock without time passing for timers, as when somebody sets it. */
  jump(ms: number): void;
  /** Forgets every timer, as a crash does. */
  drop(): void;
  readonly pending: () => number;
};

/** Lets everything that waits only on promises go on. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await new Promise<void>((resolve) => { setImmediate(resolve); });
}

/** Starts on a Monday, 14 September 2026, 09:00 UTC. */
export function fakeTime(start = Date.UTC(2026, 8, 14, 9)): FakeTime {
  let elapsed = 0;
  let offset = start;
  let entries: Entry[] = [];
  const runDue = async (until: number): Promise<void> => {
    for (;;) {
      const next = entries.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) return;
      entries = entries.filter((entry) => entry !== next);
      elapsed = Math.max(elapsed, next.at);
      next.run();
      await settle();
    }
  };
  return {
    clock: () => offset + elapsed,
    timers: {
      after: (ms, run) => {
        const entry = { at: elapsed + ms, run };
        entries.push(entry);
        return () => { entries = entries.filter((each) => each !== entry); };
      },
    },
    advance: async (ms) => {
      const until = elapsed + ms;
      await settle();
      await runDue(until);
      elapsed = until;
    },
    jump: (ms) => { offset += ms; },
    drop: () => { entries = []; },
    pending: () => entries.length,
  };
}
