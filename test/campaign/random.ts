/** Random choices that a seed decides: the same seed and name give the same choices, whatever else was chosen before. */
export type Chance = {
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** True in `share` (0 to 1) of the cases. */
  readonly happens: (share: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
};

/** Makes the choices of a seed, for one named purpose. */
export function chanceOf(seed: number, purpose: string): Chance {
  const next = numbers(hashOf(`${seed}/${purpose}`));
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    one: (list) => {
      const chosen = list[whole(0, list.length - 1)];
      if (chosen === undefined) throw new Error('There is nothing to choose from');
      return chosen;
    },
    happens: (share) => next() < share,
    shuffled: (list) => list.map((each) => [next(), each] as const).toSorted(([a], [b]) => a - b).map(([, each]) => each),
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: numbers from 0 up to 1. */
function numbers(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
