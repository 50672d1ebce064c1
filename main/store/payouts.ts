import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutState } from '../../preload/contract/payouts.ts';
import type { Database } from './database.ts';
import { fingerprintOf, payoutColumns, toColumns } from './payout-columns.ts';
import type { PayoutRecord } from './payout-record.ts';

/** The payouts of one profile: one at a time, and those that something is due for. Lists are in payout-list.ts. */
export type Payouts = {
  get(id: string): PayoutRecord | null;
  insert(record: PayoutRecord): void;
  /** Writes the whole record; false when the payout is gone or no longer in the state `from`. */
  update(record: PayoutRecord, from: PayoutState): boolean;
  /** Removes a payout that never left; false when there is none. */
  remove(id: string): boolean;
  /** Ids in these states, oldest first. */
  inStates(states: readonly PayoutState[]): string[];
  /** Ids in these states that come from a restored backup and may have left since it was made, oldest first. */
  restored(states: readonly PayoutState[]): string[];
  /** Ids of queued payouts whose time has come. */
  leaving(now: number): string[];
  /** Ids whose look-up is due, the longest due first, at most `limit`. */
  due(now: number, limit: number): string[];
  /** Ids in this state that leave or are looked up later than `at`, oldest first. */
  plannedAfter(at: number, state: PayoutState): string[];
  /** The next moment at which something is due, null when nothing is. */
  nextDue(): number | null;
  /** A payout in flight that is the same as this one: by its fingerprint, or by customer, account and one of the two amounts. */
  sameInFlight(record: PayoutRecord): string | null;
  /** The payout of any profile that is this transaction of the provider's, other than `except`. */
  holderOf(transactionId: string, except: string): string | null;
  /** What queued, sending and unknown payouts may still take from wallets, a wallet currency each, leaving `except` out. What is paid by a stablecoin
   *  deposit takes nothing. */
  mayLeave(states: readonly PayoutState[], except?: string, walletId?: string): Money[];
  /** Ids of payouts that wait for a stablecoin deposit, the soonest to run out first, then of those whose time ran out and that no clone took over. */
  awaitingDeposits(): string[];
  /** Forgets that a payout was cloned to `id`. */
  unlinkClone(id: string): void;
  /** Makes watched payouts due for a look at `now`, unless they were looked at since `lookedSince` (epoch ms). */
  lookAtWatched(now: number, lookedSince: number): void;
  /** How many completed payouts are watched at `now`, and until when the last of them. */
  watched(now: number): { readonly count: number; readonly until: number | null };
};

