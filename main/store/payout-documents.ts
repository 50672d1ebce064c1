import type { PayoutDocument } from '../../preload/contract/deposit.ts';
import { blobInUse } from './blob-use.ts';
import type { Database } from './database.ts';

/** A file kept with a payout as stored; `sha256` is the name of its bytes in the blob store. */
export type NewPayoutDocument = Omit<PayoutDocument, 'encodedSize'>;

/** The files kept with one profile's payouts. Only a draft takes, changes and gives up files (the schema throws otherwise); those of a discarded
 *  payout go with it. The bytes are the caller's: what `refersTo` no longer finds can be removed, in `Blobs.inTurn`. */
export type PayoutDocuments = {
  /** A payout's files, in the order they were added. */
  list(payoutId: string): PayoutDocument[];
  get(payoutId: string, id: string): PayoutDocument | null;
  /** Keeps a file with a draft of this profile. */
  add(payoutId: string, document: NewPayoutDocument): void;
  /** False when there is no such file. */
  describe(payoutId: string, id: string, kind: PayoutDocument['kind'], description: string): boolean;
  /** False when there is no such file. */
  remove(payoutId: string, id: string): boolean;
  /** Keeps the files of one payout with another, a draft, too; `ids` gives a fresh id a file. */
  copy(fromId: string, toId: string, ids: () => string): void;
  /** Tells whether any document of any customer or payout still has these bytes. */
  refersTo(sha256: string): boolean;
};

/** Makes the repository of payouts' files for one profile. */
export function createPayoutDocuments(db: Database, profileId: string): PayoutDocuments {
  const list = (payoutId: string) => db.all<Row>(`${selectSql} ORDER BY added_at, rowid`, [payoutId, profileId]).map(fromRow);
  const add = (payoutId: string, { id, name, mime, size, sha256, kind, description, addedAt }: NewPayoutDocument) => {
    const written = db.run(insertSql, [id, name, mime, size, sha256, kind, description, addedAt, payoutId, profileId]);
    if (written !== 1) throw new Error('A file needs a payout of this profile');
  };
  return {
    list, add,
    get: (payoutId, id) => {
      const row = db.get<Row>(`${selectSql} AND id = ?`, [payoutId, profileId, id]);
      return row === undefined ? null : fromRow(row);
    },
    describe: (payoutId, id, kind, description) =>
      db.run('UPDATE payout_documents SET kind = ?, description = ? WHERE payout_id = ? AND profile_id = ? AND id = ?', [kind, description, payoutId, profileId, id]) === 1,
    remove: (payoutId, id) => db.run('DELETE FROM payout_documents WHERE payout_id = ? AND profile_id = ? AND id = ?', [payoutId, profileId, id]) === 1,
    copy: (fromId, toId, ids) => {
      db.transaction(() => { for (const document of list(fromId)) add(toId, { ...document, id: ids() }); });
    },
    refersTo: (sha256) => blobInUse(db, sha256),
  };
}

const columns = 'id, name, mime, size, sha256, kind, description, added_at';
const selectSql = `SELECT ${columns} FROM payout_documents WHERE payout_id = ? AND profile_id = ?`;
const insertSql = `INSERT INTO payout_documents (${columns}, payout_id, profile_id) SELECT ?, ?, ?, ?, ?, ?, ?, ?, id, profile_id FROM payouts WHERE id = ? AND profile_id = ?`;

type Row = { readonly [K in 'id' | 'name' | 'mime' | 'sha256' | 'kind' | 'description']: string } & { readonly [K in 'size' | 'added_at']: number };

function fromRow(row: Row): PayoutDocument {
  const mime = row.mime as PayoutDocument['mime'];
  return {
    id: row.id, name: row.name, mime, size: row.size, encodedSize: encodedSize(mime, row.size), sha256: row.sha256,
    kind: row.kind as PayoutDocument['kind'], description: row.description, addedAt: row.added_at,
  };
}

/** Bytes of a file as it travels: a data URI in base64, a third larger than the file (Kira guide: Payouts, supporting documents). */
export function encodedSize(mime: PayoutDocument['mime'], size: number): number {
  return `data:${mime};base64,`.length + 4 * Math.ceil(size / 3);
}
