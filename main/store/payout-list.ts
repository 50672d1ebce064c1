import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutMethod } from '../../preload/contract/payee-fields.ts';
import { payoutViews, type PayoutRow, type PayoutState, type PayoutView } from '../../preload/contract/payouts.ts';
import type { ProviderId } from '../../preload/contract/provider.ts';
import type { Database, SqlValue } from './database.ts';
import { searchCondition, searchWords } from './search-text.ts';

/** A page of payouts and the cursor of the next one. */
export type PayoutPage = { readonly rows: PayoutRow[]; readonly next: string | null };
/** What the list says about itself for a tab and a search; `indexOfOthers` is the number of rows that need a person, which come first. */
export type PayoutCounts = {
  readonly counts: Record<PayoutView, number>;
  readonly totals: Money[];
  readonly rows: number;
  readonly indexOfOthers: number;
};

/** Lists of one profile's payouts: those that need a person first, then the newest change first. */
export type PayoutLists = {
  /** One page; `cursor` is null for the first, else the `next` of the page before. */
  page(view: PayoutView, query: string, cursor: string | null, limit: number): PayoutPage;
  /** Rows in each tab for a search, and what the asked tab's rows send, a currency each. */
  counts(view: PayoutView, query: string): PayoutCounts;
  /** One payout as a row. */
  row(id: string): PayoutRow | null;
};

/** Makes the payout lists of one profile, whose payouts all go through one provider. */
export function createPayoutLists(db: Database, profileId: string, provider: ProviderId): PayoutLists {
  const toRow = rowOf(provider);
  return {
    page: (view, query, cursor, limit) => {
      const after = parseCursor(cursor);
      const search = searchCondition(searchWords(query), 'search');
      const tab = view === 'all' ? null : view;
      const params: SqlValue[] = [profileId, ...(tab === null ? [] : [tab]), ...(after ?? []), ...search.params, limit + 1];
      const rows = db.all<ListRow>(pageSql(tab !== null, after !== null, search.sql, query.trim() !== ''), params);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { rows: rows.slice(0, limit).map(toRow), next: last === undefined ? null : `${last.rank}.${last.age}.${last.id}` };
    },
    counts: (view, query) => {
      const search = searchCondition(searchWords(query), 'search');
      const groups = query.trim() === ''
        ? db.all<Group>(keptTotalsSql, [profileId])
        : db.all<Group>(searchTotalsSql(search.sql), [profileId, ...search.params]);
      return summarize(groups, view);
    },
    row: (id) => {
      const row = db.get<ListRow>(`SELECT ${rowColumns} FROM payouts WHERE id = ? AND profile_id = ?`, [id, profileId]);
      return row === undefined ? null : toRow(row);
    },
  };
}

const rowColumns = `id, state, rank, age, payee_name, account_tail, customer_name, reference, send_minor, send_currency, receive_minor,
  receive_currency, from_currency, to_currency, method, updated_at`;
const keptTotalsSql = 'SELECT tab, currency, payouts, minor FROM payout_totals WHERE profile_id = ? AND payouts > 0';
const searchTotalsSql = (condition: string) => `SELECT tab, ifnull(send_currency, '') AS currency, count(*) AS payouts, ifnull(sum(send_minor), 0) AS minor
  FROM payouts INDEXED BY payouts_all WHERE profile_id = ? AND ${condition} GROUP BY 1, 2`;

/** The ids are found in an index alone, in list order; only the rows shown are read. */
function pageSql(ofTab: boolean, after: boolean, condition: string, searching: boolean): string {
  const index = ofTab && !searching ? 'payouts_of_tab' : 'payouts_all';
  return `SELECT ${rowColumns} FROM payouts WHERE id IN (SELECT id FROM payouts INDEXED BY ${index} WHERE profile_id = ?
    ${ofTab ? 'AND tab = ?' : ''} ${after ? 'AND (rank, age, id) > (?, ?, ?)' : ''} AND ${condition} ORDER BY rank, age, id LIMIT ?)
    ORDER BY rank, age, id`;
}

function parseCursor(cursor: string | null): readonly [number, number, string] | null {
  const [, rank, age, id] = /^(\d)\.(-?\d+)\.(.+)$/.exec(cursor ?? '') ?? [];
  return rank === undefined || age === undefined || id === undefined ? null : [Number(rank), Number(age), id];
}

type Group = { readonly tab: string; readonly currency: string; readonly payouts: number; readonly minor: number };

function summarize(groups: readonly Group[], view: PayoutView): PayoutCounts {
  const of = (wanted: PayoutView) => groups.filter(({ tab }) => wanted === 'all' || tab === wanted);
  const count = (wanted: PayoutView) => of(wanted).reduce((sum, { payouts }) => sum + payouts, 0);
  const counts = Object.fromEntries(payoutViews.map((each) => [each, count(each)])) as Record<PayoutView, number>;
  const totals = new Map<string, number>();
  for (const { currency, minor } of of(view)) if (currency !== '') totals.set(currency, (totals.get(currency) ?? 0) + minor);
  return {
    counts, rows: counts[view], indexOfOthers: view === 'all' || view === 'needs-you' ? counts['needs-you'] : 0,
    totals: [...totals].sort(([a], [b]) => a.localeCompare(b)).map(([currency, minor]) => ({ minor, currency: currency as CurrencyCode })),
  };
}

type ListRow = {
  readonly [K in 'id' | 'state' | 'payee_name' | 'account_tail' | 'customer_name' | 'reference']: string;
} & {
  readonly [K in 'rank' | 'age' | 'updated_at']: number;
} & {
  readonly [K in 'send_currency' | 'receive_currency' | 'from_currency' | 'to_currency' | 'method']: string | null;
} & { readonly send_minor: number | null; readonly receive_minor: number | null };

const amount = (minor: number | null, currency: string | null) => (minor === null ? null : { minor, currency: currency as CurrencyCode });

function rowOf(provider: ProviderId): (row: ListRow) => PayoutRow {
  return (row) => ({
    id: row.id, state: row.state as PayoutState, needsPerson: row.rank < 9, payeeName: row.payee_name, accountTail: row.account_tail,
    customerName: row.customer_name, reference: row.reference, send: amount(row.send_minor, row.send_currency),
    receive: amount(row.receive_minor, row.receive_currency), fromCurrency: row.from_currency as CurrencyCode | null,
    toCurrency: row.to_currency as CurrencyCode | null, provider, method: row.method as PayoutMethod | null, updatedAt: row.updated_at,
  });
}