/** Makes the payout repository of one profile. */
export function createPayoutRows(db: Database, profileId: string): Payouts {
  const ids = (sql: string, params: readonly (string | number)[]) => db.all<{ id: string }>(sql, [profileId, ...params]).map(({ id }) => id);
  return {
    get: (id) => {
      const row = db.get<PayoutTableRow>('SELECT * FROM payouts WHERE id = ? AND profile_id = ?', [id, profileId]);
      return row === undefined ? null : fromRow(row);
    },
    insert: (record) => { db.run(insertSql, toColumns(record, profileId)); },
    update: (record, from) => db.run(updateSql, { ...toColumns(record, profileId), from_state: from }) === 1,
    remove: (id) => db.run('DELETE FROM payouts WHERE id = ? AND profile_id = ?', [id, profileId]) === 1,
    inStates: (states) => ids(`SELECT id FROM payouts WHERE profile_id = ? AND state IN (${marks(states)}) ORDER BY seq`, states),
    restored: (states) => ids(`SELECT id FROM payouts WHERE profile_id = ? AND restored_at IS NOT NULL AND state IN (${marks(states)}) ORDER BY seq`, states),
    leaving: (now) => ids("SELECT id FROM payouts WHERE profile_id = ? AND leaves_at <= ? AND state = 'queued' ORDER BY leaves_at", [now]),
    due: (now, limit) => ids('SELECT id FROM payouts WHERE profile_id = ? AND next_check_at <= ? ORDER BY next_check_at LIMIT ?', [now, limit]),
    plannedAfter: (at, state) => ids(plannedSql(state), [state, at]),
    nextDue: () => db.get<{ at: number | null }>(nextDueSql, { profile: profileId })?.at ?? null,
    sameInFlight: (record) => {
      const { id, customer_id, account_key, send_minor, send_currency, receive_minor, receive_currency } = toColumns(record, profileId);
      const facts = { id, profile_id: profileId, customer_id, account_key, send_minor, send_currency, receive_minor, receive_currency };
      return db.get<{ id: string }>(sameSql, { ...facts, fingerprint: fingerprintOf(record.draft) })?.id ?? null;
    },
    holderOf: (transactionId, except) => db.get<{ id: string }>('SELECT id FROM payouts WHERE transaction_id = ? AND id <> ?', [transactionId, except])?.id ?? null,
    mayLeave: (states, except = '', walletId) => db.all<Money>(
      `SELECT send_currency AS currency, sum(send_minor) AS minor FROM payouts WHERE profile_id = ? AND state IN (${marks(states)})
       AND id <> ? AND send_minor IS NOT NULL AND draft ->> '$.kira.mode' IS NOT 'crypto' AND (? IS NULL OR wallet_id = ?) GROUP BY send_currency`,
      [profileId, ...states, except, walletId ?? null, walletId ?? null]),
    awaitingDeposits: () => ids(awaitingSql, []),
    unlinkClone: (id) => {
      db.run('UPDATE payouts SET cloned_to = NULL WHERE profile_id = ? AND cloned_to = ?', [profileId, id]);
      // What was copied from a copy comes from the first one, whose money it may have to wait for.
      db.run('UPDATE payouts SET cloned_from = (SELECT cloned_from FROM payouts WHERE id = ?) WHERE profile_id = ? AND cloned_from = ?', [id, profileId, id]);
    },
    lookAtWatched: (now, lookedSince) => { db.run(watchSql, [now, profileId, now, lookedSince]); },
    watched: (now) => db.get<{ count: number; until: number | null }>(
      'SELECT count(*) AS count, max(watched_until) AS until FROM payouts WHERE profile_id = ? AND watched_until > ?', [profileId, now]) ?? { count: 0, until: null },
  };
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const insertSql = `INSERT INTO payouts (${payoutColumns.join(', ')}) VALUES (${payoutColumns.map((name) => `@${name}`).join(', ')})`;
// What has left can't be held back by a rule: should two of the same be out all the same, one of them goes without its fingerprint.
const fingerprintSql = `CASE WHEN @from_state IN ('sending', 'unknown') AND EXISTS (SELECT 1 FROM payouts AS other WHERE other.profile_id = @profile_id
  AND other.fingerprint = @fingerprint AND other.id <> @id AND other.restored_at IS NULL) THEN NULL ELSE @fingerprint END`;
const updateSql = `UPDATE payouts SET ${payoutColumns.filter((name) => name !== 'id' && name !== 'profile_id')
  .map((name) => `${name} = ${name === 'fingerprint' ? fingerprintSql : `@${name}`}`).join(', ')}
  WHERE id = @id AND profile_id = @profile_id AND state = @from_state`;
// The amounts are those of the price where only one was given: the same money asked for from the other side.
const sameSql = `SELECT id FROM payouts WHERE profile_id = @profile_id AND state IN ('queued', 'sending', 'unknown') AND id <> @id
  AND (fingerprint = @fingerprint OR (customer_id = @customer_id AND account_key = @account_key
  AND ((send_minor = @send_minor AND send_currency = @send_currency) OR (receive_minor = @receive_minor AND receive_currency = @receive_currency)))) ORDER BY seq LIMIT 1`;
// Nothing is planned further ahead than the looks at completed payouts, of which there are many; of the other states there are few.
const plannedSql = (state: PayoutState) => `SELECT id FROM payouts INDEXED BY ${state === 'completed' ? 'payouts_due' : 'payouts_by_state'}
  WHERE profile_id = ? AND state = ? AND ${state === 'queued' ? 'leaves_at' : 'next_check_at'} > ? ORDER BY seq`;
const awaitingSql = `SELECT id FROM payouts WHERE profile_id = ? AND state IN ('awaiting_deposit', 'deposit_expired') AND (state = 'awaiting_deposit' OR cloned_to IS NULL)
  ORDER BY state = 'deposit_expired', deposit ->> '$.expiresAt', seq`;
const watchSql = `UPDATE payouts SET next_check_at = ? WHERE profile_id = ? AND next_check_at > ? AND state = 'completed' AND watched_until IS NOT NULL
  AND ifnull(checked_at, 0) <= ?`;
const nextDueSql = `SELECT min(at) AS at FROM (
  SELECT min(leaves_at) AS at FROM payouts WHERE profile_id = @profile AND leaves_at IS NOT NULL
  UNION ALL SELECT min(next_check_at) FROM payouts WHERE profile_id = @profile AND next_check_at IS NOT NULL)`;

type PayoutTableRow = {
  readonly [K in 'id' | 'state' | 'draft' | 'customer_name']: string;
} & {
  readonly [K in 'revision' | 'check_count' | 'created_at' | 'updated_at']: number;
} & {
  readonly [K in 'price' | 'final_price' | 'transaction_id' | 'provider_reference' | 'provider_status' | 'cloned_from' | 'cloned_to' | 'problem' | 'unknown_cause' | 'wallet_now_currency' | 'deposit' | 'uetr']: string | null;
} & {
  readonly [K in 'leaves_at' | 'checked_at' | 'next_check_at' | 'watched_until' | 'unknown_since' | 'wallet_now_minor' | 'wallet_now_at' | 'released_at' | 'restored_at']: number | null;
};

function fromRow(row: PayoutTableRow): PayoutRecord {
  const walletNow = row.wallet_now_minor === null ? null : { minor: row.wallet_now_minor, currency: row.wallet_now_currency as CurrencyCode };
  return {
    id: row.id, state: row.state as PayoutState, revision: row.revision, draft: JSON.parse(row.draft) as PayoutRecord['draft'],
    customerName: row.customer_name, price: parsed(row.price), finalPrice: parsed(row.final_price), transactionId: row.transaction_id,
    providerReference: row.provider_reference, providerStatus: row.provider_status, clonedFrom: row.cloned_from, clonedTo: row.cloned_to,
    leavesAt: row.leaves_at, checkedAt: row.checked_at, nextCheckAt: row.next_check_at, checkCount: row.check_count,
    watchedUntil: row.watched_until, problem: parsed(row.problem), unknownSince: row.unknown_since, unknownCause: row.unknown_cause,
    walletNow, walletNowAt: row.wallet_now_at, deposit: parsed(row.deposit), uetr: row.uetr,
    releasedAt: row.released_at, restoredAt: row.restored_at, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
