import { inserted } from './bytes.ts';

/** Numbers from 0 to 1 that a seed decides. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const upTo = (random: Random, most: number) => Math.floor(random() * most);

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + upTo(random, 12); left > 0; left -= 1) {
    const at = upTo(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << upTo(random, 8));
  }
  return copy;
}

/** Numbers that break what counts with them, written over the file's beginning, where its headers are. */
function lied(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const extreme = [[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0], [0, 0, 0xff, 0xff], [0, 1, 0, 0]][upTo(random, 6)] ?? [];
  const [at, size] = [upTo(random, Math.min(copy.length - 4, 600)), [1, 2, 4][upTo(random, 3)] ?? 1];
  copy.set(extreme.slice(0, size), at);
  return copy;
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, upTo(random, bytes.length));
}

/** A stretch of the file, or of zeros, or of noise, put in or left out somewhere. */
function spliced(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, length, to] = [upTo(random, bytes.length), 1 + upTo(random, 400), upTo(random, bytes.length)];
  const part = [bytes.slice(from, from + length), new Uint8Array(length), Uint8Array.from({ length }, () => upTo(random, 256))][upTo(random, 3)] ?? new Uint8Array();
  return random() < 0.3 ? Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + length)]) : inserted(bytes, to, part);
}

const ways = [flipped, lied, cut, spliced, (bytes: Uint8Array, random: Random) => flipped(lied(bytes, random), random)];

/** A file that was harmed in one way or another, as the random numbers decide. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  return (ways[upTo(random, ways.length)] ?? flipped)(bytes, random);
}
