import type { Capture, CaptureEdit, CaptureMime, CaptureSource } from '../../preload/contract/captures.ts';
import type { Evidence } from '../../preload/contract/evidence.ts';
import type { Database, SqlValue } from './database.ts';

/** A captured page as stored: what the screen may know, and the content hash of its untouched original. */
export type CaptureRecord = Capture & { readonly originalHash: string };

/** The captured pages of one profile. What isn't of the profile is neither read, written, moved nor removed. */
export type CaptureRows = {
  get(id: string): CaptureRecord | null;
  /** The pages that belong to no document, in the person's order. */
  tray(): readonly CaptureRecord[];
  trayCount(): number;
  /** A document's pages, in order. */
  ofDocument(documentId: string): readonly CaptureRecord[];
  /** Pages of a customer's documents, also of those set aside. */
  ofCustomer(customerId: string): readonly CaptureRecord[];
  /** Adds pages at the end of the tray, in this order. */
  add(records: readonly CaptureRecord[]): void;
  /** Writes what can change of a page: which page it is, state, problem, edit, evidence. */
  put(record: CaptureRecord): void;
  /** Puts pages right after another one of the tray. */
  addAfter(id: string, records: readonly CaptureRecord[]): void;
  thumb(id: string): Buffer | null;
  /** Keeps the small picture; at most 32 kB, or the schema throws. */
  putThumb(id: string, bytes: Uint8Array): void;
  /** Puts pages of the tray in this order, before those that aren't named. */
  order(ids: readonly string[]): void;
  /** Makes pages those of a document, in this order. */
  moveTo(documentId: string, ids: readonly string[]): void;
  /** Puts a document's pages at the end of the tray. */
  release(documentId: string): void;
  /** Removes pages of the tray; those of a document stay. */
  remove(ids: readonly string[]): void;
};

/** Makes the repository of captured pages for one profile. */
export function createCaptureRows(db: Database, profileId: string): CaptureRows {
  const many = (where: string, params: readonly SqlValue[]) => db.all<Row>(`${selectSql} WHERE profile_id = ? AND ${where} ORDER BY position, id`, [profileId, ...params]).map(fromRow);
  const tray = () => many('document_id IS NULL', []);
  const end = () => 1 + (db.get<{ last: number | null }>('SELECT max(position) AS last FROM captures WHERE profile_id = ? AND document_id IS NULL', [profileId])?.last ?? 0);
  const insert = (record: CaptureRecord, position: number) => { db.run(insertSql, { ...toRow(record, profileId), position }); };
  const place = (id: string, position: number) => { db.run('UPDATE captures SET position = ? WHERE id = ? AND profile_id = ? AND document_id IS NULL', [position, id, profileId]); };
  const order = (ids: readonly string[]) => {
    const known = tray().map(({ id }) => id);
    const wanted = [...new Set(ids)].filter((id) => known.includes(id));
    db.transaction(() => { [...wanted, ...known.filter((id) => !wanted.includes(id))].forEach((id, index) => { place(id, index + 1); }); });
  };
  return {
    tray, order,
    get: (id) => many('id = ?', [id])[0] ?? null,
    trayCount: () => db.get<{ n: number }>('SELECT count(*) AS n FROM captures WHERE profile_id = ? AND document_id IS NULL', [profileId])?.n ?? 0,
    ofDocument: (documentId) => many('document_id = ?', [documentId]),
    ofCustomer: (customerId) => many('document_id IN (SELECT id FROM documents WHERE customer_id = ?)', [customerId]),
    add: (records) => {
      db.transaction(() => {
        const first = end();
        records.forEach((record, index) => { insert(record, first + index); });
      });
    },
    addAfter: (id, records) => {
      db.transaction(() => {
        const before = tray().map((one) => one.id);
        const first = end();
        records.forEach((record, index) => { insert(record, first + index); });
        const at = before.indexOf(id) + 1;
        order([...before.slice(0, at), ...records.map((record) => record.id), ...before.slice(at)]);
      });
    },
    put: (record) => { db.run(updateSql, toRow(record, profileId)); },
    thumb: (id) => db.get<{ thumb: Buffer | null }>('SELECT thumb FROM captures WHERE id = ? AND profile_id = ?', [id, profileId])?.thumb ?? null,
    putThumb: (id, bytes) => { db.run('UPDATE captures SET thumb = ? WHERE id = ? AND profile_id = ?', [Buffer.from(bytes), id, profileId]); },
    moveTo: (documentId, ids) => {
      ids.forEach((id, index) => { db.run('UPDATE captures SET document_id = ?, position = ? WHERE id = ? AND profile_id = ?', [documentId, index + 1, id, profileId]); });
    },
    release: (documentId) => {
      many('document_id = ?', [documentId]).forEach(({ id }) => {
        db.run('UPDATE captures SET document_id = NULL, position = ? WHERE id = ? AND profile_id = ?', [end(), id, profileId]);
      });
    },
    remove: (ids) => { for (const id of ids) db.run('DELETE FROM captures WHERE id = ? AND profile_id = ? AND document_id IS NULL', [id, profileId]); },
  };
}

type Row = { readonly [K in 'id' | 'name' | 'source' | 'mime' | 'original_hash' | 'state' | 'edit']: string } & { readonly [K in 'document_id' | 'problem' | 'evidence']: string | null }
  & { readonly [K in 'bytes' | 'added_at']: number } & { readonly [K in 'page' | 'pages']: number | null };

function fromRow(row: Row): CaptureRecord {
  return {
    id: row.id, name: row.name, source: row.source as CaptureSource, mime: row.mime as CaptureMime, bytes: row.bytes, page: row.page, pages: row.pages,
    state: row.state as Capture['state'], problem: row.problem, edit: JSON.parse(row.edit) as CaptureEdit,
    evidence: row.evidence === null ? null : JSON.parse(row.evidence) as Evidence, documentId: row.document_id, addedAt: row.added_at, originalHash: row.original_hash,
  };
}

function toRow(record: CaptureRecord, profileId: string): Record<string, SqlValue> {
  return {
    id: record.id, profile: profileId, name: record.name, source: record.source, mime: record.mime, bytes: record.bytes, hash: record.originalHash,
    page: record.page, pages: record.pages, state: record.state, problem: record.problem, edit: JSON.stringify(record.edit),
    evidence: record.evidence === null ? null : JSON.stringify(record.evidence), added: record.addedAt,
  };
}

const selectSql = 'SELECT id, name, source, mime, bytes, original_hash, page, pages, state, problem, edit, evidence, document_id, added_at FROM captures';
const insertSql = `INSERT INTO captures (id, profile_id, position, name, source, mime, bytes, original_hash, page, pages, state, problem, edit, evidence, added_at)
  VALUES (@id, @profile, @position, @name, @source, @mime, @bytes, @hash, @page, @pages, @state, @problem, @edit, @evidence, @added)`;
const updateSql = `UPDATE captures SET page = @page, pages = @pages, state = @state, problem = @problem, edit = @edit, evidence = @evidence
  WHERE id = @id AND profile_id = @profile`;
