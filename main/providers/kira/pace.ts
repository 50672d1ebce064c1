import type { Http, HttpDeps, HttpRequest } from '../http-types.ts';
import { requestsPerSecond } from './allowance.ts';

/** How many reads may be under way at once (Kira guide: Rate limits). */
const readsAtOnce = 2;

/** Lets at most two reads at once and five requests a second through. A payout never waits here, and is counted. */
export function createPacedHttp(http: Http, deps: Pick<HttpDeps, 'clock' | 'sleep'>): Http {
  const closing = new AbortController();
  const slots = createSlots(readsAtOnce);
  const turn = createTurns(deps, closing.signal);
  return {
    ...http,
    async request(request: HttpRequest) {
      if (request.kind !== 'read') {
        await turn(request.kind === 'money');
        return http.request(request);
      }
      await slots.enter();
      try {
        await turn(false);
        return await http.request(request);
      } finally {
        slots.leave();
      }
    },
    close() {
      closing.abort();
      http.close();
    },
  };
}

/** Slots handed from one to the next in the order of asking. */
function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async enter(): Promise<void> {
      if (free > 0) { free -= 1; return; }
      await new Promise<void>((resolve) => { waiting.push(resolve); });
    },
    leave(): void {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}

/** Gives every request its moment: the fifth before it must be a second ago. `atOnce` takes its moment without waiting for it. */
function createTurns({ clock, sleep }: Pick<HttpDeps, 'clock' | 'sleep'>, closing: AbortSignal): (atOnce: boolean) => Promise<void> {
  let starts: readonly number[] = [];
  return async (atOnce) => {
    const now = clock();
    const fifth = starts.length < requestsPerSecond ? undefined : starts[0];
    const at = fifth === undefined || atOnce ? now : Math.max(now, fifth + 1000);
    starts = [...starts, Math.max(at, starts.at(-1) ?? at)].slice(-requestsPerSecond);
    if (at > now) await sleep(at - now, closing);
  };
}
