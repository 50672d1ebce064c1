import { scoresPerStep, type Steps } from './recogniser.ts';

/** Most signs a line is thought to have: the longest line and a few read into the margin. */
const most = 47;
/** Signs a slot can hold. */
export const signCount = 37;
const blank = signCount;
/** Probabilities are flattened a little by this power before anything is decided: on lines unlike those of the training the network is surer than it is right. */
const candour = 0.9;

/** A line seen as a row of slots, one a sign. */
export type Slots = {
  /** How probable each length is, from 0 signs. */
  readonly lengths: Float64Array;
  /** The probability of each of the 37 signs in each slot if the line has that many; slot by slot. */
  of(length: number): Float64Array;
  /** How clearly signs are seen: the mean probability of what is likeliest at each step. */
  readonly clarity: number;
};

type Table = { readonly count: number; readonly odds: Float64Array; readonly held: Float64Array; readonly empty: Float64Array; readonly scale: Float64Array };

const row = signCount;
const layer = (most + 1) * row;

/** Works out every way of putting signs into slots along the line, all weighed together (the forward and backward sums of CTC with a fixed length). */
export function slotsOf(steps: Steps): Slots {
  const table = forward(steps);
  return { lengths: lengthsOf(table), of: (length) => marginals(table, length), clarity: clarityOf(steps) };
}

function clarityOf({ count, odds }: Steps): number {
  let sum = 0;
  for (let step = 0; step < count; step += 1) sum += Math.max(...odds.subarray(step * scoresPerStep, (step + 1) * scoresPerStep));
  return count > 0 ? sum / count : 0;
}

/** The sum over the signs of one slot. */
function total(values: Float64Array, from: number): number {
  let sum = 0;
  for (let k = 0; k < row; k += 1) sum += values[from + k] as number;
  return sum;
}

function forward({ count, odds }: Steps): Table {
  const table = { count, odds, held: new Float64Array(count * layer), empty: new Float64Array(count * (most + 1)), scale: new Float64Array(count) };
  const { held, empty, scale } = table;
  for (let t = 0; t < count; t += 1) {
    const y = t * scoresPerStep;
    let sum = 0;
    for (let i = 0; i <= Math.min(most, t + 1); i += 1) {
      const before = (t - 1) * (most + 1) + i;
      const stay = t === 0 ? (i === 0 ? 1 : 0) : (empty[before] as number) + total(held, (t - 1) * layer + i * row);
      sum += empty[t * (most + 1) + i] = (odds[y + blank] as number) * stay;
      if (i > 0) sum += enterSlot(table, t, i);
    }
    scale[t] = sum > 0 ? sum : 1;
    for (let i = 0; i <= most; i += 1) empty[t * (most + 1) + i] = (empty[t * (most + 1) + i] as number) / (scale[t] as number);
    for (let i = t * layer; i < (t + 1) * layer; i += 1) held[i] = (held[i] as number) / (scale[t] as number);
  }
  return table;
}

/** Fills slot `i` at step `t`: each sign comes in from the slot before or stays. Gives the sum. */
function enterSlot({ odds, held, empty }: Table, t: number, i: number): number {
  const at = t * layer + i * row;
  const previous = at - layer;
  const from = t === 0 ? (i === 1 ? 1 : 0) : (empty[(t - 1) * (most + 1) + i - 1] as number) + total(held, previous - row);
  if (from < 1e-200 && (t === 0 || total(held, previous) < 1e-200)) return 0;
  let sum = 0;
  for (let k = 0; k < row; k += 1) {
    const same = t === 0 ? 0 : (held[previous - row + k] as number);
    const stay = t === 0 ? 0 : (held[previous + k] as number);
    sum += held[at + k] = (odds[t * scoresPerStep + k] as number) * (Math.max(0, from - same) + stay);
  }
  return sum;
}

function lengthsOf({ count, held, empty }: Table): Float64Array {
  const lengths = new Float64Array(most + 1);
  if (count === 0) return lengths;
  for (let i = 0; i <= most; i += 1) lengths[i] = (empty[(count - 1) * (most + 1) + i] as number) + total(held, (count - 1) * layer + i * row);
  return lengths;
}

type Behind = { held: Float64Array; empty: Float64Array };

/** What the rest of the line says, from the last step back; adds up how often each sign enters each slot. */
function marginals(table: Table, length: number): Float64Array {
  const result = new Float64Array(length * row);
  let after: Behind = { held: new Float64Array(layer + row), empty: new Float64Array(most + 2) };
  after.held.fill(1, length * row, (length + 1) * row);
  after.empty[length] = 1;
  for (let t = table.count - 1; t >= 0; t -= 1) {
    gather(table, t, length, after, result);
    if (t > 0) after = stepBack(table, t, length, after);
  }
  for (let slot = 0; slot < length; slot += 1) soften(result, slot * row);
  return result;
}

/** Turns a slot's weights into flattened probabilities that sum to 1. */
function soften(values: Float64Array, from: number): void {
  const whole = total(values, from);
  let sum = 0;
  for (let k = from; k < from + row; k += 1) sum += values[k] = whole > 0 ? ((values[k] as number) / whole) ** candour : 1;
  for (let k = from; k < from + row; k += 1) values[k] = (values[k] as number) / sum;
}

function gather({ odds, held, empty, scale }: Table, t: number, length: number, after: Behind, result: Float64Array): void {
  for (let i = 1; i <= Math.min(length, t + 1); i += 1) {
    const previous = (t - 1) * layer + (i - 1) * row;
    const from = t === 0 ? (i === 1 ? 1 : 0) : (empty[(t - 1) * (most + 1) + i - 1] as number) + total(held, previous);
    if (from < 1e-100) continue;
    for (let k = 0; k < row; k += 1) {
      const same = t === 0 ? 0 : (held[previous + k] as number);
      const enters = (odds[t * scoresPerStep + k] as number) * Math.max(0, from - same) / (scale[t] as number);
      result[(i - 1) * row + k] = (result[(i - 1) * row + k] as number) + enters * (after.held[i * row + k] as number);
    }
  }
}

function stepBack({ odds, scale }: Table, t: number, length: number, after: Behind): Behind {
  const y = t * scoresPerStep;
  const by = scale[t] as number;
  const before = { held: new Float64Array(layer + row), empty: new Float64Array(most + 2) };
  for (let i = 0; i <= length; i += 1) {
    const rest = (odds[y + blank] as number) * (after.empty[i] as number);
    let next = 0;
    for (let k = 0; k < row; k += 1) next += (odds[y + k] as number) * (after.held[(i + 1) * row + k] as number);
    if (i === length) next = 0;
    before.empty[i] = (rest + next) / by;
    if (i === 0) continue;
    for (let k = 0; k < row; k += 1) {
      const own = i === length ? 0 : (odds[y + k] as number) * (after.held[(i + 1) * row + k] as number);
      before.held[i * row + k] = ((odds[y + k] as number) * (after.held[i * row + k] as number) + rest + next - own) / by;
    }
  }
  return before;
}
