import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawWithTruth } from './draw-papers.ts';
import { planCases } from './plan.ts';

// node test/capture/samples.ts FOLDER [SEED] [COUNT] [DEFECT]: writes the pictures of the plan's cases, with all that is known of each beside it;
// DEFECT keeps the cases whose defect has these letters in it (`good`: only the good ones).
const [folder = 'out/specimens', seed = '1', count = '28', only = ''] = process.argv.slice(2);
const cases = planCases(seed, Number(count)).filter(({ label }) => only === '' || (label.defect ?? 'good').includes(only));

mkdirSync(folder, { recursive: true });
let last = performance.now();
await drawWithTruth(cases.map(({ recipe }) => recipe), ({ bytes, truth }, at) => {
  const { id, subject, label, recipe } = cases[at]!;
  const ending = recipe.what === 'paper' && recipe.world.file === 'pdf' ? 'pdf' : 'jpg';
  const name = [id.replace(':', '-'), subject ?? 'desk', (label.defect ?? 'good').replaceAll(' ', '-')].join('_');
  writeFileSync(join(folder, `${name}.${ending}`), bytes);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...truth, ...cases[at] }, null, 1)}\n`);
  console.log(`${name}  ${truth.width} × ${truth.height}, ${(bytes.length / 1024).toFixed(0)} kB, ${(performance.now() - last).toFixed(0)} ms`);
  last = performance.now();
});
