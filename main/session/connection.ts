import type { Connection } from '../../preload/contract/app.ts';

/** What the connection keeper needs from outside; `probe` makes one harmless read whose outcome comes back through `reached`. */
export type ConnectionOptions = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly probe: () => Promise<void>;
  readonly onChange: (connection: Connection) => void;
};

/** Knows whether the provider is reached, and since when. */
export type ConnectionKeeper = {
  readonly state: () => Connection;
  /** Tells the outcome of a provider call: reached or not, with what was wrong in words. */
  readonly reached: (online: boolean, detail: string | null) => void;
  /** Tells what is left of the provider's request budget. */
  readonly budget: (budget: Connection['budget']) => void;
  /** Stops probing; the keeper stays readable. */
  readonly stop: () => void;
};

/** Pauses between looks while offline, in ms; the last repeats. */
const probePauses = [5_000, 15_000, 30_000, 60_000] as const;

/** Creates a {@link ConnectionKeeper} that starts as online, since nothing has failed yet. While offline it looks now and then by itself;
 *  being back changes what the screen says and nothing else. */
export function createConnection(options: ConnectionOptions): ConnectionKeeper {
  let state: Connection = { online: true, since: options.now(), detail: null, budget: null };
  let looks = 0;
  let cancel: (() => void) | null = null;

  const set = (next: Connection): void => {
    state = next;
    options.onChange(state);
  };
  const lookLater = (): void => {
    const pause = probePauses[Math.min(looks, probePauses.length - 1)] ?? 60_000;
    looks += 1;
    cancel = options.after(pause, () => {
      cancel = null;
      void options.probe().finally(() => { if (!state.online && !cancel) lookLater(); });
    });
  };
  const stop = (): void => {
    cancel?.();
    cancel = null;
    looks = 0;
  };

  return {
    state: () => state,
    reached: (online, detail) => {
      if (online === state.online) return;
      set({ ...state, online, since: options.now(), detail: online ? null : detail });
      stop();
      if (!online) lookLater();
    },
    budget: (budget) => { set({ ...state, budget }); },
    stop,
  };
}
