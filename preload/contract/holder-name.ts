import { oneSlipApart } from './one-slip.ts';

/** How the name that the bank gives for an account compares with the payee's: the same, close (initials, a middle name, a slip), or another. */
export type HolderMatch = 'same' | 'close' | 'differs';

/** Legal forms and titles; banks add, drop and shorten them at will. */
const noise: ReadonlySet<string> = new Set([
  'LTD', 'LIMITED', 'PLC', 'INC', 'LLC', 'LLP', 'CO', 'COMPANY', 'CORP', 'NIG', 'NIGERIA', 'GMBH', 'SARL', 'ENT', 'MR', 'MRS', 'MS', 'MISS', 'DR', 'CHIEF', 'ALHAJI', 'THE', 'AND',
]);

function words(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/['\u2019`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const all = plain === '' ? [] : plain.split(' ');
  const telling = all.filter((word) => !noise.has(word));
  return telling.length > 0 ? telling : all;
}

/** Compares a payee's name with the account holder's as the bank writes it: case, accents, order and legal forms don't count. */
export function compareHolder(payee: string, holder: string): HolderMatch {
  const ours = words(payee);
  const theirs = words(holder);
  if (ours.length === 0 || theirs.length === 0) return 'differs';
  if ([...ours].sort().join(' ') === [...theirs].sort().join(' ')) return 'same';
  const [short, long] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  const found = short.filter((word) => long.some((other) => alike(word, other)));
  // One shared word of several says nothing: brothers share a family name, shops a street.
  return found.length === short.length && (short.length > 1 || long.length === 1) ? 'close' : 'differs';
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  return Math.min(a.length, b.length) >= 4 && oneSlipApart(a, b);
}
