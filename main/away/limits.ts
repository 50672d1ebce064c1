import type { LimitKind, LimitLine } from '../../preload/contract/limits.ts';
import { compareMoney, formatAmount, formatMoney } from '../../preload/contract/money.ts';
import { named, pairs, type Compared, type Comparison } from './pairs.ts';

/** How far limits are used: a day may have ended, a cooling time run out, or another limit be set. */
export function limitChanges(all: Compared): Comparison[] {
  return pairs(all).flatMap(([before, now]) => {
    const was = all.spell.limits[before.id] ?? [];
    return all.deps.stakes.limits(now.id).flatMap((line): Comparison[] => {
      const earlier = was.find(({ kind, limit }) => kind === line.kind && limit.currency === line.limit.currency);
      if (earlier === undefined || line.kind === 'payout') return [];
      if (same(earlier, line)) return [null];
      return [{
        kind: 'limit', subject: subjectOf(line, now.name), before: usedWords(earlier), beforeAt: all.spell.since, now: usedWords(line), nowAt: all.now.at,
        matters: line.over && !earlier.over, payouts: line.over ? [named(now)] : [],
      }];
    });
  });
}

function same(a: LimitLine, b: LimitLine): boolean {
  return compareMoney(a.used, b.used) === 0 && compareMoney(a.limit, b.limit) === 0 && a.over === b.over;
}

const kindWords: Readonly<Record<LimitKind, string>> = { payout: 'each payout', day: 'today', payee: 'this account today', first: 'a new account' };

function subjectOf({ kind, limit }: LimitLine, name: string): string {
  return kind === 'day' ? `${limit.currency} limit, ${kindWords.day}` : `${limit.currency} limit for ${name}, ${kindWords[kind]}`;
}

function usedWords({ used, limit }: LimitLine): string {
  return `${formatAmount(used)} of ${formatMoney(limit)} used`;
}
