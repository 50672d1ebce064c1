import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { createKeptValues } from '../../../main/store/kept-values.ts';
import { migrations, type Migration } from '../../../main/store/migrations.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bursar-steps-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'bursar.db');
const open = (steps: readonly Migration[]) => openDatabase({ file: file(), key: Buffer.alloc(32, 1), clock: () => 42, steps });
const opened = (steps: readonly Migration[]): Database => {
  const result = open(steps);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const schema = (db: Database) => db.all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE name <> 'schema_steps' AND sql IS NOT NULL ORDER BY name").map(({ sql }) => sql);
const extra: Migration = { version: migrations.length + 1, name: 'one more', up: 'ALTER TABLE customers ADD COLUMN nickname TEXT' };

describe('migrations', () => {
  it('count up from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => index + 1));
  });

  it.each(migrations.map((_step, index) => index + 1))('go from version %i to the newest with everything kept', (version) => {
    const before = opened(migrations.slice(0, version));
    createKeptValues(before, 'p').put('k', 'v', 1);
    before.close();
    const after = opened([...migrations, extra]);
    expect(createKeptValues(after, 'p').get('k')?.value).toBe('v');
    expect(after.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    const fresh = openDatabase({ file: null, key: null, clock: () => 42, steps: [...migrations, extra] });
    expect(fresh.ok && schema(fresh.value)).toEqual(schema(after));
    after.close();
  });

  it('run once, in order, each whole or not at all', () => {
    const broken: Migration = { ...extra, up: 'CREATE TABLE half (id INTEGER); NONSENSE' };
    opened(migrations).close();
    expect(() => open([...migrations, broken])).toThrow();
    const db = opened([...migrations, extra]);
    expect(schema(db).join()).not.toContain('half');
    expect(db.all('SELECT version, applied_at FROM schema_steps')).toEqual([...migrations, extra].map(({ version }) => ({ version, applied_at: 42 })));
    db.close();
    opened([...migrations, extra]).close();
  });

  it('leave a file of a newer app alone', () => {
    opened([...migrations, extra]).close();
    expect(open(migrations)).toMatchObject({ ok: false, error: { code: 'storage', message: 'The data was written by a newer version of Bursar.' } });
    opened([...migrations, extra]).close();
  });
});
