import type { DocumentMime, DocumentInfo, DocumentSlot } from '../../preload/contract/documents.ts';
import type { Evidence } from '../../preload/contract/evidence.ts';
import type { Override } from '../../preload/contract/preflight.ts';
import { blobInUse } from './blob-use.ts';
import type { Database, SqlValue } from './database.ts';

/** A document as stored: what the screen may know, whose it is, where its bytes are and the provider's id of the uploaded file. `captureIds` are
 *  read from the captured pages and written there. */
export type DocumentRecord = DocumentInfo & {
  readonly customerId: string;
  /** The content hash under which the blob store keeps the bytes. */
  readonly blobHash: string;
  /** Null until its bytes have arrived at the provider. */
  readonly fileId: string | null;
  /** The number of the refusal that this document was part of; null when it wasn't refused. */
  readonly strike: number | null;
  /** Whether a refused document has been replaced in its slot: then it only stands beside the new one. */
  readonly setAside: boolean;
};

/** The documents of one profile's customers. */
export type DocumentRows = {
  get(customerId: string, id: string): DocumentRecord | null;
  /** A customer's documents, by slot and then by age, without those set aside. */
  list(customerId: string): readonly DocumentRecord[];
  /** The documents of one refusal, replaced or not. */
  refusedIn(customerId: string, strike: number): readonly DocumentRecord[];
  /** A customer's documents with those set aside. */
  all(customerId: string): readonly DocumentRecord[];
  /** Writes the whole document, new or known; the customer must be of this profile. */
  put(record: DocumentRecord): void;
  remove(customerId: string, id: string): void;
  /** Tells whether any document of any customer or payout still has these bytes: blobs are shared by content. */
  refersTo(blobHash: string): boolean;
};

/** Makes the repository of documents for one profile. */
export function createDocumentRows(db: Database, profileId: string): DocumentRows {
  const owned = 'customer_id = (SELECT id FROM customers WHERE id = ? AND profile_id = ?)';
  const many = (where: string, customerId: string, params: readonly SqlValue[] = []) =>
    db.all<Row>(`SELECT *, ${pagesSql} FROM documents WHERE ${owned} AND ${where} ORDER BY slot, added_at, id`, [customerId, profileId, ...params]).map(fromRow);
  return {
    get: (customerId, id) => many('id = ?', customerId, [id])[0] ?? null,
    list: (customerId) => many('set_aside = 0', customerId),
    refusedIn: (customerId, strike) => many('strike = ?', customerId, [strike]),
    all: (customerId) => many('1', customerId),
    put: (record) => {
      const written = db.run(putSql, toRow(record, profileId));
      if (written !== 1) throw new Error('A document needs a customer of this profile');
    },
    remove: (customerId, id) => { db.run(`DELETE FROM documents WHERE ${owned} AND id = ?`, [customerId, profileId, id]); },
    refersTo: (blobHash) => blobInUse(db, blobHash),
  };
}

const pagesSql = '(SELECT json_group_array(id) FROM (SELECT id FROM captures WHERE document_id = documents.id ORDER BY position)) AS capture_ids';

type Row = {
  readonly [K in 'id' | 'customer_id' | 'slot' | 'name' | 'mime' | 'blob_hash' | 'state' | 'evidence' | 'overrides' | 'capture_ids']: string;
} & { readonly [K in 'file_id' | 'problem']: string | null } & { readonly [K in 'bytes' | 'sent' | 'added_at' | 'set_aside']: number } & { readonly [K in 'pages' | 'strike']: number | null };

function fromRow(row: Row): DocumentRecord {
  return {
    id: row.id, customerId: row.customer_id, slot: row.slot as DocumentSlot, name: row.name, mime: row.mime as DocumentMime, bytes: row.bytes, pages: row.pages,
    blobHash: row.blob_hash, state: row.state as DocumentInfo['state'], sent: row.sent, fileId: row.file_id, problem: row.problem, addedAt: row.added_at,
    evidence: JSON.parse(row.evidence) as Evidence[], overrides: JSON.parse(row.overrides) as Override[], captureIds: JSON.parse(row.capture_ids) as string[],
    strike: row.strike, setAside: row.set_aside === 1,
  };
}

function toRow(record: DocumentRecord, profileId: string): Record<string, SqlValue> {
  return {
    profile: profileId, id: record.id, customer: record.customerId, slot: record.slot, name: record.name, mime: record.mime, bytes: record.bytes,
    pages: record.pages, blob: record.blobHash, state: record.state, sent: record.sent, file: record.fileId, problem: record.problem, added: record.addedAt,
    evidence: JSON.stringify(record.evidence), overrides: JSON.stringify(record.overrides), strike: record.strike, aside: record.setAside ? 1 : 0,
  };
}

const putSql = `INSERT INTO documents (id, customer_id, slot, name, mime, bytes, pages, blob_hash, state, sent, file_id, problem, added_at, evidence, overrides, strike, set_aside)
  SELECT @id, id, @slot, @name, @mime, @bytes, @pages, @blob, @state, @sent, @file, @problem, @added, @evidence, @overrides, @strike, @aside
  FROM customers WHERE id = @customer AND profile_id = @profile
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, sent = excluded.sent, file_id = excluded.file_id, problem = excluded.problem,
    overrides = excluded.overrides, strike = excluded.strike, set_aside = excluded.set_aside
  WHERE documents.customer_id = excluded.customer_id`;
