import type { AppError } from '../../preload/contract/errors.ts';
import { formatMoney, type Money } from '../../preload/contract/money.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import type { Stake } from '../payouts/stakes.ts';
import { named, pairs, type Change, type Compared, type Comparison } from './pairs.ts';

/** Rates, fees and what arrives, of every payout that had a price: what moved beyond the tolerance matters. */
export function priceChanges(all: Compared): Comparison[] {
  return pairs(all).flatMap(([before, now]) => {
    if (before.price === null || before.question === null) return [];
    const refused = all.answers.refused.get(before.question);
    if (refused !== undefined) return [noLonger(before, before.price, refused, all.now.at)];
    const price = all.answers.prices.get(before.question);
    return price === undefined ? [] : moved(all, now, before.price, price);
  });
}

function noLonger(stake: Stake, price: Price, refused: AppError, at: number): Change {
  return { kind: 'price', subject: stake.name, before: `${formatMoney(price.receive)} arrives`, beforeAt: price.readAt, now: refused.message, nowAt: at, matters: true, payouts: [named(stake)] };
}

function moved({ deps }: Compared, stake: Stake, before: Price, now: Price): Comparison[] {
  const matters = deps.stakes.differences(before, now).length > 0;
  const common = { beforeAt: before.readAt, nowAt: now.readAt, matters, payouts: [named(stake)] };
  const rate: Comparison = before.rate === now.rate ? null : {
    ...common, kind: 'rate', subject: `${before.send.currency} to ${before.receive.currency}`, before: rateWords(before), now: rateWords(now),
  };
  const fee: Comparison = same(before.totalFees, now.totalFees) ? null : {
    ...common, kind: 'fee', subject: `Fees to ${stake.name}`, before: formatMoney(before.totalFees), now: formatMoney(now.totalFees),
  };
  if (!matters) return [rate, fee];
  const [was, is, words] = stake.pays === 'send' ? [before.receive, now.receive, `${stake.name} receives`] : [before.send, now.send, `Leaves for ${stake.name}`];
  return [rate, fee, { ...common, kind: 'price', subject: words, before: formatMoney(was), now: formatMoney(is) }];
}

const rateWords = ({ rate, send, receive }: Price) => `1 ${send.currency} = ${rate} ${receive.currency}`;

function same(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}
