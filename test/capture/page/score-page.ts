import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Wanted } from '../../../renderer/capture/preflight/port.ts';
import { createLooker } from '../../../renderer/capture/preflight/looker.ts';
import { draw } from '../draw.ts';
import type { Recipe, Truth } from '../recipe.ts';
import { base64 } from './base64.ts';

/** What the app's own pre-flight made of a drawn file; times in ms. `refusal` is the error's code when it wouldn't look. */
export type Seen = { readonly evidence: Evidence | null; readonly refusal: string | null; readonly truth: Truth; readonly drawing: number; readonly looking: number };

/** What Node asks the scoring page for; `last` is the file that was looked at last, as base64. */
export type ScorePage = { readonly look: (recipe: Recipe, wanted: Wanted) => Promise<Seen>; readonly last: () => string };

// The app's own worker, with a clock that goes at an eighth of the pace: a score is about pictures, not about how busy the machine is.
const slowness = 8;
const patient = {
  now: () => performance.now() / slowness,
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms * slowness);
    return () => clearTimeout(timer);
  },
};
const looker = createLooker(() => new Worker(new URL('../../../renderer/capture/preflight/worker.ts', import.meta.url), { type: 'module', name: 'looker' }), patient);
let last: Uint8Array = new Uint8Array();

const page: ScorePage = {
  look: async (recipe, wanted) => {
    const began = performance.now();
    const { bytes, truth } = await draw(recipe);
    last = bytes;
    const drawn = performance.now();
    const looked = await looker.look({ name: 'picture', bytes, page: 1 }, wanted, null);
    const times = { drawing: drawn - began, looking: performance.now() - drawn };
    return looked.ok ? { evidence: looked.value.evidence, refusal: null, truth, ...times } : { evidence: null, refusal: looked.error.code, truth, ...times };
  },
  last: () => base64(last),
};

Object.assign(globalThis, { capture: page });
