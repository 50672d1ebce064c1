import { createAuditRows, type AuditRow } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { faultOf, hashOf } from './chain.ts';

/** What is written down: who did what to whom; `detail` holds plain JSON facts, never a secret or a document. */
export type AuditEntry = {
  readonly at: number;
  readonly actor: string;
  readonly what: string;
  readonly subjectKind: 'customer' | 'payout' | 'payee' | 'recipient' | 'profile' | 'vault';
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Where the chain ends; kept elsewhere too, it shows a cut tail. */
export type AuditHead = { readonly count: number; readonly hash: string };
/** Whether the chain holds; `brokenAt` is the number of the first row that doesn't. */
export type AuditVerdict = { readonly ok: true; readonly head: AuditHead } | { readonly ok: false; readonly brokenAt: number };

/** One profile's hash-chained audit log. */
export type Audit = {
  /** Adds a row; call it in the transaction of what it tells. */
  append(entry: AuditEntry): void;
  /** Recomputes every hash; with `head`, also finds rows missing at the end. */
  verify(head?: AuditHead): AuditVerdict;
  head(): AuditHead;
};

/** Makes the audit log of one profile. */
export function createAudit(db: Database, profileId: string): Audit {
  const rows = createAuditRows(db, profileId);
  const head = () => {
    const last = rows.last();
    return { count: last?.number ?? 0, hash: last?.hash ?? '' };
  };
  return {
    head,
    append(entry) {
      const { count, hash } = head();
      const row = { ...entry, profileId, number: count + 1, detail: JSON.stringify(entry.detail ?? {}), previousHash: hash };
      rows.insert({ ...row, hash: hashOf(row) });
      for (const listener of listeners.get(db) ?? []) listener(profileId);
    },
    verify(expected) {
      let previous: AuditRow | null = null;
      for (const row of everyRow(rows.after)) {
        if (faultOf(row, previous) !== null) return { ok: false, brokenAt: row.number };
        if (expected?.count === row.number && expected.hash !== row.hash) return { ok: false, brokenAt: row.number };
        previous = row;
      }
      const found = { count: previous?.number ?? 0, hash: previous?.hash ?? '' };
      return expected !== undefined && found.count < expected.count ? { ok: false, brokenAt: found.count + 1 } : { ok: true, head: found };
    },
  };
}

const listeners = new WeakMap<Database, Set<(profileId: string) => void>>();

/** Calls `listener` with the profile after each row added to a store by whatever use-case, within its transaction; hands back what ends it. */
export function onAppend(db: Database, listener: (profileId: string) => void): () => void {
  const all = listeners.get(db) ?? new Set();
  listeners.set(db, all.add(listener));
  return () => { all.delete(listener); };
}

function* everyRow(after: (number: number, limit: number) => AuditRow[]): Generator<AuditRow> {
  const page = 1000;
  for (let number = 0; ;) {
    const rows = after(number, page);
    yield* rows;
    if (rows.length < page) return;
    number = rows.at(-1)?.number ?? number;
  }
}
