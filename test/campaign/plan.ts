import { chanceOf, type Chance } from './random.ts';
import { fates, lanesOf, lookFaults, sendFaults, type Lane, type LookFault, type SendFault } from './faults.ts';

/** A payout as it will be drawn up: its amount in minor units, and what a person does with it besides sending. */
export type PlannedPayout = {
  readonly minor: number;
  /** A copy of the payout before it, made once that one was released. */
  readonly clone: boolean;
  /** Taken back once before it leaves, then released again. */
  readonly takenBack: boolean;
};

/** The steps of a send after which the process can be killed. 'left' is when the provider has the request in its hands. */
export const steps = ['saved', 'priced', 'ready', 'coded', 'released', 'left', 'answered'] as const;
/** A step of a send. */
export type Step = (typeof steps)[number];

/** A call to the file system at which the process is killed: the `nth` of its kind, before it, in the middle of its bytes or after it. */
export type Bullet = { readonly call: 'write' | 'sync' | 'any'; readonly nth: number; readonly moment: 'before' | 'half' | 'after' };

/** When the process is killed: some milliseconds after a step, at a call to the file system after the draft was saved, some milliseconds after the next
 *  start, while it finds out, or at a call of that start. */
export type Kill =
  | { readonly at: 'step'; readonly step: Step; readonly ms: number }
  | { readonly at: 'call'; readonly bullet: Bullet }
  | { readonly at: 'looking'; readonly ms: number }
  | { readonly at: 'start'; readonly bullet: Bullet };

/** One run: everything that is decided beforehand. */
export type RunPlan = {
  readonly run: number;
  readonly lane: Lane;
  readonly payouts: readonly PlannedPayout[];
  readonly onSend: SendFault;
  readonly onLook: LookFault;
  /** Whether the fault of the sending begins before the release, or only in the seconds in which it could still be taken back. */
  readonly faultFrom: 'release' | 'queued';
  /** Kira's own amounts make the fault, where it has one for it. */
  readonly byAmount: boolean;
  readonly kill: Kill | null;
  /** What a person decides about a payout that isn't found. */
  readonly decision: 'again' | 'record';
  /** Whether what came back to ready is released once more after all is found out. */
  readonly onceMore: boolean;
};

/** The same run where nothing can be killed at a file-system call: it is killed after a while instead, in the same part of the run. */
export function withoutBullets(plan: RunPlan): RunPlan {
  const { kill } = plan;
  if (kill === null || !('bullet' in kill)) return plan;
  const ms = kill.bullet.nth * 4;
  return { ...plan, kill: kill.at === 'start' ? { at: 'looking', ms } : { at: 'step', step: 'saved', ms } };
}

const kinds = ['none', 'step', 'write', 'left', 'sync', 'looking', 'any'] as const;

/** What run `run` of the campaign with this seed does. Faults of the sending come round in one order of the seed's, those of the look-up one further each
 *  time round: so every 60 runs in a row have each of them, and 2,000 each of one beside each of the other. */
export function planRun(seed: number, run: number): RunPlan {
  const { onSend, onLook } = faultsOf(seed, run);
  const chance = chanceOf(seed, `run ${run}`);
  const lane = chance.one(lanesOf(onSend));
  const byAmount = lane !== 'blaaiz' && chance.happens(0.4);
  return {
    run, lane, onSend, onLook, byAmount, payouts: payoutsOf(chance, lane, centsFor(onSend, lane, byAmount)),
    faultFrom: chance.one(['release', 'queued']), kill: killOf(chance, run), decision: chance.one(['again', 'again', 'record']), onceMore: chance.happens(0.6),
  };
}

function faultsOf(seed: number, run: number): Pick<RunPlan, 'onSend' | 'onLook'> {
  const order = chanceOf(seed, 'order');
  const [sends, looks] = [order.shuffled(sendFaults), order.shuffled(lookFaults)];
  const place = run % sends.length;
  const round = Math.floor(run / sends.length);
  return { onSend: sends[place] ?? 'none', onLook: looks[(place + round) % looks.length] ?? 'none' };
}

/** The cents by which Kira makes a fault itself; null where it doesn't. Most payouts without such a fault have no fate of their own, either. */
function centsFor(fault: SendFault, lane: Lane, byAmount: boolean): number | null {
  if (fault === 'code-checker-down') return 7;
  if (!byAmount) return null;
  if (fault === '500-after-commit') return 8;
  return fault === 'commit-then-timeout' && lane === 'kira-fiat' ? 9 : null;
}

type Shape = readonly Partial<Pick<PlannedPayout, 'clone' | 'takenBack'> & { readonly same: boolean }>[];
const shapes: readonly Shape[] = [
  [{}], [{}], [{}], [{}], [{}, {}], [{}, { same: true }], [{}, { clone: true }], [{ takenBack: true }], [{}, {}, { takenBack: true }], [{}, { same: true }, { clone: true }],
];

function payoutsOf(chance: Chance, lane: Lane, cents: number | null): readonly PlannedPayout[] {
  // The two Kira lanes cost more calls each: fewer of many there keeps a run short.
  const shape = chance.one(lane === 'blaaiz' ? shapes : shapes.filter(({ length }) => length < 3));
  let last = 0;
  return shape.map(({ same = false, clone = false, takenBack = false }) => {
    last = same || clone ? last : amountOf(chance, cents ?? fateOf(chance, lane));
    return { minor: last, clone, takenBack };
  });
}

/** The cents of a payout that ends in another way than well; null for one that doesn't. */
function fateOf(chance: Chance, lane: Lane): number | null {
  return fates[lane].length > 0 && chance.happens(0.4) ? chance.one(fates[lane]) : null;
}

/** Without cents that mean something, an amount ends in ones that mean nothing to the providers. */
function amountOf(chance: Chance, cents: number | null): number {
  return chance.whole(200, 900) * 100 + (cents ?? chance.whole(60, 98));
}

function killOf(chance: Chance, run: number): Kill | null {
  const kind = kinds[run % kinds.length] ?? 'none';
  switch (kind) {
    case 'none': return null;
    case 'step': return { at: 'step', step: chance.one(steps), ms: chance.whole(0, 25) };
    case 'left': return { at: 'step', step: chance.one(['released', 'left', 'left', 'answered']), ms: chance.whole(0, 12) };
    case 'looking': return chance.happens(0.5) ? { at: 'looking', ms: chance.whole(0, 60) } : { at: 'start', bullet: bulletOf(chance, chance.one(['write', 'sync']), 5) };
    case 'write': case 'sync': case 'any': return { at: 'call', bullet: bulletOf(chance, kind, 7) };
  }
}

/** Early calls more often than late ones: the first are those around the draft and the release, of which there are always some. */
function bulletOf(chance: Chance, call: Bullet['call'], most: number): Bullet {
  return { call, nth: Math.round(2 ** (chance.whole(0, most * 100) / 100)), moment: chance.one(['before', 'half', 'after']) };
}
