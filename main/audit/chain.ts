import { hash as digest } from 'node:crypto';
import type { AuditRow } from '../store/audit.ts';

/** What can be wrong with one row: its content doesn't match its hash (`row`), or it doesn't continue the row before it (`order`). */
export type RowFault = 'row' | 'order';

/** What is hashed of a row: its values as a JSON array in fixed order, unambiguous whatever the values hold. */
export function canonical(row: Omit<AuditRow, 'hash'>): string {
  return JSON.stringify([row.previousHash, row.profileId, row.number, row.at, row.actor, row.what, row.subjectKind, row.subjectId, row.detail]);
}

/** The SHA-256 of a row's canonical form, in hex. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return digest('sha256', canonical(row), 'hex');
}

/** What is wrong with a row after the one before it (null: it is the first); null when it fits. `hash` is the row's own, recomputed. */
export function faultOf(row: AuditRow, previous: AuditRow | null, hash: string = hashOf(row)): RowFault | null {
  if (row.number !== (previous?.number ?? 0) + 1 || row.previousHash !== (previous?.hash ?? '')) return 'order';
  return row.hash === hash ? null : 'row';
}
