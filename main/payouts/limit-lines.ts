import { money, type Money } from '../../preload/contract/money.ts';
import type { CurrencyLimits, LimitKind, LimitLine } from '../../preload/contract/limits.ts';
import { accountKey } from '../store/account-key.ts';
import type { Limits, Stretch } from '../store/limits.ts';
import { sendOf, type PayoutRecord } from '../store/payout-record.ts';

const hour = 3_600_000;
/** Everything that was ever released. */
const ever: Stretch = { from: 0, until: Number.MAX_SAFE_INTEGER };

/** The moment that limits are looked at (epoch ms) and the day that it is in. */
export type LimitMoment = { readonly now: number; readonly day: Stretch };

/** How the limits of its currency stand for a payout at a moment; empty when there are none or it has no amount yet. */
export function limitLines(limits: Limits, record: PayoutRecord, { now, day }: LimitMoment): readonly LimitLine[] {
  const asked = sendOf(record);
  const set = asked === null ? null : limits.of(asked.currency);
  if (asked === null || set === null) return [];
  const account = accountKey(record.draft.details) || null;
  const { currency } = asked;
  const line = lineOf(asked);
  return [
    line('payout', set.perPayout, () => 0, null),
    line('day', set.perDay, () => limits.released(currency, day, record.id), day.until),
    line('payee', set.perPayee, () => (account === null ? 0 : limits.releasedTo(account, currency, day, record.id)), day.until),
    ...cooling({ limits, record, account, set, now }).map(({ until }) => line('first', set.first, () => (account === null ? 0 : limits.releasedTo(account, currency, ever, record.id)), until)),
  ].filter((each) => each !== null);
}

function lineOf(asked: Money): (kind: LimitKind, limit: number | null, used: () => number, until: number | null) => LimitLine | null {
  return (kind, limit, used, until) => {
    if (limit === null) return null;
    const before = used();
    return { kind, limit: money(limit, asked.currency), used: money(before, asked.currency), asked, over: before + asked.minor > limit, until };
  };
}

type Cooling = { readonly limits: Limits; readonly record: PayoutRecord; readonly account: string | null; readonly set: CurrencyLimits; readonly now: number };

/** One entry while the account is new: until when, null before its first payout. None once it has cooled. */
function cooling({ limits, record, account, set, now }: Cooling): readonly { readonly until: number | null }[] {
  const first = account === null ? null : limits.firstTo(account, record.id);
  if (first === null) return [{ until: null }];
  const until = first + set.coolingHours * hour;
  return now < until ? [{ until }] : [];
}
