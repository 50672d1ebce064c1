import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { PayeeDetails, PayoutMethod } from '../../preload/contract/payee-fields.ts';
import type { Payee } from '../../preload/contract/payouts.ts';
import { accountKey } from './account-key.ts';
import type { Database } from './database.ts';
import { foldText, searchCondition, searchWords } from './search-text.ts';

/** The payee book of one profile: one entry an account. */
export type Payees = {
  /** Keeps a payee: a known account is brought up to date, else `id` is used; gives the entry's id. */
  keep(payee: Omit<Payee, 'lastPaidAt'>, now: number): string;
  /** Payees that match, by name, at most `limit`. */
  find(query: string, limit: number): Payee[];
  paid(id: string, at: number): void;
  /** False when there is none. */
  remove(id: string): boolean;
};

/** Makes the payee book of one profile. */
export function createPayees(db: Database, profileId: string): Payees {
  return {
    keep: (payee, now) => {
      const details = JSON.stringify(payee.details);
      const key = accountKey(payee.details);
      const row = db.get<{ id: string }>(keepSql, [payee.id, profileId, payee.name, payee.currency, payee.method, details, payee.holderName, key, searchOf(payee), now, now]);
      return row?.id ?? payee.id;
    },
    find: (query, limit) => {
      const search = searchCondition(searchWords(query), 'search');
      return db.all<PayeeTableRow>(`SELECT * FROM payees WHERE profile_id = ? AND ${search.sql} ORDER BY name COLLATE NOCASE, id LIMIT ?`,
        [profileId, ...search.params, limit]).map(fromRow);
    },
    paid: (id, at) => { db.run('UPDATE payees SET last_paid_at = max(ifnull(last_paid_at, 0), ?) WHERE id = ? AND profile_id = ?', [at, id, profileId]); },
    remove: (id) => db.run('DELETE FROM payees WHERE id = ? AND profile_id = ?', [id, profileId]) === 1,
  };
}

const keepSql = `INSERT INTO payees (id, profile_id, name, currency, method, details, holder_name, account_key, search, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (profile_id, currency, method, account_key) DO UPDATE SET name = excluded.name, details = excluded.details,
    holder_name = excluded.holder_name, search = excluded.search, updated_at = excluded.updated_at
  RETURNING id`;

function searchOf(payee: Pick<Payee, 'name' | 'currency' | 'details'>): string {
  const { accountNumber, iban, phoneNumber, email, bankName } = payee.details;
  const parts = [payee.name, payee.currency, accountNumber?.replace(/\s/g, ''), iban?.replace(/\s/g, ''), phoneNumber?.replace(/\s/g, ''), email, bankName];
  return parts.filter((part) => part !== undefined).map(foldText).join('\n');
}

type PayeeTableRow = {
  readonly [K in 'id' | 'name' | 'currency' | 'method' | 'details']: string;
} & { readonly holder_name: string | null; readonly last_paid_at: number | null };

function fromRow(row: PayeeTableRow): Payee {
  return {
    id: row.id, name: row.name, currency: row.currency as CurrencyCode, method: row.method as PayoutMethod,
    details: JSON.parse(row.details) as PayeeDetails, holderName: row.holder_name, lastPaidAt: row.last_paid_at,
  };
}
