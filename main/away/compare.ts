import { awayKinds, type AwayChange } from '../../preload/contract/away.ts';
import { compareMoney, formatMoney, type Money } from '../../preload/contract/money.ts';
import type { Prerequisite } from '../../preload/contract/payouts.ts';
import type { Stake } from '../payouts/stakes.ts';
import { documentChanges } from './documents.ts';
import { limitChanges } from './limits.ts';
import { movingChanges } from './moving.ts';
import { named, pairs, type Compared, type Comparison } from './pairs.ts';
import type { Purse } from './picture.ts';
import { priceChanges } from './prices.ts';

/** The most changes a sheet carries. */
const most = 500;

/** Everything that changed, what matters first, and how many things are as they were. */
export function compare(all: Compared): { readonly changes: AwayChange[]; readonly same: number } {
  const found = [...priceChanges(all), ...balanceChanges(all), ...limitChanges(all), ...conditionChanges(all), ...documentChanges(all), ...movingChanges(all)];
  const changes = merged(found.filter((one) => one !== null));
  const order = (change: AwayChange) => (change.matters ? 0 : awayKinds.length) + awayKinds.indexOf(change.kind);
  return { changes: changes.toSorted((a, b) => order(a) - order(b)).slice(0, most), same: found.filter((one) => one === null).length };
}

/** The same change for several payouts is one. */
function merged(changes: readonly AwayChange[]): AwayChange[] {
  const known = new Map<string, AwayChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.kind, change.subject, change.before, change.now]);
    const first = known.get(key);
    const payouts = [...(first?.payouts ?? []), ...change.payouts.filter(({ id }) => !first?.payouts.some((one) => one.id === id))];
    known.set(key, first === undefined ? change : { ...first, matters: first.matters || change.matters, payouts });
  }
  return [...known.values()];
}

const coverIds: ReadonlySet<Prerequisite['id']> = new Set(['wallet', 'funding']);
const stateOf = ({ checks }: Stake, ids: ReadonlySet<Prerequisite['id']>) => checks.find(({ id }) => ids.has(id)) ?? null;

/** Whether what was covered isn't any more. */
function stopsNow(before: Stake, now: Stake, ids: ReadonlySet<Prerequisite['id']>): boolean {
  return stateOf(now, ids)?.state === 'unmet' && stateOf(before, ids)?.state !== 'unmet';
}

function balanceChanges(all: Compared): Comparison[] {
  if (!all.answers.balances) return [];
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

function isRead({ answers }: Compared, id: ConditionId, { customerId }: Stake): boolean {
  if (id === 'customer') return customerId !== null && answers.customers.has(customerId);
  return id === 'recipient' ? answers.recipients : answers.balances;
}
