import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Migration } from './migrations.ts';

/** Brings a connection from its schema version (SQLite's user_version) to the last of `steps`, each step in its own transaction.
 *  Error `storage` when the file was written by a newer app; the file is then left as it is. */
export function migrate(sqlite: Sqlite, steps: readonly Migration[], now: number): Result<null, AppError> {
  const current = sqlite.pragma('user_version', { simple: true }) as number;
  const newest = steps.at(-1)?.version ?? 0;
  if (current > newest) {
    return fail(appError('storage', 'The data was written by a newer version of Bursar.', { fix: 'Install that version again. Nothing was changed.' }));
  }
  for (const step of steps.filter(({ version }) => version > current)) {
    sqlite.transaction(() => {
      sqlite.exec(step.up);
      step.fill?.(sqlite);
      sqlite.exec('CREATE TABLE IF NOT EXISTS schema_steps (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT');
      sqlite.prepare('INSERT INTO schema_steps (version, name, applied_at) VALUES (?, ?, ?)').run(step.version, step.name, now);
      sqlite.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return ok(null);
}
