import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutMethod } from '../../preload/contract/payee-fields.ts';
import type { PayoutState } from '../../preload/contract/payouts.ts';
import type { Database } from './database.ts';

/** By what other payouts are looked for, in these profiles, beside the files kept with `id`; null looks for none. */
export type AlikeQuery = {
  readonly id: string; readonly profiles: readonly string[];
  readonly account: string | null; readonly payee: string | null; readonly numbers: readonly string[];
};

/** Another payout that shares something, as far as it is compared and shown; times are epoch ms. */
export type AlikeRow = {
  readonly id: string; readonly profileId: string; readonly state: PayoutState; readonly rank: number;
  readonly payeeName: string; readonly accountTail: string; readonly customerName: string; readonly reference: string; readonly invoiceNumber: string;
  readonly send: Money | null; readonly receive: Money | null; readonly fromCurrency: CurrencyCode | null; readonly toCurrency: CurrencyCode | null;
  readonly method: PayoutMethod | null; readonly releasedAt: number | null; readonly updatedAt: number;
  readonly account: string | null; readonly payee: string | null; readonly invoiceKey: string | null; readonly referenceKey: string | null;
};

/** A file kept with a payout. */
export type AlikeFile = { readonly payoutId: string; readonly name: string; readonly sha256: string; readonly kind: string };

/** Looks for payouts that share an account, a payee, a number or a file, in several profiles at once. */
export type Alike = {
  /** Payouts that are ready or were released, but for refused ones; for each thing shared at most the newest 150. */
  find(query: AlikeQuery): AlikeRow[];
  /** The files kept with these payouts. */
  files(ids: readonly string[]): AlikeFile[];
};

/** Makes the look-up over every profile of the store. */
export function createAlike(db: Database): Alike {
  return {
    find: ({ id, profiles, account, payee, numbers }) => db.all<Row>(findSql, {
      id, account, payee, first: numbers[0] ?? null, second: numbers[1] ?? null, profiles: JSON.stringify(profiles),
    }).map(fromRow),
    files: (ids) => db.all<AlikeFile>('SELECT payout_id AS payoutId, name, sha256, kind FROM payout_documents WHERE payout_id IN (SELECT value FROM json_each(?)) ORDER BY added_at, id', [JSON.stringify(ids)]),
  };
}

const among = "state <> 'draft' AND state <> 'refused' AND profile_id IN (SELECT value FROM json_each(@profiles))";
const newest = (index: string, column: string, value: string) => `SELECT * FROM (SELECT seq FROM payouts INDEXED BY ${index}
  WHERE ${column} = @${value} AND ${among} ORDER BY seq DESC LIMIT 150)`;

const findSql = `WITH found (seq) AS (
  ${newest('payouts_same_account', 'account_key', 'account')}
  UNION ${newest('payouts_same_payee', 'payee_key', 'payee')}
  UNION ${newest('payouts_same_invoice', 'invoice_key', 'first')}
  UNION ${newest('payouts_same_invoice', 'invoice_key', 'second')}
  UNION ${newest('payouts_same_reference', 'reference_key', 'first')}
  UNION ${newest('payouts_same_reference', 'reference_key', 'second')}
  UNION SELECT * FROM (SELECT seq FROM payouts WHERE id IN (
    SELECT others.payout_id FROM payout_documents AS mine JOIN payout_documents AS others ON others.sha256 = mine.sha256 WHERE mine.payout_id = @id)
    AND ${among} ORDER BY seq DESC LIMIT 150))
  SELECT id, profile_id, state, rank, payee_name, account_tail, customer_name, reference, ifnull(draft ->> '$.kira.invoiceNumber', '') AS invoice_number,
    send_minor, send_currency, receive_minor, receive_currency, from_currency, to_currency, method, released_at, updated_at,
    account_key, payee_key, invoice_key, reference_key
  FROM payouts WHERE seq IN (SELECT seq FROM found) AND id <> @id ORDER BY seq DESC`;

type Row = {
  readonly [K in 'id' | 'profile_id' | 'state' | 'payee_name' | 'account_tail' | 'customer_name' | 'reference' | 'invoice_number']: string;
} & { readonly [K in 'rank' | 'updated_at']: number } & {
  readonly [K in 'send_currency' | 'receive_currency' | 'from_currency' | 'to_currency' | 'method' | 'account_key' | 'payee_key' | 'invoice_key' | 'reference_key']: string | null;
} & { readonly [K in 'send_minor' | 'receive_minor' | 'released_at']: number | null };

const amount = (minor: number | null, currency: string | null) => (minor === null ? null : { minor, currency: currency as CurrencyCode });

function fromRow(row: Row): AlikeRow {
  return {
    id: row.id, profileId: row.profile_id, state: row.state as PayoutState, rank: row.rank, payeeName: row.payee_name, accountTail: row.account_tail,
    customerName: row.customer_name, reference: row.reference, invoiceNumber: row.invoice_number, send: amount(row.send_minor, row.send_currency),
    receive: amount(row.receive_minor, row.receive_currency), fromCurrency: row.from_currency as CurrencyCode | null,
    toCurrency: row.to_currency as CurrencyCode | null, method: row.method as PayoutMethod | null, releasedAt: row.released_at, updatedAt: row.updated_at,
    account: row.account_key, payee: row.payee_key, invoiceKey: row.invoice_key, referenceKey: row.reference_key,
  };
}
