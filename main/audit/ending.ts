import type { AuditMark } from '../store/audit-marks.ts';
import type { AuditRows } from '../store/audit.ts';
import type { Anchor } from './anchors.ts';

/** How a chain's end compares with what was noted of it: `number` is the first row that is missing or isn't the one that was noted. */
export type Ending =
  | { readonly kind: 'noted' | 'never-noted' | 'note-gone' }
  | { readonly kind: 'tail' | 'older-copy' | 'rewritten'; readonly number: number };

/** Compares the chain as it is with the anchor outside the store and the mark inside it. The chain may be longer than either: a stop comes
 *  between a row and its note. Looks at three rows, whatever the length. */
export function judgeEnding(rows: Pick<AuditRows, 'last' | 'hashAt'>, anchor: Anchor | null, mark: AuditMark | null): Ending {
  const count = rows.last()?.number ?? 0;
  // The store contradicts itself: its own mark is ahead of its rows.
  if (mark !== null && mark.count > count) return { kind: 'tail', number: count + 1 };
  if (mark !== null && !isAt(rows, mark.count, mark.hash)) return { kind: 'rewritten', number: mark.count };
  if (anchor === null) return { kind: mark === null ? 'never-noted' : 'note-gone' };
  // The store agrees with itself, and the anchor has seen more: it is from before.
  if (anchor.rows > count) return { kind: 'older-copy', number: count + 1 };
  if (isAt(rows, anchor.rows, anchor.head)) return { kind: 'noted' };
  return mark !== null && mark.count < anchor.rows ? { kind: 'older-copy', number: mark.count + 1 } : { kind: 'rewritten', number: anchor.rows };
}

function isAt(rows: Pick<AuditRows, 'hashAt'>, number: number, hash: string): boolean {
  return number === 0 || rows.hashAt(number) === hash;
}

/** Whether an ending is a break; the others let the log go on. */
export function isBroken(ending: Ending): ending is Extract<Ending, { number: number }> {
  return 'number' in ending;
}
