import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawWithTruth } from './draw-papers.ts';
import { goodPortrait, goodWorld } from './good.ts';
import { personOf } from './people/person.ts';
import { states } from './people/states.ts';
import { chanceOf } from './random.ts';
import type { Recipe } from './recipe.ts';
import { specimenKinds } from './specimen/kinds.ts';

// node test/capture/samples.ts FOLDER [SEED] [COUNT]: writes good pictures of every kind, with what is known of each beside it.
const [folder = 'out/specimens', seed = '1', count = '26'] = process.argv.slice(2);
const today = '2026-11-21';
const kinds = [...specimenKinds.filter((kind) => kind !== 'blank'), 'portrait'] as const;

const named = Array.from({ length: Number(count) }, (_none, at): { name: string; recipe: Recipe } => {
  const chance = chanceOf(`samples ${seed}:${at}`);
  const person = personOf(chance, chance.pick(states), today);
  const kind = kinds[at % kinds.length]!;
  const key = `${seed}:${at}`;
  const recipe: Recipe = kind === 'portrait' ? { what: 'portrait', portrait: goodPortrait(key, person) } : { what: 'paper', paper: { kind, person, seed: key }, world: goodWorld(key, kind, at % 5 === 4), today };
  return { name: `${String(at).padStart(3, '0')}-${kind}`, recipe };
});

mkdirSync(folder, { recursive: true });
let last = performance.now();
await drawWithTruth(named.map(({ recipe }) => recipe), ({ bytes, truth }, at) => {
  const name = named[at]?.name ?? String(at);
  writeFileSync(join(folder, `${name}.jpg`), bytes);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...truth, recipe: named[at]?.recipe }, null, 1)}\n`);
  console.log(`${name}  ${truth.width} × ${truth.height}, ${(bytes.length / 1024).toFixed(0)} kB, ${(performance.now() - last).toFixed(0)} ms`);
  last = performance.now();
});
