import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp, type Cast } from './cast.ts';
import { createAsk, createPlainAsk, good, type Ask } from './desk.ts';
import { judge, type Arrival, type Evidence, type ShownIntent, type Verdict } from './judge.ts';
import { createPerson, type Mine } from './person.ts';
import type { RunPlan } from './plan.ts';
import { startProvider, type Provider } from './provider.ts';
import { playRun, type Outcome } from './run.ts';
import { createStage, type Stage } from './stage.ts';
import { createTime, type Time } from './time.ts';
import type { AppUnderFire, Line, Rig, SmallDisk, StartOptions } from './under-fire.ts';

/** Runs in a row on one data folder, whose journal grows: each run's end is the next one's start. */
export type Series = {
  /** False where no small disk can be mounted. */
  readonly diskCanRunFull: boolean;
  /** Plays a run; `next` is the one after it, whose bullet is put in when the process starts again. */
  readonly play: (plan: RunPlan, next: RunPlan | null) => Promise<Played>;
  /** What a run comes to that could not be played to its end, because the app ended by itself or did what it never may; the app is started anew. */
  readonly broken: (why: unknown, next: RunPlan | null) => Promise<Played>;
  /** Holds everything that was ever sent against everything that is in the journal. */
  readonly judgeAll: () => Promise<Verdict>;
  /** What the app tells of the last run's payouts, for a person to read. */
  readonly story: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A run's outcome, with how many payouts and faults it had. */
export type Played = Outcome & { readonly intents: number; readonly faults: number };

/** Room for the data of a few thousand runs, in bytes. */
const diskBytes = 160 * 1024 * 1024;

type Parts = {
  readonly rig: Rig; readonly folder: string; readonly disk: SmallDisk | null; readonly time: Time; readonly provider: Provider; readonly lines: readonly Line[];
  readonly ask: Ask; readonly stage: Stage; readonly cast: () => Cast; readonly app: () => AppUnderFire; readonly start: (plan: RunPlan | null, armed: boolean) => Promise<void>;
};

/** Opens a series: a provider, lines to it, a folder on a small disk, and an app that is set up in it. */
export async function openSeries(rig: Rig, first: RunPlan): Promise<Series> {
  const disk = rig.smallDisk(diskBytes);
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'bursar-campaign-'));
  const time = createTime();
  const provider = await startProvider(time);
  const lines = [await rig.openLine(provider.sandbox.url), await rig.openLine(provider.sandbox.kira.url)];
  let running: AppUnderFire | null = null;
  let cast: Cast | null = null;
  const there = <T>(value: T | null): T => {
    if (value === null) throw new Error('The series has not begun');
    return value;
  };
  const app = () => there(running);
  const start = async (plan: RunPlan | null, armed: boolean) => {
    running = await rig.start({ folder, clockAhead: time.appAhead(), trusted: lines[0]?.trusted ?? '', ...bulletOf(plan, armed) });
    time.follow(running);
  };
  const ask = createAsk(time, app);
  await start(first, false);
  cast = await setUp(createPlainAsk(app), provider, { blaaiz: lines[0]?.url ?? '', kira: lines[1]?.url ?? '' });
  const stage = createStage({ provider, lines, time, disk, cast: () => there(cast) });
  await stage.clear();
  return seriesOf({ rig, folder, disk, time, provider, lines, ask, stage, cast: () => there(cast), app, start });
}

function bulletOf(plan: RunPlan | null, armed: boolean): Pick<StartOptions, 'killAt'> {
  const kill = plan?.kill ?? null;
  if (kill === null || kill.at !== (armed ? 'start' : 'call')) return {};
  return { killAt: { ...kill.bullet, armed } };
}

function seriesOf(parts: Parts): Series {
  const { ask, cast, time, provider, stage, app } = parts;
  const all: Mine[] = [];
  const arrived: Arrival[] = [];
  let mine: Mine[] = [];
  const promised = (one: Mine) => {
    mine.push(one);
    all.push(one);
  };
  const person = createPerson({ ask, cast, provider, time, promised });
  return {
    diskCanRunFull: parts.disk !== null,
    play: async (plan, next) => {
      mine = [];
      const before = stage.begun();
      const outcome = await playRun({
        plan, app, ask, person, provider, stage, time, mine,
        start: (armed) => parts.start(armed ? plan : next, armed),
      });
      arrived.push(...outcome.arrivals);
      return { ...outcome, intents: mine.length, faults: stage.begun() - before };
    },
    broken: async (why, next) => {
      await app().kill();
      await stage.clear();
      await parts.start(next, false);
      const words = why instanceof Error ? `${why.message}\n${why.stack ?? ''}` : String(why);
      return { verdict: { sentTwice: [], lost: [`It could not be played to its end. ${words}`], unresolved: [] }, killed: 0, arrivals: [], moments: [], intents: mine.length, faults: 0 };
    },
    judgeAll: () => judgeAll(parts, all, arrived),
    story: () => storyOf(ask, mine),
    close: async () => {
      await app().kill();
      await Promise.all(parts.lines.map((line) => line.close()));
      await provider.close();
      if (parts.disk) parts.disk.remove();
      else rmSync(parts.folder, { recursive: true, force: true });
    },
  };
}

async function judgeAll({ ask, cast, provider }: Parts, all: readonly Mine[], arrivals: readonly Arrival[]): Promise<Verdict> {
  const shown: ShownIntent[] = [];
  for (const id of Object.values(cast().profiles)) {
    good(await ask('profiles.choose', { id }));
    shown.push(...await listed(ask));
  }
  const evidence: Evidence = { promised: all.map(({ id }) => id), shown, arrivals, debits: await provider.debits(), audit: good(await ask('audit.verify', {})).verdict };
  return judge(evidence);
}

/** Every payout of the profile that is open, by the list. */
async function listed(ask: Ask): Promise<readonly ShownIntent[]> {
  const shown: ShownIntent[] = [];
  for (let cursor: string | null = null; ;) {
    const { rows, next }: { rows: readonly Omit<ShownIntent, 'left'>[]; next: string | null } = good(await ask('payouts.list', { view: 'all', query: '', cursor, limit: 500 }));
    shown.push(...rows.map(({ id, reference, state }) => ({ id, reference, state, left: null })));
    if (next === null) return shown;
    cursor = next;
  }
}

async function storyOf(ask: Ask, mine: readonly Mine[]): Promise<string> {
  const told = await Promise.all(mine.map(async ({ id, reference }) => {
    const answer = await ask('payouts.get', { id });
    if (!answer.ok) return `${reference}: ${answer.error.code} ${answer.error.message}`;
    const { state, timeline, unknown, problem } = answer.value;
    const steps = timeline.map(({ at, what, detail }) => `    ${new Date(at).toISOString()} ${what}${detail === null ? '' : `: ${detail}`}`);
    return [`  ${reference} (${id}) is ${state}${problem === null ? '' : `, ${problem.code}`}`, ...steps, ...(unknown === null ? [] : [`    ${JSON.stringify(unknown)}`])].join('\n');
  }));
  return told.join('\n');
}
