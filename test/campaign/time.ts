import { setTimeout as pause } from 'node:timers/promises';
import type { AppUnderFire } from './under-fire.ts';

/** The campaign's own time: the machine's, and whatever was skipped since it began. Provider and app live in it together; the app's clock may be off. */
export type Time = {
  /** Epoch ms. */
  readonly now: () => number;
  /** How far an app's clock is ahead of the machine's now, in ms. */
  readonly appAhead: () => number;
  /** Puts the app's clock this far off (ms) from everybody else's; 0 is right. */
  readonly setOff: (ms: number) => Promise<void>;
  /** The app whose clock goes along from now on. */
  readonly follow: (app: AppUnderFire) => void;
  /** Lets `ms` pass at once. */
  readonly skip: (ms: number) => Promise<void>;
  /** Lets `ms` pass while the computer sleeps. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Waits for an answer while time goes by ever faster: whoever waits for a limit gets there soon. */
  readonly during: <T>(answer: Promise<T>) => Promise<T>;
};

/** How long (ms) is waited between two looks. */
const look = 12;
/** How much time (ms) goes by at a look. At first little, so that what only takes its time on a busy computer (a keychain, say) runs into no limit. */
export function paceOf(looks: number): number {
  return looks < 25 ? 100 : Math.min(Math.round(200 * 1.6 ** (looks - 25)), 8_000);
}

/** Makes a time that begins now. */
export function createTime(): Time {
  let [ahead, off] = [0, 0];
  let app: AppUnderFire | null = null;
  const tell = async () => { await app?.setClock(ahead + off); };
  const skip = async (ms: number) => {
    ahead += ms;
    await tell();
  };
  return {
    now: () => Date.now() + ahead,
    appAhead: () => ahead + off,
    follow: (next) => { app = next; },
    setOff: async (ms) => {
      off = ms;
      await tell();
    },
    skip,
    sleep: async (ms) => {
      ahead += ms;
      await app?.sleep(ms);
    },
    during: (answer) => passing(answer, skip),
  };
}

async function passing<T>(answer: Promise<T>, skip: (ms: number) => Promise<void>): Promise<T> {
  let over = false;
  const settled = answer.then(() => undefined, () => undefined).finally(() => { over = true; });
  for (let looks = 0; ; looks += 1) {
    await Promise.race([settled, pause(look)]);
    if (over) return answer;
    await skip(paceOf(looks));
  }
}
