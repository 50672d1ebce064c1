/** A stream of chances that the same seed repeats on every machine. */
export type Chance = {
  /** A number from 0 up to, never at, 1. */
  readonly next: () => number;
  /** A number from `low` up to `high`. */
  readonly between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True in `part` of all cases, from 0 to 1. */
  readonly happens: (part: number) => boolean;
  /** A stream of its own: what is drawn from it shifts nothing here. */
  readonly fork: (name: string) => Chance;
};

/** Chances from a seed (mulberry32 over a hash of the seed's letters). */
export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    next, between, whole,
    pick: (from) => {
      const found = from[whole(0, from.length - 1)];
      if (found === undefined) throw new Error('There is nothing to pick from.');
      return found;
    },
    happens: (part) => next() < part,
    fork: (name) => chanceOf(`${seed}/${name}`),
  };
}

/** A 32-bit hash of letters (FNV-1a, mixed once more so that near seeds are far apart). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) | 0;
}
