import type { AppError } from '../../preload/contract/errors.ts';
import { recipientTail } from '../../preload/contract/recipient-payee.ts';
import { recipientName, type Recipient, type RecipientFields } from '../../preload/contract/recipients.ts';
import type { Database, SqlValue } from './database.ts';
import { foldText, searchCondition, searchWords } from './search-text.ts';

/** What was sent to make a recipient, written before the first byte: the idempotency key, the UTF-8 body with its SHA-256 in hex, and when
 *  it first left (epoch ms). */
export type RecipientAttempt = { readonly key: string; readonly body: Buffer; readonly bodySha256: string; readonly firstSentAt: number };

/** A recipient as stored; times are epoch ms. A hidden one is found by its ids only. */
export type RecipientRecord = {
  readonly id: string;
  readonly remoteId: string | null;
  readonly state: Recipient['state'];
  readonly fields: RecipientFields;
  readonly attempt: RecipientAttempt | null;
  readonly problem: AppError | null;
  readonly hiddenAt: number | null;
  readonly lastPaidAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** The recipients of one profile. */
export type RecipientRows = {
  get(id: string): RecipientRecord | null;
  byRemoteId(remoteId: string): RecipientRecord | null;
  /** Recipients that match, by name, at most `limit`; hidden ones are left out. */
  list(query: string, limit: number): readonly RecipientRecord[];
  /** Recipients in these states, hidden ones too, oldest first. */
  inStates(states: readonly RecipientRecord['state'][]): readonly RecipientRecord[];
  /** Writes the whole recipient, new or known. */
  put(record: RecipientRecord): void;
  /** Removes one that the provider can't have; false when there is none. */
  remove(id: string): boolean;
  hide(id: string, at: number): void;
  paid(id: string, at: number): void;
};

/** Makes the repository of recipients for one profile. */
export function createRecipientRows(db: Database, profileId: string): RecipientRows {
  const many = (where: string, params: readonly SqlValue[]) => db.all<Row>(`SELECT * FROM recipients WHERE profile_id = ? AND ${where}`, [profileId, ...params]).map(fromRow);
  return {
    get: (id) => many('id = ?', [id])[0] ?? null,
    byRemoteId: (remoteId) => many('remote_id = ?', [remoteId])[0] ?? null,
    list: (query, limit) => {
      const search = searchCondition(searchWords(query), 'search');
      return many(`hidden_at IS NULL AND ${search.sql} ORDER BY name COLLATE NOCASE, id LIMIT ?`, [...search.params, limit]);
    },
    inStates: (states) => many(`state IN (${states.map(() => '?').join(', ')}) ORDER BY created_at, id`, states),
    put: (record) => { db.run(putSql, toRow(record, profileId)); },
    remove: (id) => db.run('DELETE FROM recipients WHERE id = ? AND profile_id = ?', [id, profileId]) === 1,
    hide: (id, at) => { db.run('UPDATE recipients SET hidden_at = ? WHERE id = ? AND profile_id = ?', [at, id, profileId]); },
    paid: (id, at) => { db.run('UPDATE recipients SET last_paid_at = max(ifnull(last_paid_at, 0), ?) WHERE id = ? AND profile_id = ?', [at, id, profileId]); },
  };
}

type Row = {
  readonly [K in 'id' | 'state' | 'fields']: string;
} & { readonly [K in 'remote_id' | 'idempotency_key' | 'body_sha256' | 'problem']: string | null } & {
  readonly [K in 'first_sent_at' | 'hidden_at' | 'last_paid_at']: number | null;
} & { readonly body: Buffer | null; readonly created_at: number; readonly updated_at: number };

function fromRow(row: Row): RecipientRecord {
  const { idempotency_key: key, body, body_sha256: bodySha256, first_sent_at: firstSentAt } = row;
  const sent = key !== null && body !== null && bodySha256 !== null && firstSentAt !== null;
  return {
    id: row.id, remoteId: row.remote_id, state: row.state as RecipientRecord['state'], fields: JSON.parse(row.fields) as RecipientFields,
    attempt: sent ? { key, body, bodySha256, firstSentAt } : null, problem: row.problem === null ? null : JSON.parse(row.problem) as AppError,
    hiddenAt: row.hidden_at, lastPaidAt: row.last_paid_at, createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

function searchOf(fields: RecipientFields): string {
  const codes = [fields.accountNumber, fields.routingNumber, fields.bic].map((text) => text.replace(/[\s-]/g, ''));
  return [recipientName(fields), fields.rail, fields.email, fields.bankName, ...codes].filter((part) => part !== '').map(foldText).join('\n');
}

function toRow(record: RecipientRecord, profileId: string): Record<string, SqlValue> {
  const { fields, attempt } = record;
  return {
    id: record.id, profile: profileId, remote: record.remoteId, state: record.state, user: fields.userId, rail: fields.rail, name: recipientName(fields),
    tail: recipientTail(fields), fields: JSON.stringify(fields), key: attempt?.key ?? null, body: attempt?.body ?? null, hash: attempt?.bodySha256 ?? null,
    sent: attempt?.firstSentAt ?? null, problem: record.problem === null ? null : JSON.stringify(record.problem), hidden: record.hiddenAt,
    paid: record.lastPaidAt, search: searchOf(fields), created: record.createdAt, updated: record.updatedAt,
  };
}

const putSql = `INSERT INTO recipients (id, profile_id, remote_id, state, user_id, rail, name, tail, fields, idempotency_key, body, body_sha256, first_sent_at,
    problem, hidden_at, last_paid_at, search, created_at, updated_at)
  VALUES (@id, @profile, @remote, @state, @user, @rail, @name, @tail, @fields, @key, @body, @hash, @sent, @problem, @hidden, @paid, @search, @created, @updated)
  ON CONFLICT (id) DO UPDATE SET remote_id = excluded.remote_id, state = excluded.state, user_id = excluded.user_id, rail = excluded.rail, name = excluded.name,
    tail = excluded.tail, fields = excluded.fields, idempotency_key = excluded.idempotency_key, body = excluded.body, body_sha256 = excluded.body_sha256,
    first_sent_at = excluded.first_sent_at, problem = excluded.problem, hidden_at = excluded.hidden_at, last_paid_at = excluded.last_paid_at,
    search = excluded.search, updated_at = excluded.updated_at
  WHERE recipients.profile_id = excluded.profile_id`;
