import type { CustomerFields, CustomerState } from '../../preload/contract/customers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Database, SqlValue } from './database.ts';
import { foldText, searchCondition, searchWords } from './search-text.ts';

/** A customer as stored; times are epoch ms, `checkCount` counts look-ups since the last change of state. */
export type CustomerRecord = {
  readonly id: string;
  readonly state: CustomerState;
  readonly remoteId: string | null;
  readonly fields: CustomerFields;
  readonly extraChecks: boolean;
  readonly pendingSince: number | null;
  readonly verifiedAt: number | null;
  readonly checkedAt: number | null;
  readonly nextCheckAt: number | null;
  readonly checkCount: number;
  readonly comment: string | null;
  readonly problem: AppError | null;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** What a list of customers is asked for: every state when `states` is empty; `cursor` is the `next` of the page before. */
export type CustomerQuery = { readonly query: string; readonly states: readonly CustomerState[]; readonly cursor: string | null; readonly limit: number };
/** A page of customers, newest change first; `total` counts all that match. */
export type CustomerPage = { readonly rows: readonly CustomerRecord[]; readonly next: string | null; readonly total: number };

/** The customers of one profile. */
export type CustomerRows = {
  get(id: string): CustomerRecord | null;
  byRemoteId(remoteId: string): CustomerRecord | null;
  /** Writes the whole customer, new or known. */
  put(record: CustomerRecord): void;
  /** Removes the customer and its documents' rows. */
  remove(id: string): void;
  page(query: CustomerQuery): CustomerPage;
  /** Customers in some states, oldest change first. */
  inStates(states: readonly CustomerState[], limit: number): readonly CustomerRecord[];
  /** Verified customers whose payouts wait for the provider's extra checks. */
  underExtraChecks(limit: number): readonly CustomerRecord[];
  /** How many there are. */
  count(): number;
  /** Others with the same e-mail, document number, or name. */
  alike(record: CustomerRecord): readonly CustomerRecord[];
  /** Customers whose next look-up is due, most overdue first. */
  due(now: number, limit: number): readonly CustomerRecord[];
  /** When the next look-up is due; null when none is planned. */
  nextDue(): number | null;
};

/** Makes the repository of customers for one profile. */
export function createCustomerRows(db: Database, profileId: string): CustomerRows {
  const one = (where: string, params: readonly SqlValue[]) => {
    const row = db.get<Row>(`SELECT * FROM customers WHERE profile_id = ? AND ${where}`, [profileId, ...params]);
    return row === undefined ? null : fromRow(row);
  };
  const many = (where: string, params: readonly SqlValue[]) =>
    db.all<Row>(`SELECT * FROM customers WHERE profile_id = ? AND ${where}`, [profileId, ...params]).map(fromRow);
  return {
    get: (id) => one('id = ?', [id]),
    byRemoteId: (remoteId) => one('remote_id = ?', [remoteId]),
    put: (record) => { db.run(putSql, toRow(record, profileId)); },
    remove: (id) => { db.run('DELETE FROM customers WHERE id = ? AND profile_id = ?', [id, profileId]); },
    page: (query) => pageOf(db, profileId, query),
    inStates: (states, limit) => many(`state IN (${marks(states)}) ORDER BY updated_at, id LIMIT ?`, [...states, limit]),
    underExtraChecks: (limit) => many("state = 'verified' AND extra_checks = 1 ORDER BY updated_at, id LIMIT ?", [limit]),
    count: () => db.get<{ n: number }>('SELECT count(*) AS n FROM customers WHERE profile_id = ?', [profileId])?.n ?? 0,
    alike: (record) => alikeOf(record, many),
    due: (now, limit) => many('next_check_at <= ? ORDER BY next_check_at, id LIMIT ?', [now, limit]),
    nextDue: () => db.get<{ at: number | null }>('SELECT min(next_check_at) AS at FROM customers WHERE profile_id = ? AND next_check_at IS NOT NULL', [profileId])?.at ?? null,
  };
}

/** A person's name as one text; empty when neither part is filled. */
export function customerName(fields: Pick<CustomerFields, 'firstName' | 'lastName'>): string {
  return `${fields.firstName.trim()} ${fields.lastName.trim()}`.trim();
}

/** A document number as it is compared: upper case, letters and digits only. */
export function plainIdNumber(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const nameKey = (fields: CustomerFields) => `${foldText(customerName(fields))}\n`;

function pageOf(db: Database, profileId: string, { query, states, cursor, limit }: CustomerQuery): CustomerPage {
  const search = searchCondition(searchWords(query), 'search');
  const where = `profile_id = ? AND ${states.length === 0 ? '1' : `state IN (${marks(states)})`} AND ${search.sql}`;
  const params: readonly SqlValue[] = [profileId, ...states, ...search.params];
  const after = /^(\d+)\.(.+)$/.exec(cursor ?? '');
  const rows = db.all<Row>(`SELECT * FROM customers WHERE ${where} ${after ? 'AND (updated_at, id) < (?, ?)' : ''} ORDER BY updated_at DESC, id DESC LIMIT ?`,
    [...params, ...(after ? [Number(after[1]), after[2] ?? ''] : []), limit + 1]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM customers WHERE ${where}`, params)?.n ?? 0;
  return { rows: rows.slice(0, limit).map(fromRow), next: last === undefined ? null : `${last.updated_at}.${last.id}`, total };
}

function alikeOf(record: CustomerRecord, many: (where: string, params: readonly SqlValue[]) => CustomerRecord[]): readonly CustomerRecord[] {
  const email = foldText(record.fields.email);
  const idNumber = plainIdNumber(record.fields.idNumber);
  const name = nameKey(record.fields);
  return many(
    'id <> ? AND ((email <> \'\' AND email = ?) OR (id_number <> \'\' AND id_number = ?) OR (length(?) > 3 AND substr(search, 1, length(?)) = ?)) ORDER BY updated_at DESC LIMIT 20',
    [record.id, email, idNumber, name, name, name],
  );
}

type Row = {
  readonly [K in 'id' | 'state' | 'fields']: string;
} & { readonly [K in 'remote_id' | 'comment' | 'problem']: string | null } & {
  readonly [K in 'pending_since' | 'verified_at' | 'checked_at' | 'next_check_at']: number | null;
} & { readonly [K in 'extra_checks' | 'check_count' | 'created_at' | 'updated_at']: number };

function fromRow(row: Row): CustomerRecord {
  return {
    id: row.id, state: row.state as CustomerState, remoteId: row.remote_id, fields: JSON.parse(row.fields) as CustomerFields, extraChecks: row.extra_checks === 1,
    pendingSince: row.pending_since, verifiedAt: row.verified_at, checkedAt: row.checked_at, nextCheckAt: row.next_check_at, checkCount: row.check_count,
    comment: row.comment, problem: row.problem === null ? null : JSON.parse(row.problem) as AppError, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

/** The name comes first and alone on its line, so that equal names are found by prefix. */
function searchOf(fields: CustomerFields): string {
  const rest = [fields.email, fields.idNumber, plainIdNumber(fields.idNumber), fields.phone.replace(/[^\d+]/g, '')];
  return nameKey(fields) + rest.filter((part) => part !== '').map(foldText).join('\n');
}

function toRow(record: CustomerRecord, profileId: string): Record<string, SqlValue> {
  return {
    id: record.id, profile: profileId, state: record.state, remote: record.remoteId, name: customerName(record.fields), email: foldText(record.fields.email),
    country: record.fields.country, idNumber: plainIdNumber(record.fields.idNumber), fields: JSON.stringify(record.fields), extra: record.extraChecks ? 1 : 0,
    pending: record.pendingSince, verified: record.verifiedAt, checked: record.checkedAt, next: record.nextCheckAt, checks: record.checkCount, comment: record.comment,
    problem: record.problem === null ? null : JSON.stringify(record.problem), created: record.createdAt, updated: record.updatedAt, search: searchOf(record.fields),
  };
}

const putSql = `INSERT INTO customers (id, profile_id, state, remote_id, name, email, country, id_number, fields, extra_checks, pending_since, verified_at,
    checked_at, next_check_at, check_count, comment, problem, created_at, updated_at, search)
  VALUES (@id, @profile, @state, @remote, @name, @email, @country, @idNumber, @fields, @extra, @pending, @verified,
    @checked, @next, @checks, @comment, @problem, @created, @updated, @search)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, remote_id = excluded.remote_id, name = excluded.name, email = excluded.email,
    country = excluded.country, id_number = excluded.id_number, fields = excluded.fields, extra_checks = excluded.extra_checks,
    pending_since = excluded.pending_since, verified_at = excluded.verified_at, checked_at = excluded.checked_at, next_check_at = excluded.next_check_at,
    check_count = excluded.check_count, comment = excluded.comment, problem = excluded.problem, updated_at = excluded.updated_at, search = excluded.search
  WHERE customers.profile_id = excluded.profile_id`;
