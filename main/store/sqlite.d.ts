// The package has typings that its own export map hides; this is the part of it that the store uses.
declare module 'better-sqlite3-multiple-ciphers' {
  class SqliteError extends Error {
    readonly code: string;
  }
  class Sqlite {
    constructor(file: string);
    static readonly SqliteError: typeof SqliteError;
    readonly open: boolean;
    readonly name: string;
    readonly inTransaction: boolean;
    prepare(sql: string): Sqlite.Statement;
    transaction<T>(work: () => T): { immediate(): T };
    exec(sql: string): this;
    pragma(text: string, options?: { readonly simple?: boolean }): unknown;
    close(): void;
  }
  namespace Sqlite {
    type Statement = {
      get(...params: readonly unknown[]): unknown;
      all(...params: readonly unknown[]): unknown[];
      run(...params: readonly unknown[]): { readonly changes: number };
    };
  }
  export default Sqlite;
}
