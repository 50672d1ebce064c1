import { setTimeout as pause } from 'node:timers/promises';
import type { PayoutState } from '../../preload/contract/payouts.ts';
import { AppGone, good, type Ask } from './desk.ts';
import { judge, type Arrival, type ShownIntent, type Verdict } from './judge.ts';
import type { Mine, Person } from './person.ts';
import type { Kill, RunPlan, Step } from './plan.ts';
import type { Provider } from './provider.ts';
import type { Stage } from './stage.ts';
import { paceOf, type Time } from './time.ts';
import type { AppUnderFire } from './under-fire.ts';

/** What a run is played with. `start` begins the app's process on the series' folder, `armed` with the bullet of this run already counting. */
export type RunParts = {
  readonly plan: RunPlan;
  readonly app: () => AppUnderFire;
  readonly start: (armed: boolean) => Promise<void>;
  readonly ask: Ask;
  readonly person: Person;
  readonly provider: Provider;
  readonly stage: Stage;
  readonly time: Time;
  /** The payouts of this run that the app has said are saved; grows. */
  readonly mine: readonly Mine[];
};

/** What came of a run. */
export type Outcome = {
  readonly verdict: Verdict; readonly killed: number; readonly arrivals: readonly Arrival[];
  /** What the stories of its payouts tell, as the app words it, once for each time. */
  readonly moments: readonly string[];
};

const flying: ReadonlySet<PayoutState> = new Set(['queued', 'sending']);
const minute = 60_000;

/** Plays a run: payouts are sent with a fault and perhaps killed; the app starts again, finds out with another fault, then without; what it offers a
 *  person is decided; then the ledger is held against the journal. */
export async function playRun(parts: RunParts): Promise<Outcome> {
  const { plan, person, stage, app } = parts;
  await person.open(plan.lane);
  const shots = createShots(plan.kill, app);
  await untilGone(shots, () => drive(parts, shots));
  await app().kill();
  // Whatever hit so far is over: the process is started anew.
  shots.news();
  await stage.clear();
  if (plan.onLook !== 'sleep') await stage.beforeLook(plan);
  if (await untilGone(shots, () => findOut(parts, shots))) await again(parts);
  shots.over();
  await stage.clear(plan.onLook === 'not-there-yet' ? 'not-there-yet' : undefined);
  if (await untilGone(shots, () => finish(parts))) {
    await again(parts);
    await settle(parts);
  }
  // A bullet that wasn't needed must not wait for the next run.
  if (plan.kill?.at === 'start' && shots.hits() === 0) await again(parts);
  const arrivals = await parts.provider.arrivals();
  return { killed: shots.hits(), arrivals, ...await judgeRun(parts, arrivals) };
}

/** A person whom the app shows nothing, as after a start on a full disk, starts it once more. */
async function finish(parts: RunParts): Promise<void> {
  if (!await parts.person.canSee()) await again(parts);
  await settle(parts);
}

async function again({ app, start }: RunParts): Promise<void> {
  await app().kill();
  await start(false);
}

/** Plays until the end, or until a shot ends the process; an app that ends by itself is a fault of its own, and thrown on. */
async function untilGone(shots: Shots, play: () => Promise<void>): Promise<boolean> {
  try {
    await play();
  } catch (error) {
    if (!(error instanceof AppGone) || !shots.news()) throw error;
    return true;
  }
  return shots.news();
}

type Shots = {
  /** A step of the sending is reached. The bullet begins to count with the first. */
  readonly reached: (step: Step) => Promise<void>;
  /** The app has started again and finds out. */
  readonly looking: () => void;
  /** Nothing more is fired by the clock. */
  readonly over: () => void;
  /** How many have hit so far. */
  readonly hits: () => number;
  /** Whether one has hit since this was asked last: a bullet may also hit between two things that are played. */
  readonly news: () => boolean;
};

/** Fires what the plan says, when it says. */
function createShots(kill: Kill | null, app: () => AppUnderFire): Shots {
  const bulletsIn = new Set<AppUnderFire>();
  let [fired, armed] = [0, false];
  let waiting: NodeJS.Timeout | undefined;
  const fire = (ms: number) => {
    const target = app();
    waiting = setTimeout(() => {
      fired += 1;
      void target.kill();
    }, ms);
  };
  const hits = () => {
    if (app().bullet().hit) bulletsIn.add(app());
    return fired + bulletsIn.size;
  };
  let known = 0;
  return {
    hits,
    news: () => {
      const before = known;
      known = hits();
      return known > before;
    },
    looking: () => { if (kill?.at === 'looking') fire(kill.ms); },
    over: () => { clearTimeout(waiting); },
    reached: async (step) => {
      if (kill?.at === 'call' && !armed) {
        armed = true;
        await app().arm();
      }
      if (kill?.at === 'step' && kill.step === step && waiting === undefined) fire(kill.ms);
    },
  };
}

