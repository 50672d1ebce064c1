import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptValues } from '../../../main/store/kept-values.ts';
import { isDamage, isStoreFailure, openDatabase, storageError, type Database } from '../../../main/store/database.ts';
import { memoryStore } from './open.ts';

let folder: string;
let file: string;
const key = Buffer.alloc(32, 1);
const clock = () => 1_700_000_000_000;
const open = (with_ = key) => openDatabase({ file, key: with_, clock });
const opened = (): Database => {
  const result = open();
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bursar-store-'));
  file = join(folder, 'deep', 'bursar.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'Adaeze Nwosu, account 0261745519';
const write = () => {
  const db = opened();
  createKeptValues(db, 'p').put('k', secret, 5);
  db.close();
};

describe('the encrypted store', () => {
  it('keeps what was written and commits durably', () => {
    write();
    const db = opened();
    expect(createKeptValues(db, 'p').get('k')).toEqual({ value: secret, readAt: 5 });
    const pragma = (name: string) => Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('recursive_triggers')]).toEqual(['wal', 2, 1, 1]);
    db.close();
  });

  it('holds no readable word, neither in the file nor in its log', () => {
    const db = opened();
    createKeptValues(db, 'p').put('k', secret, 5);
    const everything = readdirSync(join(folder, 'deep')).map((name) => readFileSync(join(folder, 'deep', name)).toString('latin1')).join('');
    expect(everything.length).toBeGreaterThan(10_000);
    for (const word of ['Adaeze', '0261745519', 'SQLite format', 'CREATE TABLE', 'kept_values']) expect(everything).not.toContain(word);
    db.close();
  });

  it('refuses another key and leaves the file as it is', () => {
    write();
    const before = readFileSync(file);
    expect(open(Buffer.alloc(32, 2))).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(readFileSync(file)).toEqual(before);
    opened().close();
  });

  it('refuses another key also when the key check is gone', () => {
    write();
    rmSync(`${file}.keycheck`);
    expect(open(Buffer.alloc(32, 2))).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(existsSync(file)).toBe(true);
    opened().close();
    expect(existsSync(`${file}.keycheck`)).toBe(true);
  });

  it.each([
    ['overwritten', () => writeFileSync(file, Buffer.alloc(8192, 3))],
    ['cut short', () => truncateSync(file, 1000)],
    ['gone', () => rmSync(file)],
  ])('sets a file aside that is %s, says so each time, and puts no empty one in its place', (_name, harm) => {
    write();
    harm();
    const kept = existsSync(file);
    const result = open();
    expect(result).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(join(folder, 'deep')).includes('bursar.db.damaged-1700000000000')).toBe(kept);
    const again = open();
    expect(again).toMatchObject({ ok: false, error: { code: 'storage', fix: kept ? expect.stringContaining('bursar.db.damaged-1700000000000') : expect.any(String) } });
    expect(existsSync(file)).toBe(false);
  });

  it('begins with nothing once nothing is left of the damaged store', () => {
    write();
    writeFileSync(file, Buffer.alloc(8192, 3));
    open();
    rmSync(`${file}.keycheck`);
    const db = opened();
    expect(createKeptValues(db, 'p').get('k')).toBeNull();
    db.close();
  });

  it('copies itself into a file that only the same key opens, with all that was committed', async () => {
    write();
    const db = opened();
    createKeptValues(db, 'p').put('later', 1, 6);
    const copy = join(folder, 'copy.db');
    const copied = db.snapshot(copy);
    createKeptValues(db, 'p').put('after', 1, 7);
    expect(await copied).toBe(true);
    db.close();
    expect(readFileSync(copy).toString('latin1')).not.toContain('SQLite format');
    expect(openDatabase({ file: copy, key: Buffer.alloc(32, 2), clock })).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    const back = openDatabase({ file: copy, key, clock });
    if (!back.ok) throw new Error(back.error.message);
    const kept = createKeptValues(back.value, 'p');
    expect([kept.get('k')?.value, kept.get('later')?.value, kept.get('after'), back.value.sound()]).toEqual([secret, 1, null, true]);
    back.value.close();
  });

  it('copies itself all the same while somebody else reads it, and says when it was closed meanwhile', async () => {
    write();
    const db = opened();
    const other = openDatabase({ file, key, clock });
    if (!other.ok) throw new Error(other.error.message);
    let read: unknown;
    const copy = join(folder, 'copy.db');
    other.value.run('BEGIN');
    other.value.get('SELECT count(*) FROM kept_values');
    createKeptValues(db, 'p').put('later', 1, 6);
    expect(await db.snapshot(copy)).toBe(true);
    other.value.run('COMMIT');
    other.value.close();
    const back = openDatabase({ file: copy, key, clock });
    if (back.ok) {
      read = createKeptValues(back.value, 'p').get('later')?.value;
      back.value.close();
    }
    expect(read).toBe(1);
    const late = db.snapshot(join(folder, 'late.db'));
    db.close();
    expect(await late).toBe(false);
  }, 20_000);

  it('tells of a page that can\u2019t be read in the middle of work', () => {
    const failures: string[] = [];
    const db = opened();
    const kept = createKeptValues(db, 'p');
    db.transaction(() => { for (let i = 0; i < 2_000; i += 1) kept.put(`k${i}`, secret.repeat(5), i); });
    db.close();
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -200_000), Buffer.alloc(200_000, 9)]));
    const result = openDatabase({ file, key, clock, onFailure: (code) => { failures.push(code); } });
    if (!result.ok) throw new Error(result.error.message);
    expect(() => result.value.all('SELECT * FROM kept_values')).toThrow();
    expect(failures.every(isDamage) && failures.length).toBe(1);
    expect(result.value.sound()).toBe(false);
    result.value.close();
  });

  it('leaves a file alone that can\u2019t be opened for another reason', () => {
    file = folder;
    expect(open()).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(existsSync(folder)).toBe(true);
  });

  it('is a bug without a whole key', () => {
    expect(() => open(Buffer.alloc(16))).toThrow('32-byte');
  });
});

describe('transactions', () => {
  it('roll back whole, and inner ones join the outer', () => {
    const db = memoryStore();
    const kept = createKeptValues(db, 'p');
    expect(() => db.transaction(() => {
      kept.put('a', 1, 1);
      db.transaction(() => kept.put('b', 2, 1));
      throw new Error('stop');
    })).toThrow('stop');
    expect([kept.get('a'), kept.get('b')]).toEqual([null, null]);
    expect(db.transaction(() => { kept.put('a', 1, 1); return 7; })).toBe(7);
    expect(kept.get('a')?.value).toBe(1);
  });
});

describe('failures', () => {
  it('of the disk are told, broken rules and wrong SQL are bugs', () => {
    const db = memoryStore();
    const thrown = (sql: string): unknown => {
      try {
        db.run(sql);
      } catch (error) {
        return error;
      }
      return null;
    };
    expect(isStoreFailure(thrown('NONSENSE'))).toBe(false);
    expect(isStoreFailure(thrown("INSERT INTO documents VALUES ('d', 'nobody', 's', 'n', 'm', 1, 1, 'h', 'kept', 0, NULL, NULL, 1)"))).toBe(false);
    db.get('PRAGMA max_page_count = 1');
    const full = thrown(`INSERT INTO kept_values VALUES ('p', 'k', '${'x'.repeat(3_000_000)}', 1)`);
    expect(isStoreFailure(full)).toBe(true);
    if (isStoreFailure(full)) expect(storageError(full)).toMatchObject({ code: 'storage', message: 'The disk is full, so nothing was saved.' });
  });
});
