import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planCases } from '../../test/capture/plan.ts';
import { runCases } from '../../test/capture/score/run.ts';
import { isRight, missedGoals, sumOf } from '../../test/capture/score/sum.ts';
import { lineOf, tableOf } from '../../test/capture/score/table.ts';
import { ensureSystem, needs } from '../setup/system.ts';

// npm run capture-score -- [--seed S] [--count N] [--only DEFECT] [--keep DIR [--wrong]]: draws labelled documents, lets the app's own pre-flight look
// at each, and prints how it did by defect; the last line is the same as JSON. It fails when a goal is missed.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '400' }, only: { type: 'string', default: '' }, keep: { type: 'string' }, wrong: { type: 'boolean', default: false } },
});
const { seed, only, keep, wrong } = values;
const count = Number(values.count);
if (!Number.isInteger(count) || count < 1) {
  console.error('--count takes a whole number from 1 on.');
  process.exit(2);
}
if (ensureSystem([needs.chromium]).length > 0) process.exit(1);

const cases = planCases(seed, count).filter(({ label, subject }) => only === '' || (label.defect ?? 'good').includes(only) || subject === only);
if (keep !== undefined) mkdirSync(keep, { recursive: true });

const began = performance.now();
let done = 0;
const outcomes = await runCases(cases, async (outcome, file) => {
  done += 1;
  const line = lineOf(outcome);
  if (line !== null) process.stderr.write(`${line}\n`);
  if (done % 50 === 0) process.stderr.write(`${done} of ${cases.length}, ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
  if (keep === undefined || (wrong && line === null)) return;
  const { one } = outcome;
  const pdf = one.recipe.what === 'paper' && one.recipe.world.file === 'pdf';
  const name = [one.id.replace(':', '-'), one.subject ?? 'desk', (one.label.defect ?? 'good').replaceAll(' ', '-'), isRight(outcome) ? outcome.verdict : `WRONG-${outcome.verdict}`].join('_');
  writeFileSync(join(keep, `${name}.${pdf ? 'pdf' : 'jpg'}`), await file());
});

const sum = sumOf(outcomes);
const missed = missedGoals(sum);
console.log(tableOf(sum));
for (const words of missed) console.log(`MISSED: ${words}`);
console.log(JSON.stringify({ seed, count, cases: cases.length, ...sum, rows: sum.rows.length, seconds: Math.round((performance.now() - began) / 1_000), missed, ok: missed.length === 0 }));
process.exit(missed.length === 0 ? 0 : 1);