async function drive(parts: RunParts, { reached }: Shots): Promise<void> {
  const { plan, person, provider, stage } = parts;
  const drawn: Mine[] = [];
  let begun = false;
  // A lid that is closed late is closed while the provider has the payout in its hands.
  const late = plan.onSend === 'sleep' && plan.faultFrom === 'queued' ? 'left' : plan.faultFrom;
  const fault = async (when: RunPlan['faultFrom'] | 'left') => {
    if (begun || late !== when) return;
    begun = true;
    await stage.beforeSend(plan);
  };
  provider.onArrival(() => {
    void reached('left');
    void fault('left');
  });
  for (const [place, planned] of plan.payouts.entries()) {
    const reference = `C${plan.run}-${place}`;
    const last = drawn.at(-1);
    const mine = planned.clone && last ? await person.copy(last, reference) : await person.save(plan.lane, planned, reference);
    if (mine === null) continue;
    drawn.push(mine);
    await reached('saved');
    await person.makeReady(plan.lane, mine, reached);
    await fault('release');
    await person.release(plan.lane, mine, reached);
    if (planned.takenBack) {
      await person.takeBack(mine);
      await person.release(plan.lane, mine, reached);
    }
    // One code at a time: the next one of Kira's waits until this one has left.
    if (plan.lane === 'kira-fiat') await flyOut(parts, drawn, fault);
  }
  await flyOut(parts, drawn, fault);
  await reached('answered');
  await pause(plan.kill?.at === 'step' && plan.kill.step === 'answered' ? plan.kill.ms + 5 : 0);
}

/** Lets the take-back time pass and waits until nothing is on its way out; whoever hangs runs into its limit. */
async function flyOut({ person, time }: RunParts, drawn: readonly Mine[], fault: (when: 'queued') => Promise<void>): Promise<void> {
  await fault('queued');
  await time.skip(5_100);
  for (let looks = 0, passed = 0; passed < 4 * minute; passed += paceOf(looks), looks += 1) {
    const states = await Promise.all(drawn.map(async (mine) => (await person.see(mine)).state));
    if (!states.some((state) => flying.has(state))) return;
    await pause(8);
    await time.skip(paceOf(looks));
  }
}

/** The app starts again and looks by itself, at once and after two minutes, with the fault. */
async function findOut(parts: RunParts, shots: Shots): Promise<void> {
  await parts.start(parts.plan.kill?.at === 'start');
  shots.looking();
  if (parts.plan.onLook === 'sleep') await parts.stage.beforeLook(parts.plan);
  for (const wait of [0, 62_000, minute]) await later(parts, wait);
}

async function later(parts: RunParts, ms: number): Promise<void> {
  await parts.time.skip(ms);
  // On a full disk there may be nothing to see yet.
  if (await parts.person.canSee()) await calm(parts);
}

/** Waits until no look-up is due any more. */
async function calm({ person, mine, time }: RunParts): Promise<void> {
  for (let looks = 0; looks < 60; looks += 1) {
    await pause(8);
    const seen = await Promise.all(mine.map(person.see));
    const now = time.now();
    if (!seen.some(({ state, nextCheckAt }) => flying.has(state) || (state === 'unknown' && (nextCheckAt ?? now + 1) <= now))) return;
    await time.skip(paceOf(looks));
  }
}

/** The ten minutes go by without a fault. Then a person decides what the app can't find out, and sends once more what came back. */
async function settle(parts: RunParts): Promise<void> {
  const { plan, person, stage, mine } = parts;
  for (const wait of [minute, 4 * minute, 4 * minute, 2 * minute]) await later(parts, wait);
  const open = async (state: PayoutState) => (await Promise.all(mine.map(async (one) => [one, (await person.see(one)).state] as const))).filter(([, each]) => each === state).map(([one]) => one);
  if (plan.onSend === 'commit-late') await pause(120);
  for (const one of await open('unknown')) await person.decide(plan.lane, one, plan.decision);
  await stage.clear();
  if (plan.onLook === 'not-there-yet') for (const one of await open('unknown')) await person.decide(plan.lane, one, 'record');
  if (!plan.onceMore) return;
  const none = () => Promise.resolve();
  for (const one of await open('refused')) if ((await person.see(one)).clonedTo === null) await person.copy(one, `${one.reference}-again`);
  for (const one of [...await open('draft'), ...await open('ready')]) {
    await person.makeReady(plan.lane, one, none);
    await person.release(plan.lane, one, none);
    await flyOut(parts, [one], none);
  }
  await later(parts, minute);
  for (const one of await open('unknown')) await person.decide(plan.lane, one, 'again');
}

async function judgeRun({ plan, ask, provider, mine }: RunParts, arrivals: readonly Arrival[]): Promise<Pick<Outcome, 'verdict' | 'moments'>> {
  const audit = good(await ask('audit.verify', {})).verdict;
  const found = await Promise.all(mine.map(async (one) => ({ one, answer: await ask('payouts.get', { id: one.id }) })));
  const shown = found.flatMap(({ one, answer }): readonly ShownIntent[] => (answer.ok ? [{
    ...one, state: answer.value.state, left: answer.value.sent === null ? null : { key: answer.value.sent.merchantReference, sha256: answer.value.sent.fingerprint },
  }] : []));
  const ofRun = new RegExp(`^C${plan.run}-`);
  const debits = (await provider.debits()).filter(({ reference }) => ofRun.test(reference) || !/^C\d+-/.test(reference));
  return {
    verdict: judge({ promised: mine.map(({ id }) => id), shown, debits, arrivals, audit }),
    moments: found.flatMap(({ answer }) => (answer.ok ? answer.value.timeline.map(({ what }) => what) : [])),
  };
}
