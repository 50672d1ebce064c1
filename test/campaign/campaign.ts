import { isClean, type Verdict } from './judge.ts';
import { planRun, type RunPlan } from './plan.ts';
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

/** Plays the campaign and adds up what came of it. */
export async function playCampaign(options: CampaignOptions): Promise<Result> {
  const { rig, runs, seed, only, abreast, tell } = options;
  tell(`Bullets: ${rig.bullets().how}`);
  const numbers = only === undefined ? Array.from({ length: runs }, (_each, run) => run) : [only];
  const shares = Array.from({ length: Math.min(abreast, numbers.length) }, (_each, place) => numbers.filter((_number, at) => at % abreast === place).map((run) => planRun(seed, run)));
  const progress = createProgress(numbers.length, tell);
  const tallies = await Promise.all(shares.map((plans) => playSeries(options, plans, progress)));
  return resultOf(added(...tallies));
}

function createProgress(total: number, tell: (line: string) => void): () => void {
  const began = performance.now();
  let done = 0;
  return () => {
    done += 1;
    if (done % reportEvery === 0) tell(`${done} of ${total} runs, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  };
}

async function playSeries(options: CampaignOptions, plans: readonly RunPlan[], progress: () => void): Promise<Tally> {
  const [first] = plans;
  if (!first) return nothing;
  const series = await openSeries(options.rig, first);
  const tallies: Tally[] = [];
  try {
    for (const [place, plan] of plans.entries()) {
      tallies.push(await playOne(options, series, plan, plans[place + 1] ?? null));
      progress();
      if ((place + 1) % judgeEvery === 0 || place === plans.length - 1) tallies.push(countsOf(options, await series.judgeAll(), `all runs up to ${plan.run}`));
    }
  } finally {
    await series.close();
  }
  return added(...tallies);
}

async function playOne(options: CampaignOptions, series: Series, plan: RunPlan, next: RunPlan | null): Promise<Tally> {
  const { verdict, killed, intents, faults } = await series.play(plan, next).catch((error: unknown) => series.broken(error, next));
  if (!isClean(verdict)) options.tell(`Run ${plan.run} of seed ${options.seed} (again: --seed ${options.seed} --only ${plan.run})\n  ${JSON.stringify(plan)}\n${await series.story()}`);
  return added({ ...nothing, runs: 1, kills: killed, faults, intents }, countsOf(options, verdict, `run ${plan.run}`));
}

function countsOf({ tell }: CampaignOptions, { sentTwice, lost, unresolved }: Verdict, where: string): Tally {
  for (const words of [...sentTwice, ...lost, ...unresolved]) tell(`In ${where}: ${words}`);
  return { ...nothing, sent_twice: sentTwice.length, lost: lost.length, unresolved_without_person: unresolved.length };
}
