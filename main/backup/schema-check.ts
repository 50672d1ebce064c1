import { openDatabase, type Database } from '../store/database.ts';

/** Whether a store holds exactly the tables, indexes, views and triggers that the app itself makes. A made-up backup may hold more, and a trigger changes what
 *  is written later; or less, like the guards of the audit log. `now` is epoch ms. */
export function isOurSchema(database: Database, now: () => number): boolean {
  const fresh = openDatabase({ file: null, key: null, clock: now });
  if (!fresh.ok) return false;
  try {
    return JSON.stringify(schemaOf(database)) === JSON.stringify(schemaOf(fresh.value));
  } finally {
    fresh.value.close();
  }
}

function schemaOf(database: Database): unknown[] {
  return database.all("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4') ORDER BY type, name");
}
