import type { AuditLine, AuditState } from '../../../preload/contract/audit-log.ts';
import { ok } from '../../../preload/contract/result.ts';
import { soundLog } from './guard-handlers.ts';
import type { Handlers } from './handlers.ts';

const at = Date.UTC(2026, 10, 20, 13, 2, 7);
const reason = 'The disk failed; I put back the copy of Thursday.';

/** A log that was tampered with at entry 117. */
export const brokenLog: AuditState = { ...soundLog, verdict: 'broken', brokenAt: 117, what: 'row', words: 'Entry 117 was changed: what it says no longer matches its own hash.' };
/** A log whose end is missing. */
export const cutLog: AuditState = { ...brokenLog, brokenAt: 129, what: 'tail', words: 'The log ends after entry 128 and once went on: its end was cut off.' };
/** A log whose note in the keychain is gone. */
export const goneLog: AuditState = {
  ...soundLog, verdict: 'broken', what: 'note-gone', anchored: null, words: 'The note of where the log ended is gone or damaged, so nobody can say whether its end was cut off or the data is an older copy.',
};
/** A log whose note the keychain doesn't give now. */
export const unreadLog: AuditState = {
  ...soundLog, verdict: 'unanchored', anchored: null,
  words: 'The note of where the log ends could not be read or written: The keychain does not answer. Nothing is sent until it was read; it is tried again each minute.',
};
/** The same log after somebody went on with it. */
export const acceptedLog: AuditState = { ...brokenLog, rows: 129, accepted: { reason, by: 'Femke de Vries', at } };

const acts = [['payout.queue', 'Released'], ['payout.leave', 'Left for the provider'], ['payout.accepted', 'Accepted by the provider'], ['customer verified', 'Customer verified']] as const;

/** One entry of a long log. */
export function lineAt(number: number): AuditLine {
  const [what, words] = acts[number % acts.length] ?? acts[0];
  const kind = what.startsWith('payout') ? 'payout' : 'customer';
  return {
    number, at: at - (128 - number) * 61_000, actor: what === 'payout.accepted' ? 'blaaiz' : 'Femke de Vries', what, words, subjectKind: kind, subjectId: `${kind}-1`,
    hash: number.toString(16).padStart(64, 'a'), facts: kind === 'payout' ? [{ name: 'State', value: 'queued' }, { name: 'Revision', value: '3' }] : [],
  };
}

/** Handlers over a log of `count` entries in a state; a reason given is kept in the world of the test by the caller's own handlers. */
export function auditHandlers(state: AuditState, count = 128): Pick<Handlers, 'audit.state' | 'audit.verify' | 'audit.list' | 'audit.export' | 'audit.accept'> {
  let now = state;
  return {
    'audit.state': () => ok(now), 'audit.verify': () => ok(now),
    'audit.list': ({ before, limit }) => {
      const last = Math.min(count, (before ?? count + 1) - 1);
      return ok(Array.from({ length: Math.max(0, Math.min(limit, last)) }, (_, index) => lineAt(last - index)));
    },
    'audit.export': () => ok({ name: 'bursar-audit.jsonl', rows: count }),
    'audit.accept': ({ reason: why }) => {
      now = { ...now, accepted: { reason: why, by: 'Femke de Vries', at } };
      return ok(now);
    },
  };
}
