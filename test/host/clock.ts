// A clock that is off and can be moved: for tests of what the app does when the machine's is. Only Date and the timers of this thread know
// it; the monotonic clock, the files' times and other threads go on as they are.

const RealDate = Date;
const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
/** What Node keeps in a timer, in ms of the event loop's own clock; the rig's tests would tell if it changed. */
const kept = { began: '_idleStart', lasts: '_idleTimeout', over: '_destroyed' } as const;
type Timer = NodeJS.Timeout & { [kept.began]: number; [kept.lasts]: number; [kept.over]: boolean };

let ahead = 0;
let timers = new Set<WeakRef<Timer>>();
let roomy = 1_000;

/** Puts the clock in front of Date and the timers, `ms` ahead of the machine's (negative: behind). */
export function installClock(ms: number): void {
  ahead = ms;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[], asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked === globalThis.Date ? target : asked) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  globalThis.setTimeout = noted(realTimeout);
  globalThis.setInterval = noted(realInterval);
}

/** Moves the clock to `ms` ahead of the machine's. Moved forward, timers that became due fire; moved back, they stay as they are. */
export function moveClock(ms: number): void {
  const by = ms - ahead;
  ahead = ms;
  if (by > 0) hasten(by);
}

const now = () => RealDate.now() + ahead;

function noted<T extends typeof realTimeout | typeof realInterval>(make: T): T {
  return new Proxy(make, {
    apply: (target, self, given) => {
      const timer = Reflect.apply(target, self, given) as Timer;
      timers.add(new WeakRef(timer));
      if (timers.size > roomy) sweep();
      return timer;
    },
  });
}

/** Forgets timers that are over; the set is let grow with the number of those that aren't. */
function sweep(): void {
  timers = new Set([...timers].filter((each) => each.deref()?.[kept.over] === false));
  roomy = 1_000 + 2 * timers.size;
}

function hasten(by: number): void {
  sweep();
  const probe = realTimeout(() => undefined, 1) as Timer;
  const loopNow = probe[kept.began];
  clearTimeout(probe);
  for (const timer of [...timers].flatMap((each) => each.deref() ?? [])) {
    timer[kept.lasts] = Math.max(1, timer[kept.began] + timer[kept.lasts] - loopNow - by);
    timer.refresh();
  }
}
