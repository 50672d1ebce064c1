import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { CurrencyLimits } from '../../preload/contract/limits.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { Database } from './database.ts';

/** A stretch of time in epoch ms: `from` belongs to it, `until` doesn't. */
export type Stretch = { readonly from: number; readonly until: number };

/** One profile's limits, and what was released as they count it: everything but what was taken back, refused, failed or came back. Amounts are minor
 *  units of what leaves; `except` is left out. */
export type Limits = {
  all(): CurrencyLimits[];
  of(currency: CurrencyCode): CurrencyLimits | null;
  /** Puts these limits in the place of all others. */
  replace(limits: readonly CurrencyLimits[]): void;
  released(currency: CurrencyCode, stretch: Stretch, except: string): number;
  /** The same for every currency at once. */
  releasedByCurrency(stretch: Stretch): Money[];
  releasedTo(account: string, currency: CurrencyCode, stretch: Stretch, except: string): number;
  /** When an account was first paid (epoch ms); null when it never was. */
  firstTo(account: string, except: string): number | null;
};

/** Makes the repository of limits for one profile. */
export function createLimits(db: Database, profileId: string): Limits {
  const sum = (sql: string, params: readonly (string | number)[]) => db.get<{ minor: number }>(sql, params)?.minor ?? 0;
  return {
    all: () => db.all<LimitRow>(`${select} ORDER BY currency`, [profileId]).map(fromRow),
    of: (currency) => {
      const row = db.get<LimitRow>(`${select} AND currency = ?`, [profileId, currency]);
      return row === undefined ? null : fromRow(row);
    },
    replace: (limits) => {
      db.transaction(() => {
        db.run('DELETE FROM limits WHERE profile_id = ?', [profileId]);
        for (const each of limits) db.run(insert, [profileId, each.currency, each.perPayout, each.perDay, each.perPayee, each.first, each.coolingHours]);
      });
    },
    released: (currency, { from, until }, except) => sum(`${sumOf('payouts_released')} AND send_currency = ? AND released_at >= ? AND released_at < ?`, [profileId, except, currency, from, until]),
    releasedByCurrency: ({ from, until }) => db.all<Money>(
      `SELECT send_currency AS currency, sum(send_minor) AS minor FROM payouts WHERE profile_id = ? AND released_at >= ? AND released_at < ? AND ${counts}
       AND send_minor IS NOT NULL GROUP BY send_currency ORDER BY send_currency`, [profileId, from, until]),
    releasedTo: (account, currency, { from, until }, except) => sum(
      `${sumOf('payouts_by_account')} AND account_key = ? AND send_currency = ? AND released_at >= ? AND released_at < ?`, [profileId, except, account, currency, from, until]),
    firstTo: (account, except) => db.get<{ at: number }>(
      `SELECT released_at AS at FROM payouts INDEXED BY payouts_by_account WHERE profile_id = ? AND account_key = ? AND released_at IS NOT NULL AND ${counts} AND id <> ?
       ORDER BY released_at LIMIT 1`, [profileId, account, except])?.at ?? null,
  };
}

const counts = "state IN ('queued', 'sending', 'unknown', 'accepted', 'awaiting_deposit', 'deposit_expired', 'processing', 'completed')";
const sumOf = (index: string) => `SELECT ifnull(sum(send_minor), 0) AS minor FROM payouts INDEXED BY ${index} WHERE profile_id = ? AND ${counts} AND id <> ?`;
const select = 'SELECT currency, per_payout, per_day, per_payee, first, cooling_hours FROM limits WHERE profile_id = ?';
const insert = 'INSERT INTO limits (profile_id, currency, per_payout, per_day, per_payee, first, cooling_hours) VALUES (?, ?, ?, ?, ?, ?, ?)';

type LimitRow = { readonly currency: string; readonly cooling_hours: number } & { readonly [K in 'per_payout' | 'per_day' | 'per_payee' | 'first']: number | null };

function fromRow(row: LimitRow): CurrencyLimits {
  return {
    currency: row.currency as CurrencyCode, perPayout: row.per_payout, perDay: row.per_day, perPayee: row.per_payee, first: row.first, coolingHours: row.cooling_hours,
  };
}
