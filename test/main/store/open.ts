import { openDatabase, type Database } from '../../../main/store/database.ts';

/** An in-memory store with the newest schema and a standing clock. */
export function memoryStore(now = 1_000): Database {
  const opened = openDatabase({ file: null, key: null, clock: () => now });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** Ids that count up: `prefix-0001`. */
export function countingIds(prefix = 'id'): () => string {
  let last = 0;
  return () => `${prefix}-${String(last += 1).padStart(4, '0')}`;
}
