import type { DocumentMime, DocumentInfo, DocumentSlot } from '../../preload/contract/documents.ts';
import { blobInUse } from './blob-use.ts';
import type { Database, SqlValue } from './database.ts';

/** A document as stored: what the screen may know, whose it is, where its bytes are and the provider's id of the uploaded file. */
export type DocumentRecord = DocumentInfo & {
  readonly customerId: string;
  /** The content hash under which the blob store keeps the bytes. */
  readonly blobHash: string;
  /** Null until its bytes have arrived at the provider. */
  readonly fileId: string | null;
};

/** The documents of one profile's customers. */
export type DocumentRows = {
  get(customerId: string, id: string): DocumentRecord | null;
  /** A customer's documents, by slot and then by age. */
  list(customerId: string): readonly DocumentRecord[];
  /** Writes the whole document, new or known; the customer must be of this profile. */
  put(record: DocumentRecord): void;
  remove(customerId: string, id: string): void;
  /** Tells whether any document of any customer or payout still has these bytes: blobs are shared by content. */
  refersTo(blobHash: string): boolean;
};

/** Makes the repository of documents for one profile. */
export function createDocumentRows(db: Database, profileId: string): DocumentRows {
  const owned = 'customer_id = (SELECT id FROM customers WHERE id = ? AND profile_id = ?)';
  return {
    get: (customerId, id) => {
      const row = db.get<Row>(`SELECT * FROM documents WHERE ${owned} AND id = ?`, [customerId, profileId, id]);
      return row === undefined ? null : fromRow(row);
    },
    list: (customerId) => db.all<Row>(`SELECT * FROM documents WHERE ${owned} ORDER BY slot, added_at, id`, [customerId, profileId]).map(fromRow),
    put: (record) => {
      const written = db.run(putSql, toRow(record, profileId));
      if (written !== 1) throw new Error('A document needs a customer of this profile');
    },
    remove: (customerId, id) => { db.run(`DELETE FROM documents WHERE ${owned} AND id = ?`, [customerId, profileId, id]); },
    refersTo: (blobHash) => blobInUse(db, blobHash),
  };
}

type Row = {
  readonly [K in 'id' | 'customer_id' | 'slot' | 'name' | 'mime' | 'blob_hash' | 'state']: string;
} & { readonly [K in 'file_id' | 'problem']: string | null } & { readonly [K in 'bytes' | 'sent' | 'added_at']: number } & { readonly pages: number | null };

function fromRow(row: Row): DocumentRecord {
  return {
    id: row.id, customerId: row.customer_id, slot: row.slot as DocumentSlot, name: row.name, mime: row.mime as DocumentMime, bytes: row.bytes, pages: row.pages,
    blobHash: row.blob_hash, state: row.state as DocumentInfo['state'], sent: row.sent, fileId: row.file_id, problem: row.problem, addedAt: row.added_at,
  };
}

function toRow(record: DocumentRecord, profileId: string): Record<string, SqlValue> {
  return {
    profile: profileId, id: record.id, customer: record.customerId, slot: record.slot, name: record.name, mime: record.mime, bytes: record.bytes,
    pages: record.pages, blob: record.blobHash, state: record.state, sent: record.sent, file: record.fileId, problem: record.problem, added: record.addedAt,
  };
}

const putSql = `INSERT INTO documents (id, customer_id, slot, name, mime, bytes, pages, blob_hash, state, sent, file_id, problem, added_at)
  SELECT @id, id, @slot, @name, @mime, @bytes, @pages, @blob, @state, @sent, @file, @problem, @added FROM customers WHERE id = @customer AND profile_id = @profile
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, sent = excluded.sent, file_id = excluded.file_id, problem = excluded.problem
  WHERE documents.customer_id = excluded.customer_id`;
