import { adviceFor, type Advice, type Reading } from './reading.ts';

/** What the shutter makes of a frame: the advice, how far the wait for a steady picture has come (0 to 1), and whether to take it now. */
export type ShutterState = { readonly advice: Advice; readonly held: number; readonly shoot: boolean };

/** How long a picture must be good and still before it is taken, in ms, and the longest gap between two frames that still counts as one wait. */
export const shutterTimes = { hold: 700, gap: 500 } as const;

/** Takes the picture by itself: once, when it has been good and still for long enough; again only after it was not good in between. */
export function createShutter(loose = false): { readonly see: (reading: Reading) => ShutterState; readonly rearm: () => void } {
  let since: number | null = null;
  let last = 0;
  let spent = false;
  return {
    see: (reading) => {
      const advice = adviceFor(reading, loose);
      const broken = advice !== 'ready' || reading.at - last > shutterTimes.gap;
      last = reading.at;
      if (advice !== 'ready') {
        since = null;
        spent = false;
        return { advice, held: 0, shoot: false };
      }
      if (broken || since === null) since = reading.at;
      const held = Math.min(1, (reading.at - since) / shutterTimes.hold);
      const shoot = held === 1 && !spent;
      spent ||= shoot;
      return { advice, held, shoot };
    },
    rearm: () => { since = null; spent = false; },
  };
}
