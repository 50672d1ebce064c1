import type { KeptMark } from '../store/audit-marks.ts';
import type { AuditRows } from '../store/audit.ts';
import { anchorOf, type Note } from './anchors.ts';

/** How a chain's end compares with what was noted of it: `number` is the first row that is missing or isn't the one that was noted; null where there was a
 *  note and is none now, so that nobody can say. */
export type Ending =
  | { readonly kind: 'noted' | 'never-noted' }
  | { readonly kind: 'tail' | 'older-copy' | 'rewritten'; readonly number: number }
  | { readonly kind: 'note-gone'; readonly number: null };

/** Compares the chain as it is with the note outside the store and the mark inside it. The chain may be longer than either: a stop comes
 *  between a row and its note. Looks at three rows, whatever the length. */
export function judgeEnding(rows: Pick<AuditRows, 'last' | 'hashAt'>, note: Note, mark: KeptMark | null): Ending {
  const count = rows.last()?.number ?? 0;
  // The store contradicts itself: its own mark is ahead of its rows.
  if (mark !== null && mark.count > count) return { kind: 'tail', number: count + 1 };
  if (mark !== null && !isAt(rows, mark.count, mark.hash)) return { kind: 'rewritten', number: mark.count };
  const anchor = anchorOf(note);
  if (anchor === null) return note === 'damaged' || mark?.confirmed ? { kind: 'note-gone', number: null } : { kind: 'never-noted' };
  // The store agrees with itself, and the note has seen more: it is from before.
  if (anchor.rows > count) return { kind: 'older-copy', number: count + 1 };
  if (isAt(rows, anchor.rows, anchor.head)) return { kind: 'noted' };
  return mark !== null && mark.count < anchor.rows ? { kind: 'older-copy', number: mark.count + 1 } : { kind: 'rewritten', number: anchor.rows };
}

function isAt(rows: Pick<AuditRows, 'hashAt'>, number: number, hash: string): boolean {
  return number === 0 || rows.hashAt(number) === hash;
}

/** Whether an ending is a break; the others let the log go on. */
export function isBroken(ending: Ending): ending is Extract<Ending, { number: unknown }> {
  return 'number' in ending;
}
