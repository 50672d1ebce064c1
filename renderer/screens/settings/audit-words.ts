import { Check, CircleQuestionMark, LoaderCircle, OctagonX, type LucideIcon } from 'lucide-react';
import type { AuditState } from '../../../preload/contract/audit-log.ts';
import type { StatusWord } from '../../components/status-words.ts';
import { t } from '../../text.ts';

/** The log's state as a pill. A break that somebody has written a reason for no longer waits for a person. */
export function auditStatus(state: AuditState): StatusWord {
  const status = (word: string, icon: LucideIcon, family: StatusWord['family'], person = false): StatusWord => ({ word, icon, family, person });
  switch (state.verdict) {
    case 'holds': return status(t('Holds'), Check, 'ok');
    case 'unchecked': return status(t('Not checked yet'), CircleQuestionMark, 'idle');
    case 'checking': return status(t('Being checked'), LoaderCircle, 'move');
    case 'unanchored': return status(t('Not anchored'), CircleQuestionMark, 'wait', state.place !== 'none');
    case 'broken': return state.accepted ? status(t('Broken, with a reason'), OctagonX, 'wait') : status(t('Broken'), OctagonX, 'bad', true);
  }
}

/** Where the note of the log's end stands. */
export function placeWords(place: AuditState['place']): string {
  switch (place) {
    case 'keychain': return t('in this computer’s keychain');
    case 'sealed-file': return t('in a sealed file beside the data');
    case 'none': return t('nowhere');
  }
}

/** What the state means, in a sentence or two. */
export function verdictWords(state: AuditState): string {
  if (state.words !== null) return state.words;
  switch (state.verdict) {
    case 'holds': return state.place === 'sealed-file'
      ? t('Every entry follows from the one before it, and the log ends where it was noted. The note stands beside the data: whoever puts back the whole folder puts it back too. Export the log now and then, and keep its head elsewhere.')
      : t('Every entry follows from the one before it, and the log ends where the keychain says. A change to it would show; keep an export elsewhere too.');
    case 'checking': return t('Every entry is being compared with the one before it.');
    case 'unanchored': return t('Every entry fits. Where the log ends is being noted.');
    case 'unchecked':
    case 'broken': return t('Not checked since Bursar was opened.');
  }
}

/** Whether somebody has to write why to go on. */
export function needsReason(state: AuditState): boolean {
  return state.verdict === 'broken' && state.accepted === null;
}

/** Whether the keychain doesn't answer, so that the log can't be compared with its note. */
export function isUnread({ verdict, place, words }: AuditState): boolean {
  return verdict === 'unanchored' && place !== 'none' && words !== null;
}

/** What is broken, as a heading: the entry, or that the note of the end is gone. */
export function brokenHead({ brokenAt }: AuditState): string {
  return brokenAt === null ? t('Where the audit log ended can’t be proven. Nothing is sent.') : t('The audit log is broken at entry {number}. Nothing is sent.', { number: brokenAt });
}

/** Whether rows are missing or may be, so that the journal may have forgotten payouts that left. */
export function mayHaveForgotten({ what }: AuditState): boolean {
  return what === 'tail' || what === 'older-copy' || what === 'rewritten' || what === 'note-gone';
}

/** What an entry is about, in a word. */
export function subjectWords(kind: string): string {
  switch (kind) {
    case 'payout': return t('Payout');
    case 'customer': return t('Customer');
    case 'payee': return t('Payee');
    case 'recipient': return t('Recipient');
    case 'profile': return t('Profile');
    case 'vault': return t('All data');
    default: return kind;
  }
}
