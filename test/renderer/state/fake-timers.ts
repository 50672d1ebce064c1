import type { Timers } from '../../../renderer/state/timers.ts';

/** A clock that stands still until it is told to go on; what is due runs in order, and promises settle in between. */
export type FakeTimers = Timers & { pass(ms: number): Promise<void> };

/** Makes a held clock that starts at the given time. */
export function fakeTimers(start = 1_000_000): FakeTimers {
  let now = start;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((one) => one !== next);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}
