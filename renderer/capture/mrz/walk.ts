import { signCount } from './slots.ts';

/**
 * One guarded place on the way through a zone: what a sign there adds to its own check digit's sum (`part`, a weight, 0 for nothing) and to the
 * composite one's (`whole`), and whether it is itself the digit that ends one of them.
 */
export type WalkStep = {
  readonly line: number; readonly at: number; readonly part: number; readonly whole: number; readonly ends: 'part' | 'whole' | null; readonly odds: Float64Array;
};
/** All guarded places, one after the other. */
export type Walk = readonly WalkStep[];

/** The likeliest signs that satisfy every check digit: `odds` is their probability among all texts that do, `strain` their probability beside the likeliest text of all. */
export type Outcome = { readonly signs: readonly number[]; readonly odds: number; readonly strain: number };

const states = 100;
/** Signs less likely than this are not tried. */
const least = 1e-6;

/** Tries all texts at once: the state on the way is the two sums modulo 10. Null when no text satisfies the check digits. */
export function likeliest(walk: Walk): Outcome | null {
  let best = start(), sum = start();
  const came = walk.map(() => new Int16Array(states).fill(-1));
  let freely = 1;
  walk.forEach((step, index) => {
    const next = { best: new Float64Array(states), sum: new Float64Array(states), came: came[index] ?? new Int16Array(states) };
    let top = 0;
    for (let sign = 0; sign < signCount; sign += 1) {
      const odds = step.odds[sign] ?? 0;
      top = Math.max(top, odds);
      if (odds >= least) spread(step, sign, odds, best, sum, next);
    }
    freely *= top;
    ({ best, sum } = next);
  });
  const end = best.reduce((at, value, state) => (value > (best[at] ?? 0) ? state : at), 0);
  const found = best[end] ?? 0;
  if (found === 0) return null;
  const all = sum.reduce((whole, value) => whole + value, 0);
  return { signs: trace(walk, came, end), odds: found / all, strain: found / freely };
}

function start(): Float64Array {
  const begin = new Float64Array(states);
  begin[0] = 1;
  return begin;
}

type Next = { readonly best: Float64Array; readonly sum: Float64Array; readonly came: Int16Array };

function spread(step: WalkStep, sign: number, odds: number, best: Float64Array, sum: Float64Array, next: Next): void {
  for (let state = 0; state < states; state += 1) {
    if ((sum[state] ?? 0) === 0) continue;
    const target = move(step, sign, state);
    if (target < 0) continue;
    next.sum[target] = (next.sum[target] ?? 0) + (sum[state] ?? 0) * odds;
    const value = (best[state] ?? 0) * odds;
    if (value <= (next.best[target] ?? 0)) continue;
    next.best[target] = value;
    next.came[target] = state * signCount + sign;
  }
}

/** The state after a sign, or -1 where it is a check digit that doesn't fit. */
function move(step: WalkStep, sign: number, state: number): number {
  const part = state % 10, whole = Math.floor(state / 10);
  const value = sign % 36;
  // A check digit is a digit: a filler counts 0 in sums, but stands for no check digit.
  if (step.ends === 'whole') return sign === whole ? state : -1;
  if (step.ends === 'part' && sign !== part) return -1;
  return ((whole + value * step.whole) % 10) * 10 + (step.ends === 'part' ? 0 : (part + value * step.part) % 10);
}

function trace(walk: Walk, came: readonly Int16Array[], end: number): readonly number[] {
  const signs: number[] = [];
  let state = end;
  for (let index = walk.length - 1; index >= 0; index -= 1) {
    const from = came[index]?.[state] ?? 0;
    signs.unshift(from % signCount);
    state = Math.floor(from / signCount);
  }
  return signs;
}
