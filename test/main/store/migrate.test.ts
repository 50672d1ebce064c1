import Sqlite from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../main/store/migrate.ts';

const first = { version: 1, name: 'one', up: 'CREATE TABLE one (a)' };
const second = { version: 2, name: 'two', up: 'CREATE TABLE two (b); INSERT INTO two VALUES (5)' };
const version = (sqlite: Sqlite) => sqlite.pragma('user_version', { simple: true });
const tables = (sqlite: Sqlite) => (sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[]).map(({ name }) => name);

describe('bringing a file to the newest schema', () => {
  it('takes only the steps it has not had, and remembers when it took each', () => {
    const sqlite = new Sqlite(':memory:');
    migrate(sqlite, [first], 100);
    expect(migrate(sqlite, [first, second], 200)).toEqual({ ok: true, value: null });
    migrate(sqlite, [first, second], 300);
    expect(version(sqlite)).toBe(2);
    expect(sqlite.prepare('SELECT * FROM schema_steps').all()).toEqual([{ version: 1, name: 'one', applied_at: 100 }, { version: 2, name: 'two', applied_at: 200 }]);
  });

  it('keeps the steps before one that fails, and nothing of that one', () => {
    const sqlite = new Sqlite(':memory:');
    const broken = { version: 2, name: 'two', up: 'CREATE TABLE two (b); INSERT INTO nowhere VALUES (1)' };
    expect(() => migrate(sqlite, [first, broken], 1)).toThrow(/nowhere/);
    expect([version(sqlite), tables(sqlite)]).toEqual([1, ['one', 'schema_steps']]);
    expect(migrate(sqlite, [first, second], 2).ok).toBe(true);
  });

  it('touches nothing of a newer file', () => {
    const sqlite = new Sqlite(':memory:');
    sqlite.pragma('user_version = 3');
    expect(migrate(sqlite, [first, second], 1)).toMatchObject({ ok: false, error: { code: 'storage', fix: expect.any(String) } });
    expect([version(sqlite), tables(sqlite)]).toEqual([3, []]);
  });
});
