import type { AuditState } from '../../preload/contract/audit-log.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { anchorOf, type AnchorPlace, type Note } from './anchors.ts';
import { isBroken, type Ending } from './ending.ts';
import type { Walk } from './walk.ts';

/** What is known about a log: the walk along it (null: not finished yet), how its end compares (null: not yet),
 *  the note of it, and why that couldn't be read or written. */
export type Finding = {
  readonly checkedAt: number | null;
  readonly walk: Walk | null;
  readonly ending: Ending | null;
  readonly note: Note;
  readonly noteError: AppError | null;
};

/** Nothing is known yet. */
export const nothingFound: Finding = { checkedAt: null, walk: null, ending: null, note: null, noteError: null };

type Break = { readonly number: number | null; readonly what: NonNullable<AuditState['what']> };

/** What is broken and not accepted by anybody: the first row that doesn't fit, else how the log ends; null when nothing is. */
export function openBreak({ walk, ending }: Finding): Break | null {
  if (walk?.open) return walk.open;
  return ending !== null && isBroken(ending) ? { number: ending.number, what: ending.kind } : null;
}

/** The log at a glance, from what was found and where it ends now. */
export function toState(finding: Finding, now: { readonly place: AnchorPlace; readonly running: boolean; readonly rows: number; readonly head: string }): AuditState {
  const { walk, checkedAt } = finding;
  const anchor = anchorOf(finding.note);
  const open = openBreak(finding);
  const known = open ?? walk?.first ?? null;
  const acceptance = open === null ? walk?.acceptance ?? null : null;
  return {
    verdict: verdictOf(finding, now), checkedAt, rows: now.rows, head: now.head, place: now.place,
    anchored: anchor === null ? null : { rows: anchor.rows, head: anchor.head, at: anchor.at },
    brokenAt: known?.number ?? null, what: known?.what ?? null, words: known === null ? noteWords(finding, now.place) : allWords(known, finding),
    accepted: acceptance === null ? null : { reason: acceptance.reason, by: acceptance.by, at: acceptance.at },
  };
}

function verdictOf(finding: Finding, { place, running, rows }: { readonly place: AnchorPlace; readonly running: boolean; readonly rows: number }): AuditState['verdict'] {
  if (openBreak(finding) !== null) return 'broken';
  if (finding.walk === null) return running ? 'checking' : 'unchecked';
  if (finding.walk.first !== null) return 'broken';
  if (rows === 0) return 'holds';
  return place === 'none' || finding.note === null ? 'unanchored' : 'holds';
}

/** What is wrong, in words: which entry, and how one knows. */
export function breakWords(broken: Break, note: Note): string {
  const number = broken.number ?? 0;
  const anchor = anchorOf(note);
  switch (broken.what) {
    case 'row': return `Entry ${number} was changed: what it says no longer matches its own hash.`;
    case 'order': return `Entry ${number} does not continue the entry before it: there an entry was changed, moved or taken out.`;
    case 'tail': return `The log ends after entry ${number - 1} and once went on: its end was cut off.`;
    case 'older-copy': return `The log went on after entry ${number - 1}${anchor === null ? '' : ` up to entry ${anchor.rows}`}, and the data on this computer doesn\u2019t know: it is an older copy, or was put back to one. A restored backup looks the same.`;
    case 'rewritten': return `Entry ${number} is not the one that was noted: the log was written anew, there or before.`;
    case 'note-gone': return 'The note of where the log ended is gone or damaged, so nobody can say whether its end was cut off or the data is an older copy.';
  }
}

/** The first break, and how the log ends where that doesn't fit either. */
function allWords(known: Break, { ending, note }: Finding): string {
  const end = ending !== null && isBroken(ending) && ending.kind !== known.what ? ` ${breakWords({ number: ending.number, what: ending.kind }, note)}` : '';
  return breakWords(known, note) + end;
}

function noteWords({ noteError, ending }: Finding, place: AnchorPlace): string | null {
  if (place === 'none') return 'Nothing of this session is kept, so nothing outside the log says where it ends.';
  if (noteError === null) return null;
  const words = `The note of where the log ends could not be read or written: ${noteError.message}`;
  return ending === null ? `${words} Nothing is sent until it was read; it is tried again each minute.` : words;
}
