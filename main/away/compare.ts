import { awayKinds, type AwayChange, type AwaySheet } from '../../preload/contract/away.ts';
import { compareMoney, formatMoney, type Money } from '../../preload/contract/money.ts';
import type { Prerequisite } from '../../preload/contract/payouts.ts';
import type { Stake } from '../payouts/stakes.ts';
import { documentChanges } from './documents.ts';
import { limitChanges } from './limits.ts';
import { movingChanges } from './moving.ts';
import { named, pairs, type Change, type Compared, type Comparison } from './pairs.ts';
import type { Purse } from './picture.ts';
import { priceChanges } from './prices.ts';
import { keys } from './questions.ts';

/** The most changes that a sheet carries, and the most payouts that each names: the sheet goes to the screen as one message. */
const most = 300;
const mostNamed = 4;

/** What a comparison came to: how much `changed` and how much of it is `mattering`, of which `changes` are what fits, what matters first; `same` is as it was. */
export type Found = Pick<AwaySheet, 'changed' | 'mattering' | 'changes' | 'same'>;

/** Puts everything side by side. */
export function compare(all: Compared): Found {
  const found = [...priceChanges(all), ...balanceChanges(all), ...limitChanges(all), ...conditionChanges(all), ...documentChanges(all), ...movingChanges(all)];
  const changes = merged(found.filter((one) => one !== null));
  const order = (change: Change) => (change.matters ? 0 : awayKinds.length) + awayKinds.indexOf(change.kind);
  return {
    changed: changes.length, mattering: changes.filter(({ matters }) => matters).length, same: found.filter((one) => one === null).length,
    changes: changes.toSorted((a, b) => order(a) - order(b)).slice(0, most),
  };
}

/** The same change for several payouts is one. */
function merged(changes: readonly Change[]): AwayChange[] {
  const groups = Map.groupBy(changes, ({ kind, subject, before, now }) => JSON.stringify([kind, subject, before, now]));
  return [...groups.values()].map((group) => {
    const payouts = [...new Map(group.flatMap((each) => each.payouts).map((payout) => [payout.id, payout])).values()];
    return { ...(group[0] as Change), matters: group.some(({ matters }) => matters), payouts: payouts.slice(0, mostNamed), more: Math.max(0, payouts.length - mostNamed) };
  });
}

const coverIds: ReadonlySet<Prerequisite['id']> = new Set(['wallet', 'funding']);
const stateOf = ({ checks }: Stake, ids: ReadonlySet<Prerequisite['id']>) => checks.find(({ id }) => ids.has(id)) ?? null;

/** Whether what was covered isn't any more. */
function stopsNow(before: Stake, now: Stake, ids: ReadonlySet<Prerequisite['id']>): boolean {
  return stateOf(now, ids)?.state === 'unmet' && stateOf(before, ids)?.state !== 'unmet';
}

function balanceChanges(all: Compared): Comparison[] {
  if (!all.answers.answered.has(keys.balances)) return [];
  const both = pairs(all);
  return all.before.purses.map((purse) => {
    const now = all.now.purses.find(({ id }) => id === purse.id) ?? null;
    const onIt = both.filter(([before]) => before.walletId === purse.id);
    if (now === null) return gone(purse, onIt.map(([, after]) => after), all.now.at);
    const touched = onIt.filter(([before, after]) => stopsNow(before, after, coverIds)).map(([, after]) => after);
    if (sameMoney(purse.balance, now.balance) && touched.length === 0) return null;
    const words = sameMoney(purse.balance, now.balance) ? stateOf(touched[0] as Stake, coverIds)?.label ?? '' : balanceWords(now);
    return { kind: 'balance', subject: purse.name, before: balanceWords(purse), beforeAt: purse.readAt, now: words, nowAt: now.readAt, matters: touched.length > 0, payouts: touched.map(named) };
  });
}

/** A wallet or account that the provider doesn't list any more; nothing where nothing waits for it any more. */
function gone(purse: Purse, waiting: readonly Stake[], at: number): Comparison {
  if (waiting.length === 0) return null;
  return { kind: 'balance', subject: purse.name, before: balanceWords(purse), beforeAt: purse.readAt, now: 'Not listed any more', nowAt: at, matters: true, payouts: waiting.map(named) };
}

const balanceWords = ({ balance }: Purse) => (balance === null ? 'Not known' : formatMoney(balance));

function sameMoney(a: Money | null, b: Money | null): boolean {
  if (a === null || b === null) return a === b;
  return a.currency === b.currency && compareMoney(a, b) === 0;
}

const conditions = { customer: 'customer', account: 'account', mode: 'account', recipient: 'recipient' } as const;
type ConditionId = keyof typeof conditions;

/** Who sends, what it is taken from and who is paid, in the words of the conditions before sending. */
function conditionChanges(all: Compared): Comparison[] {
  return pairs(all).flatMap(([before, now]) => (Object.keys(conditions) as ConditionId[]).flatMap((id): Comparison[] => {
    const was = before.checks.find((check) => check.id === id);
    const is = now.checks.find((check) => check.id === id);
    if (was === undefined || is === undefined || !isRead(all, id, now)) return [];
    if (was.label === is.label && was.state === is.state) return [null];
    const subject = id === 'recipient' ? now.name : now.sender || all.deps.provider;
    return [{
      kind: conditions[id], subject, before: was.label, beforeAt: all.spell.since, now: is.label, nowAt: all.now.at,
      matters: is.state === 'unmet' && was.state !== 'unmet', payouts: [named(now)],
    }];
  }));
}

function isRead({ answers: { answered } }: Compared, id: ConditionId, { customerId }: Stake): boolean {
  if (id === 'customer') return customerId !== null && answered.has(keys.customer(customerId));
  return answered.has(id === 'recipient' ? keys.recipients : keys.balances);
}
