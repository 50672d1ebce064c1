// oxlint-disable-next-line typescript/triple-slash-reference -- the typings are ambient and must come along wherever this file is checked alone
/// <reference path="./sqlite.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { keyCheck, keepKeyCheck, setAside } from './database-files.ts';
import { migrate } from './migrate.ts';
import { migrations, type Migration } from './migrations.ts';
import { copyStore } from './snapshot.ts';

/** What SQLite takes and gives in a cell; booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | Buffer | null;
/** Statement parameters: by position, or by name for `@name`. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** The open, migrated store. Statements are prepared once and kept; rows come back as SQLite spells their columns. */
export type Database = {
  /** The first row, or undefined. */
  get<Row>(sql: string, params?: SqlParams): Row | undefined;
  /** Every row, in the statement's order. */
  all<Row>(sql: string, params?: SqlParams): Row[];
  /** Runs a write and gives the number of rows it changed. */
  run(sql: string, params?: SqlParams): number;
  /** Runs `work` in one immediate transaction; an exception rolls everything back. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T;
  /** Writes everything that is committed now to a new file, encrypted with the same key, while work goes on; the file may not be there yet. False when the
   *  store was closed meanwhile: the copy is of no use then. */
  snapshot(file: string): Promise<boolean>;
  /** Whether every page and index reads as it should. */
  sound(): boolean;
  /** False once closed. */
  readonly isOpen: boolean;
  /** Closes the file; the key leaves memory with the connection. */
  close(): void;
};

/** Where the store is and how it is opened: `file` null keeps it in memory, `key` is the raw 32-byte data key (null: not encrypted,
 *  for memory only), `clock` gives epoch ms. `onFailure` hears of each failure of the disk or the file, by SQLite's code, before it is thrown on.
 *  `steps` is for tests of migrations. */
export type DatabaseOptions = {
  readonly file: string | null;
  readonly key: Buffer | null;
  readonly clock: () => number;
  readonly onFailure?: (code: string) => void;
  readonly steps?: readonly Migration[];
};

/** Opens or makes the store and brings it to the newest schema. Errors: `key-mismatch` when the key is not this file's;
 *  `storage` when the file can't be read or written, is newer than this app, or is damaged: only then it is set aside. */
export function openDatabase({ file, key, clock, onFailure = () => undefined, steps = migrations }: DatabaseOptions): Result<Database, AppError> {
  if (file !== null && key?.length !== 32) throw new Error('A stored database needs a 32-byte key');
  const known = file === null || key === null ? 'none' : keyCheck(file, key);
  if (known === 'other') return fail(keyMismatch);
  if (file !== null && known === 'same' && !existsSync(file)) return fail(setDamagedAside(file, clock()));
  try {
    return openKnown({ file, key, clock, onFailure, steps });
  } catch (error) {
    return fail(openingError(error, file, known, clock()));
  }
}

function openKnown({ file, key, clock, onFailure, steps }: Required<DatabaseOptions>): Result<Database, AppError> {
  const sqlite = connect(file, key);
  try {
    const moved = migrate(sqlite, steps, clock());
    if (moved.ok) {
      if (file !== null && key !== null) keepKeyCheck(file, key);
      return ok(wrap(sqlite, onFailure));
    }
    sqlite.close();
    return moved;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Tells whether an exception is the store failing (disk full, busy, damaged), to be answered as a `storage` error. Wrong SQL and broken
 *  rules of the schema are not: those are bugs. */
export function isStoreFailure(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Sqlite.SqliteError && error.code !== 'SQLITE_ERROR' && !error.code.startsWith('SQLITE_CONSTRAINT');
}

/** The error for people when SQLite could not read or write. */
export function storageError(error: { readonly code: string }): AppError {
  const full = error.code.startsWith('SQLITE_FULL');
  if (error.code.startsWith('SQLITE_READONLY')) {
    return appError('storage', 'The data folder may not be written to, so nothing was saved.', { fix: 'Give Bursar the right to write there, or free the disk from its write protection, then start Bursar again.' });
  }
  return appError('storage', full ? 'The disk is full, so nothing was saved.' : 'The data file could not be read or written.',
    { fix: full ? 'Free some space and try again.' : 'Check that Bursar may write to its folder and that no other program holds the file, then start Bursar again.' });
}

function connect(file: string | null, key: Buffer | null): Sqlite {
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Sqlite(file ?? ':memory:');
  try {
    if (file !== null && key !== null) {
      sqlite.pragma("cipher = 'chacha20'");
      sqlite.pragma(`key = 'raw:${key.toString('hex')}'`);
    }
    // Reading the schema proves the key before anything is written.
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
    for (const pragma of pragmas) sqlite.pragma(pragma);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

// FULL: a commit that was answered survives a power cut. Recursive triggers: REPLACE must not slip past a delete trigger.
const pragmas = [
  'busy_timeout = 3000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'recursive_triggers = ON',
  'trusted_schema = OFF', 'cache_size = -65536', 'temp_store = MEMORY', 'secure_delete = ON',
];

const keyMismatch = appError('key-mismatch', 'The key does not open the data on this computer.',
  { fix: 'Use the account or passphrase it was made with, or restore a backup. Nothing was changed.' });

/** Keeps a store that can't be read under another name and says so; it is to be closed. `now` is epoch ms. */
export function setDamagedAside(file: string, now: number): AppError {
  const keptAt = setAside(file, now);
  return appError('storage', 'The data file is damaged or gone and can\u2019t be read.',
    { fix: keptAt === null ? 'Restore a backup, or begin with nothing.' : `The damaged file is kept as ${keptAt}. Restore a backup, or begin with nothing.` });
}

function openingError(error: unknown, file: string | null, known: 'none' | 'same' | 'other', now: number): AppError {
  if (!isStoreFailure(error)) {
    if (error instanceof Error && 'errno' in error) return storageError({ code: sqliteCodeOf('code' in error ? String(error.code) : '') });
    throw error;
  }
  if (!isDamage(error.code)) return storageError(error);
  // Without proof that the key is this file's own, an unreadable file may just be somebody else's: it is left alone.
  return known === 'same' && file !== null ? setDamagedAside(file, now) : keyMismatch;
}

/** Whether a failure of SQLite's means that the file itself can't be read any more. */
export function isDamage(code: string): boolean {
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

/** The code SQLite has for what the system said. */
function sqliteCodeOf(code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'SQLITE_FULL';
  return ['EROFS', 'EACCES', 'EPERM'].includes(code) ? 'SQLITE_READONLY' : 'SQLITE_CANTOPEN';
}

function wrap(sqlite: Sqlite, onFailure: (code: string) => void): Database {
  const statements = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const bind = (params: SqlParams): unknown[] => (Array.isArray(params) ? params : [params]);
  const telling = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isStoreFailure(error)) onFailure(error.code);
      throw error;
    }
  };
  return {
    get: <Row>(sql: string, params: SqlParams = []) => telling(() => prepared(sql).get(...bind(params)) as Row | undefined),
    all: <Row>(sql: string, params: SqlParams = []) => telling(() => prepared(sql).all(...bind(params)) as Row[]),
    run: (sql, params = []) => telling(() => prepared(sql).run(...bind(params)).changes),
    transaction: (work) => (sqlite.inTransaction ? work() : telling(() => sqlite.transaction(work).immediate())),
    snapshot: (file) => copyStore(sqlite, file).catch((error: unknown) => telling(() => { throw error; })),
    sound: () => sqlite.pragma('quick_check(1)', { simple: true }) === 'ok',
    get isOpen() { return sqlite.open; },
    close: () => {
      statements.clear();
      sqlite.close();
    },
  };
}
