import type { KeptFigures } from '../../preload/contract/kept-figures.ts';
import { formatMoney, money, subtractMoney, type Money } from '../../preload/contract/money.ts';
import type { Payout, Price } from '../../preload/contract/payouts.ts';
import type { ProviderPayout } from '../providers/provider.ts';
import type { FiguresKind } from '../store/figures.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import type { Context } from './context.ts';
import { withinTolerance, type Tolerance } from './price.ts';

/** Keeps what a payout was quoted at the moment a person released it; call inside the transaction. */
export function keepQuoted(ctx: Context, { id, price }: PayoutRecord): void {
  if (price !== null) ctx.figures.keep(id, 'quoted', quotedFigures(price, ctx.clock()));
}

/** Keeps what the provider says of a payout's figures: as its answer until the payout is completed, then as what arrived. Gives, in words, what of
 *  them doesn't close or differs beyond the tolerance; call inside the transaction. */
export function keepTold(ctx: Context, { id, state }: PayoutRecord, told: ProviderPayout): readonly string[] {
  const kind: FiguresKind = state === 'completed' ? 'arrived' : 'answered';
  const before = ctx.figures.of(id);
  // A payout that failed or came back brought nothing more; later looks at one that is on its way repeat its answer.
  if (state === 'failed' || state === 'returned' || (kind === 'answered' && before.answered !== null)) return [];
  const figures = toldFigures(told, ctx.clock());
  if (figures.send === null && figures.totalFees === null && figures.receive === null) return [];
  ctx.figures.keep(id, kind, figures);
  return figureProblems({ ...before, [kind]: figures }, kind, ctx.preferences(), ctx.lane.name);
}

/** A price as kept figures; `at` is epoch ms. */
export function quotedFigures({ send, totalFees, receive, rate, gap }: Price, at: number): KeptFigures {
  return { at, send, totalFees, receive, rate: rate === '' ? null : rate, gap };
}

/** The provider's word as kept figures, nothing recomputed; `at` is epoch ms. */
export function toldFigures(told: ProviderPayout, at: number): KeptFigures {
  return { at, send: told.sent, totalFees: told.fee, receive: told.received, rate: told.rate, gap: gapOf(told) };
}

/** What is missing where amount − fees isn't what the provider says is left of it: by its own figure for that, else by what arrives, where both are one
 *  currency. Null when it closes or can't be told. */
export function gapOf({ sent, fee, received, converted }: Pick<ProviderPayout, 'sent' | 'fee' | 'received' | 'converted'>): Money | null {
  const rest = converted ?? received;
  if (sent === null || fee === null || rest === null || sent.currency !== fee.currency || sent.currency !== rest.currency) return null;
  const gap = subtractMoney(subtractMoney(sent, fee), rest);
  return gap.minor === 0 ? null : gap;
}

type AllFigures = Payout['figures'];
const words: Readonly<Record<FiguresKind, string>> = { quoted: 'quoted at release', answered: 'in the answer', arrived: 'at the end' };

/** What of a payout's newest figures doesn't close, or differs from those before beyond the tolerance, in sentences with both figures. */
export function figureProblems(figures: AllFigures, kind: 'answered' | 'arrived', tolerance: Tolerance, name: string): readonly string[] {
  const fresh = figures[kind];
  if (fresh === null) return [];
  const gap = gapWords(fresh).map((sum) => `The figures of ${name} do not add up ${words[kind]}: ${sum}.`);
  const same = kind === 'arrived' && figures.answered !== null && figureDifferences(figures.answered, fresh, tolerance).length === 0;
  // What the answer already differed in is told once.
  const against = same ? null : kind === 'arrived' && figures.quoted === null ? figures.answered : figures.quoted;
  const since = against === figures.quoted ? 'quoted' : 'answered';
  const differences = against === null ? [] : figureDifferences(against, fresh, tolerance);
  return [...gap, ...differences.map(({ label, old, now }) => `${label}: ${formatMoney(old)} ${words[since]}, ${formatMoney(now)} ${words[kind]}.`)];
}

/** The sum that doesn't close: what it should come to, what the provider says, and what is between them. */
function gapWords({ send, totalFees, gap }: KeptFigures): readonly string[] {
  if (gap === null || send === null || totalFees === null) return [];
  const rest = subtractMoney(send, totalFees);
  const between = `${formatMoney(money(Math.abs(gap.minor), gap.currency))} ${gap.minor > 0 ? 'is missing' : 'is too much'}`;
  return [`${formatMoney(send)} \u2212 ${formatMoney(totalFees)} is ${formatMoney(rest)}, not ${formatMoney(subtractMoney(rest, gap))}: ${between}`];
}

/** A figure that differs, with both amounts. */
export type FigureDifference = { readonly part: 'send' | 'totalFees' | 'receive'; readonly label: string; readonly old: Money; readonly now: Money };
const labels = { send: 'Sent', totalFees: 'Total fees', receive: 'Arrives' } as const;

/** What differs between two moments' figures beyond the tolerance; what one of them doesn't say can't differ. */
export function figureDifferences(before: KeptFigures, after: KeptFigures, tolerance: Tolerance): readonly FigureDifference[] {
  return (['send', 'totalFees', 'receive'] as const).flatMap((part) => {
    const [old, now] = [before[part], after[part]];
    const send = after.send ?? before.send;
    if (old === null || now === null) return [];
    const base = part === 'totalFees' && send !== null ? send : old;
    return withinTolerance(old, now, base, send ?? base, tolerance) ? [] : [{ part, label: labels[part], old, now }];
  });
}
