import { isClean, type Verdict } from './judge.ts';
import { planRun, withoutBullets, type RunPlan } from './plan.ts';
import { added, nothing, resultOf, type Result, type Tally } from './result.ts';
import { openSeries, type Series } from './series.ts';
import type { Rig } from './under-fire.ts';

/** How a campaign is played. `only` plays one run of it, by its number; `tell` gets lines for people. */
export type CampaignOptions = {
  readonly rig: Rig;
  readonly runs: number;
  readonly seed: number;
  readonly only?: number;
  /** How many series run side by side, each with a data folder and a process of its own. */
  readonly abreast: number;
  readonly tell: (line: string) => void;
};

const reportEvery = 50;
/** How many runs a series plays between two looks at everything it ever did. */
const judgeEvery = 100;

/** What a campaign came to, and how often what happened to its payouts, in the words of their stories. */
export type Campaign = { readonly result: Result; readonly times: ReadonlyMap<string, number> };

/** Plays the campaign and adds up what came of it. */
export async function playCampaign(options: CampaignOptions): Promise<Campaign> {
  const { rig, runs, seed, only, abreast, tell } = options;
  const bullets = rig.bullets();
  tell(bullets.possible ? `Kills at file-system calls: ${bullets.how}.` : `The app is killed at random moments only: ${bullets.how}.`);
  const planned = (run: number) => (bullets.possible ? planRun(seed, run) : withoutBullets(planRun(seed, run)));
  const numbers = only === undefined ? Array.from({ length: runs }, (_each, run) => run) : [only];
  const shares = Array.from({ length: Math.min(abreast, numbers.length) }, (_each, place) => numbers.filter((_number, at) => at % abreast === place).map(planned));
  const diary = createDiary(numbers.length, tell);
  const tallies = await Promise.all(shares.map((plans) => playSeries(options, plans, diary)));
  return { result: resultOf(added(...tallies)), times: diary.close() };
}

type Diary = { readonly played: (moments: readonly string[]) => void; readonly close: () => ReadonlyMap<string, number> };

/** Tells how far it is, and at the end how often what happened to the payouts: that it was more than fair weather. */
function createDiary(total: number, tell: (line: string) => void): Diary {
  const began = performance.now();
  const times = new Map<string, number>();
  let done = 0;
  const sofar = () => `${done} of ${total} runs, ${((performance.now() - began) / 1_000).toFixed(0)} s`;
  return {
    played: (moments) => {
      done += 1;
      for (const what of moments) times.set(what, (times.get(what) ?? 0) + 1);
      if (done % reportEvery === 0) tell(sofar());
    },
    close: () => {
      tell(`${sofar()}. ${[...times].toSorted(([, a], [, b]) => b - a).map(([what, often]) => `${what} ${often}`).join(', ')}`);
      return times;
    },
  };
}

async function playSeries(options: CampaignOptions, plans: readonly RunPlan[], diary: Diary): Promise<Tally> {
  const [first] = plans;
  if (!first) return nothing;
  const series = await openSeries(options.rig, first);
  if (!series.diskCanRunFull) options.tell('No small disk can be mounted here: the disk never runs full in this series.');
  const tallies: Tally[] = [];
  const told = new Set<string>();
  try {
    for (const [place, plan] of plans.entries()) {
      tallies.push(await playOne(options, series, { plan, next: plans[place + 1] ?? null, told, diary }));
      if ((place + 1) % judgeEvery === 0 || place === plans.length - 1) tallies.push(countsOf(options, await series.judgeAll(), `all runs up to ${plan.run}`, told));
    }
  } finally {
    await series.close();
  }
  return added(...tallies);
}

type Turn = { readonly plan: RunPlan; readonly next: RunPlan | null; readonly told: Set<string>; readonly diary: Diary };

async function playOne(options: CampaignOptions, series: Series, { plan, next, told, diary }: Turn): Promise<Tally> {
  const { verdict, killed, intents, faults, moments } = await series.play(plan, next).catch((error: unknown) => series.broken(error, next));
  if (!isClean(verdict)) options.tell(`Run ${plan.run} of seed ${options.seed} (again: --seed ${options.seed} --only ${plan.run})\n  ${JSON.stringify(plan)}\n${await series.story().catch(() => 'It can\u2019t tell any more.')}`);
  diary.played(moments);
  return added({ ...nothing, runs: 1, kills: killed, faults, intents }, countsOf(options, verdict, `run ${plan.run}`, told));
}

/** Counts what is wrong, each thing once: what a run was blamed for is found again when everything is looked at. */
function countsOf({ tell }: CampaignOptions, { sentTwice, lost, unresolved }: Verdict, where: string, told: Set<string>): Tally {
  const count = (wrong: readonly string[]) => wrong.filter((words) => !told.has(words)).map((words) => {
    told.add(words);
    tell(`In ${where}: ${words}`);
  }).length;
  return { ...nothing, sent_twice: count(sentTwice), lost: count(lost), unresolved_without_person: count(unresolved) };
}
