import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { createCaptureRows } from '../../../main/store/captures.ts';
import { createCustomerRows } from '../../../main/store/customers.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { createDocumentRows } from '../../../main/store/documents.ts';
import { createEvents } from '../../../main/store/events.ts';
import { migrations, type Migration } from '../../../main/store/migrations.ts';
import { createStrikeRows } from '../../../main/store/strikes.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { countingIds } from './open.ts';

/** Opens the same file with some steps. */
function opener(): (steps: readonly Migration[]) => Database {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-version-1-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return (steps) => {
    const opened = openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 3), clock: () => 42, steps });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
}

/** What the first version wrote: a customer in each of some states, each with a document, and the stories of the refused ones. */
function fill(db: Database): void {
  const events = createEvents(db, 'p', countingIds());
  for (const [id, state, comment] of [['fresh', 'draft', null], ['once', 'rejected', 'Blurred.'], ['twice', 'rejected', 'Glare.'], ['mended', 'verified', null], ['taken', 'rejected', 'Cropped.']] as const) {
    db.run(`INSERT INTO customers (id, profile_id, state, fields, comment, created_at, updated_at) VALUES (?, 'p', ?, ?, ?, 1, 1)`, [id, state, JSON.stringify({ ...emptyCustomerFields, firstName: id }), comment]);
    db.run(`INSERT INTO documents (id, customer_id, slot, name, mime, bytes, pages, blob_hash, state, sent, file_id, added_at) VALUES (?, ?, 'identity', 'p.jpg', 'image/jpeg', 10, NULL, 'h', 'kept', 0, 'f', 1)`, [`doc-${id}`, id]);
  }
  const told = (subjectId: string, at: number, what: string, detail: string | null, state: string, source: 'blaaiz' | 'you' = 'blaaiz') => { events.append({ kind: 'customer', subjectId, at, source, what, detail, state }); };
  told('once', 10, 'Rejected', 'Blurred.', 'rejected');
  told('twice', 11, 'Rejected', null, 'rejected');
  told('mended', 12, 'Rejected', 'Dark.', 'rejected');
  told('mended', 13, 'Verified', null, 'verified');
  told('twice', 14, 'Rejected', 'Glare.', 'rejected');
  told('taken', 15, 'Taken over from Blaaiz', 'remote-9', 'rejected', 'you');
  createAudit(db, 'p').append({ at: 1, actor: 'me', what: 'start', subjectKind: 'profile', subjectId: 'p' });
}

it('keeps every customer and document, and counts the refusals that the stories tell of', () => {
  const open = opener();
  const first = open(migrations.slice(0, 1));
  fill(first);
  first.close();
  const db = open(migrations);
  expect(createCustomerRows(db, 'p').count()).toBe(5);
  const documents = createDocumentRows(db, 'p');
  expect(documents.list('fresh')).toEqual([{
    id: 'doc-fresh', customerId: 'fresh', slot: 'identity', name: 'p.jpg', mime: 'image/jpeg', bytes: 10, pages: null, state: 'kept', sent: 0, problem: null, addedAt: 1, blobHash: 'h', fileId: 'f',
    evidence: [], overrides: [], captureIds: [], strike: null, setAside: false,
  }]);
  const strikes = createStrikeRows(db, 'p');
  expect(['fresh', 'once', 'twice', 'mended', 'taken'].map((id) => strikes.last(id))).toEqual([
    null, { number: 1, at: 10, comment: 'Blurred.', points: null }, { number: 2, at: 14, comment: 'Glare.', points: null }, { number: 1, at: 12, comment: 'Dark.', points: null },
    { number: 1, at: 15, comment: 'Cropped.', points: null },
  ]);
  expect(['once', 'twice', 'mended'].map((id) => documents.list(id)[0]?.strike)).toEqual([1, 2, null]);
  expect(documents.refusedIn('twice', 2).map(({ id }) => id)).toEqual(['doc-twice']);
  expect(createCaptureRows(db, 'p').tray()).toEqual([]);
  expect(createAudit(db, 'p').verify().ok).toBe(true);
  expect(strikes.add('twice', { at: 50, comment: null, points: [] }).number).toBe(3);
  db.close();
});
