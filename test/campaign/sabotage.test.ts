import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { playCampaign } from './campaign.ts';
import { planRun } from './plan.ts';
import type { Result } from './result.ts';
import { mainBundle } from './rig/places.ts';
import { createRig } from './rig/rig.ts';

// Who judges must be able to condemn: the campaign is played on an app that breaks one promise, and has to say which.

const folder = `${dirname(mainBundle)}-sabotaged`;
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** The built app with one line of its table of states changed: where a payout leads whose sending was cut off. */
function sabotaged(state: string): string {
  cpSync(dirname(mainBundle), folder, { recursive: true });
  const whole = readFileSync(mainBundle, 'utf8');
  const broken = whole.replace(/(lost:\w+\()([`'"])unknown\2,([`'"])look-up\3\)/, `$1'${state}','rest')`);
  expect(broken).not.toBe(whole);
  writeFileSync(`${folder}/main.cjs`, broken);
  return `${folder}/main.cjs`;
}

/** A run in which the provider makes a payout and its answer is lost. `onceMore`: a person sends again what came back, and copies what was refused. */
function unanswered(seed: number, onceMore: boolean): number {
  const made = ['commit-then-timeout', 'reset-after-commit', 'reset-after-headers', 'truncated'];
  const found = Array.from({ length: 2_000 }, (_each, number) => planRun(seed, number))
    .find((plan) => plan.lane === 'blaaiz' && made.includes(plan.onSend) && plan.kill === null && plan.onceMore === onceMore);
  if (found === undefined) throw new Error('There is no such run');
  return found.run;
}

async function judged(state: string, onceMore: boolean): Promise<Result> {
  const { result } = await playCampaign({ rig: await createRig(sabotaged(state)), runs: 1, seed: 5, only: unanswered(5, onceMore), abreast: 1, tell: () => undefined });
  return result;
}

test('an app that lets a cut-off payout be sent anew is found to have sent twice', async () => {
  const { ok, sent_twice: sentTwice } = await judged('ready', true);
  expect([ok, sentTwice > 0]).toEqual([false, true]);
});

// With a copy it would notice by itself: before one leaves, the refused payout is looked up once more.
test('an app that takes a cut-off payout for refused is found to have lost money', async () => {
  const { ok, lost } = await judged('refused', false);
  expect([ok, lost > 0]).toEqual([false, true]);
});

test('an app that never finds out about a cut-off payout is found to leave it unresolved', async () => {
  const { ok, unresolved_without_person: unresolved } = await judged('sending', false);
  expect([ok, unresolved > 0]).toEqual([false, true]);
});
