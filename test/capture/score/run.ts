import type { Page } from 'playwright-core';
import type { Case } from '../plan.ts';
import type { ScorePage } from '../page/score-page.ts';
import { openStudio } from '../studio.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** Told of every outcome as it comes; `file` gives the picture that was looked at. */
export type Told = (outcome: Outcome, file: () => Promise<Uint8Array>) => Promise<void>;

/** Draws every case and lets the app's pre-flight look at it, on two pages at a time; outcomes come in the cases' order. */
export async function runCases(cases: readonly Case[], told: Told): Promise<readonly Outcome[]> {
  const studio = await openStudio('score');
  try {
    const outcomes: Outcome[] = [];
    let next = 0;
    const work = async () => {
      const page = await studio.openPage();
      // The first look fetches what the worker needs: it counts nowhere.
      if (cases[0]) await lookAt(page, cases[0]);
      for (let at = next++; at < cases.length; at = next++) {
        outcomes[at] = await lookAt(page, cases[at]!);
        await told(outcomes[at]!, () => lastFile(page));
      }
    };
    await Promise.all([work(), work()]);
    return outcomes;
  } finally {
    await studio.close();
  }
}

async function lookAt(page: Page, one: Case): Promise<Outcome> {
  const seen = await page.evaluate(({ recipe, wanted }) => (globalThis as unknown as { capture: ScorePage }).capture.look(recipe, wanted), { recipe: one.recipe, wanted: { slot: one.slot, idType: one.idType } });
  return outcomeOf(one, seen);
}

async function lastFile(page: Page): Promise<Uint8Array> {
  const file = await page.evaluate(() => (globalThis as unknown as { capture: ScorePage }).capture.last());
  return new Uint8Array(Buffer.from(file, 'base64'));
}
