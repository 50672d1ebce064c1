/** What some devices ask for beyond the protocol: a Host header of its own for new jobs, a pause (ms) before the next page of a feeder, and a look at
 *  the feeder before it is started. */
export type Habits = { readonly host: string | null; readonly pauseMs: number; readonly feelFirst: boolean };

/** Reads a device's habits from its make and its Server header, as the free AirScan driver for Linux has found them (sane-airscan). */
export function habitsOf(make: string, server: string | null): Habits {
  return {
    // HP's small servers take jobs for themselves only.
    host: server === 'HP_Compact_Server' ? 'localhost' : null,
    // Brother's say that the feeder is at its end when they are asked for the next page at once.
    pauseMs: /^brother\b/i.test(make) ? 1_000 : 0,
    // Started on an empty feeder, Canon's MF410 series jams in earnest.
    feelFirst: /^canon mf41\d/i.test(make),
  };
}
