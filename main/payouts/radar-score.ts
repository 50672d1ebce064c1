import type { Money } from '../../preload/contract/money.ts';
import type { LikenessCode } from '../../preload/contract/radar.ts';
import { namesInvoice } from '../store/alike-keys.ts';

/** What of a payout is compared. Keys are spelled one way, null when there is none (see alike-keys.ts); `files` are SHA-256 by kind; `at` is when it was
 *  released, or now while it waits (epoch ms). */
export type Comparable = {
  readonly account: string | null; readonly payee: string | null; readonly invoiceKey: string | null; readonly referenceKey: string | null;
  readonly reference: string; readonly send: Money | null; readonly receive: Money | null;
  readonly files: readonly { readonly sha256: string; readonly kind: string }[]; readonly provider: string; readonly at: number;
};

/** How alike two payouts are, 0 to 100, and why; `days` is how far apart, `exact` whether an amount is the very same, `numbered` whether what they both
 *  refer to is a number rather than words. */
export type Likeness = { readonly score: number; readonly codes: readonly LikenessCode[]; readonly days: number; readonly exact: boolean; readonly numbered: boolean };

/** The weights. They are fixed by the table of honest repeats and real duplicates in the tests: a salary that comes every month stays below the
 *  asking score by a hand's breadth, the same amount to the same account within days is above it with nothing else alike. */
const weights = {
  invoiceFile: 45, fileSeen: 15, invoiceNumber: 30, numberNear: 25, numberFar: 8, words: 5, account: 20, payee: 10, payeeWithAccount: 5,
  amount: 20, amountNear: 10, within3Days: 25, within30Days: 4, otherProvider: 5, otherNumber: -20, otherWords: -5, otherAmount: -15, otherPerson: -35,
} as const;

const day = 86_400_000;

/** Compares two payouts. */
export function likeness(mine: Comparable, other: Comparable): Likeness {
  const days = Math.abs(mine.at - other.at) / day;
  const amount = amountLikeness(mine, other);
  const parts = [fileLikeness(mine, other), numberLikeness(mine, other, days), personLikeness(mine, other), amount, nearness(days), road(mine, other)];
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return { score: Math.max(0, Math.min(100, sum)), codes: parts.flatMap(({ codes }) => codes), days, exact: amount.points === weights.amount, numbered: keysOf(mine).some((key) => hasNumber(key) && keysOf(other).includes(key)) };
}

type Part = { readonly points: number; readonly codes: readonly LikenessCode[] };
const nothing: Part = { points: 0, codes: [] };
const part = (points: number, ...codes: LikenessCode[]): Part => ({ points, codes });

function fileLikeness(mine: Comparable, other: Comparable): Part {
  const shared = mine.files.flatMap((file) => other.files.filter(({ sha256 }) => sha256 === file.sha256).map(({ kind }) => [kind, file.kind]));
  if (shared.length === 0) return nothing;
  return shared.some((kinds) => kinds.includes('invoice')) ? part(weights.invoiceFile, 'invoice-file') : part(weights.fileSeen, 'file-seen');
}

/** A number tells much where it is an invoice's own; a contract's or a payroll's number comes back every month. Other numbers tell two payouts apart. */
function numberLikeness(mine: Comparable, other: Comparable, days: number): Part {
  const [here, there] = [keysOf(mine), keysOf(other)];
  if (here.length === 0 || there.length === 0) return nothing;
  const shared = here.filter((key) => there.includes(key));
  if (shared.length === 0) return part(here.some(hasNumber) && there.some(hasNumber) ? weights.otherNumber : weights.otherWords);
  if (shared.some((key) => isInvoice(mine, key) || isInvoice(other, key))) return part(weights.invoiceNumber, 'invoice-number');
  if (!shared.some(hasNumber)) return part(weights.words, 'invoice-number');
  return days <= 20 ? part(weights.numberNear, 'invoice-number') : part(weights.numberFar, 'invoice-number');
}

const keysOf = ({ invoiceKey, referenceKey }: Comparable) => [invoiceKey, referenceKey].filter((key) => key !== null);
const hasNumber = (key: string) => /\d{2}/.test(key);

function isInvoice({ invoiceKey, referenceKey, reference }: Comparable, key: string): boolean {
  return hasNumber(key) && (key === invoiceKey || (key === referenceKey && namesInvoice(reference)));
}

/** Nobody in common takes away what a file or a number says: one sheet may list ten people. */
function personLikeness(mine: Comparable, other: Comparable): Part {
  const account = mine.account !== null && mine.account === other.account;
  const payee = mine.payee !== null && mine.payee === other.payee;
  if (account) return payee ? part(weights.account + weights.payeeWithAccount, 'account', 'payee') : part(weights.account, 'account');
  if (payee) return part(weights.payee, 'payee');
  return mine.account !== null && other.account !== null ? part(weights.otherPerson) : nothing;
}

/** Amounts are compared wherever both sides have one of the same currency: what leaves here may be what arrives there. */
function amountLikeness(mine: Comparable, other: Comparable): Part {
  const pairs = amountsOf(mine).flatMap((one) => amountsOf(other).filter(({ currency }) => currency === one.currency).map(({ minor }) => [one.minor, minor] as const));
  if (pairs.length === 0) return nothing;
  if (pairs.some(([one, two]) => one === two)) return part(weights.amount, 'amount');
  return pairs.some(([one, two]) => within(one, two)) ? part(weights.amountNear, 'amount') : part(weights.otherAmount);
}

const amountsOf = ({ send, receive }: Comparable) => [send, receive].filter((amount) => amount !== null);

/** Within 2 %, in whole numbers. */
function within(one: number, two: number): boolean {
  return BigInt(Math.abs(one - two)) * 50n <= BigInt(Math.max(one, two));
}

function nearness(days: number): Part {
  if (days <= 3) return part(weights.within3Days, 'near');
  return days <= 31 ? part(weights.within30Days, 'near') : nothing;
}

function road(mine: Comparable, other: Comparable): Part {
  return mine.provider === other.provider ? nothing : part(weights.otherProvider, 'other-provider');
}
