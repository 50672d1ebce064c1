import type { Money } from '../../preload/contract/money.ts';
import type { RepairKind, WrittenReason } from '../../preload/contract/repairs.ts';
import type { Database } from './database.ts';

/** What is known of a repair. `said` is the provider's own words; `sums` what of the figures doesn't close, in words; `owed` what left and should come
 *  back, `fees` what of it may be kept. `before` is the balance it is measured from (read at `beforeAt`), null where no balance can tell: `why` says why.
 *  Once the money was seen, `credited` is how much, by the balance `now` read at `nowAt`. Times are epoch ms. */
export type RepairFacts = {
  readonly said: string | null;
  readonly sums: readonly string[];
  readonly owed: Money | null;
  readonly fees: Money | null;
  readonly before: Money | null;
  readonly beforeAt: number | null;
  readonly why: string | null;
  readonly credited: Money | null;
  readonly now: Money | null;
  readonly nowAt: number | null;
};

/** A repair as the store keeps it: at most one a payout; `waived` is why its corrected copy needn't wait for the money. */
export type RepairRecord = {
  readonly payoutId: string;
  readonly kind: RepairKind;
  readonly openedAt: number;
  /** The payee's account, spelled one way (see account-key.ts). */
  readonly accountKey: string;
  readonly facts: RepairFacts;
  readonly seenAt: number | null;
  readonly waived: WrittenReason | null;
  readonly closed: WrittenReason | null;
};

/** A purse: a wallet or account, in one currency, between two readings of its balance (epoch ms). */
export type PurseSpan = { readonly walletId: string; readonly currency: Money['currency']; readonly from: number; readonly until: number };

/** The repairs of one profile. */
export type Repairs = {
  get(payoutId: string): RepairRecord | null;
  /** Writes a repair, new or changed. */
  put(repair: RepairRecord): void;
  /** Open ones, the oldest first, or closed ones, the newest first; at most `limit`. */
  list(closed: boolean, limit: number): RepairRecord[];
  /** How many are open. */
  open(): number;
  /** How many payouts to an account failed or came back. */
  returnsOf(accountKey: string): number;
  /** Ids of failed and returned payouts without a repair: from before there were repairs, or out of a backup. */
  missing(): string[];
  /** What this journal knows to have moved in a purse between two readings, in minor units: sent is negative, seen back positive. The money of the payout
   *  `except` coming back is left out. */
  moved(span: PurseSpan, except: string): number;
};

/** Makes the repository of repairs for one profile. */
export function createRepairs(db: Database, profileId: string): Repairs {
  return {
    get: (payoutId) => {
      const row = db.get<Row>('SELECT * FROM repairs WHERE payout_id = ? AND profile_id = ?', [payoutId, profileId]);
      return row === undefined ? null : fromRow(row);
    },
    put: ({ payoutId, kind, openedAt, accountKey, facts, seenAt, waived, closed }) => {
      db.run(putSql, [payoutId, profileId, kind, openedAt, accountKey, JSON.stringify(facts), seenAt, waived?.reason ?? null, waived?.by ?? null,
        waived?.at ?? null, closed?.reason ?? null, closed?.by ?? null, closed?.at ?? null]);
    },
    list: (closed, limit) => db.all<Row>(closed ? closedSql : openSql, [profileId, limit]).map(fromRow),
    open: () => db.get<{ n: number }>('SELECT count(*) AS n FROM repairs WHERE profile_id = ? AND closed_at IS NULL', [profileId])?.n ?? 0,
    returnsOf: (accountKey) => db.get<{ n: number }>(returnsSql, [profileId, accountKey])?.n ?? 0,
    missing: () => db.all<{ id: string }>(missingSql, [profileId]).map(({ id }) => id),
    moved: ({ walletId, currency, from, until }, except) => db.get<{ minor: number }>(movedSql, { profile: profileId, wallet: walletId, currency, from, until, except })?.minor ?? 0,
  };
}

const putSql = `INSERT INTO repairs (payout_id, profile_id, kind, opened_at, account_key, facts, seen_at, waived_reason, waived_by, waived_at, closed_reason, closed_by, closed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (payout_id) DO UPDATE SET kind = excluded.kind, opened_at = excluded.opened_at, facts = excluded.facts,
  seen_at = excluded.seen_at, waived_reason = excluded.waived_reason, waived_by = excluded.waived_by, waived_at = excluded.waived_at,
  closed_reason = excluded.closed_reason, closed_by = excluded.closed_by, closed_at = excluded.closed_at`;
const openSql = 'SELECT * FROM repairs WHERE profile_id = ? AND closed_at IS NULL ORDER BY opened_at, payout_id LIMIT ?';
const closedSql = 'SELECT * FROM repairs WHERE profile_id = ? AND closed_at IS NOT NULL ORDER BY closed_at DESC, payout_id LIMIT ?';
const returnsSql = "SELECT count(*) AS n FROM repairs WHERE profile_id = ? AND account_key = ? AND account_key <> '' AND kind <> 'sum'";
const missingSql = `SELECT id FROM payouts WHERE profile_id = ? AND state IN ('failed', 'returned')
  AND NOT EXISTS (SELECT 1 FROM repairs WHERE payout_id = payouts.id AND kind <> 'sum') ORDER BY seq`;
// A payout counts as taken from the purse once the provider said that it has it, and only when it can't have been taken before `from`.
// It leaves within minutes of its release, by which it is found in an index.
const movedSql = `SELECT
  (SELECT coalesce(sum(json_extract(r.facts, '$.credited.minor')), 0) FROM repairs r JOIN payouts p ON p.id = r.payout_id
    WHERE r.profile_id = @profile AND r.payout_id <> @except AND r.seen_at IS NOT NULL AND p.wallet_id = @wallet
    AND json_extract(r.facts, '$.credited.currency') = @currency AND json_extract(r.facts, '$.nowAt') > @from)
  - (SELECT coalesce(sum(p.send_minor), 0) FROM payouts p WHERE p.profile_id = @profile AND p.wallet_id = @wallet AND p.send_currency = @currency
    AND p.state IN ('accepted', 'processing', 'completed', 'failed', 'returned') AND p.released_at > @from - 600000 AND p.draft ->> '$.kira.mode' IS NOT 'crypto'
    AND EXISTS (SELECT 1 FROM payout_attempts a JOIN attempt_events e ON e.attempt_id = a.id WHERE a.payout_id = p.id AND a.written_at > @from
      AND e.kind IN ('accepted', 'found') AND e.at < @until)) AS minor`;

type Row = {
  readonly payout_id: string; readonly kind: string; readonly opened_at: number; readonly account_key: string; readonly facts: string; readonly seen_at: number | null;
} & { readonly [K in `${'waived' | 'closed'}_${'reason' | 'by'}`]: string | null } & { readonly [K in `${'waived' | 'closed'}_at`]: number | null };

function fromRow(row: Row): RepairRecord {
  return {
    payoutId: row.payout_id, kind: row.kind as RepairKind, openedAt: row.opened_at, accountKey: row.account_key, facts: JSON.parse(row.facts) as RepairFacts,
    seenAt: row.seen_at, waived: written(row.waived_reason, row.waived_by, row.waived_at), closed: written(row.closed_reason, row.closed_by, row.closed_at),
  };
}

function written(reason: string | null, by: string | null, at: number | null): WrittenReason | null {
  return reason === null || by === null || at === null ? null : { reason, by, at };
}
