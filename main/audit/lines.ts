import type { AuditLine } from '../../preload/contract/audit-log.ts';
import type { AuditRow } from '../store/audit.ts';
import { factsOf } from './walk.ts';

/** What each act is called on the screen. Acts that are words already (“customer verified”) aren't here: they stand as they are. */
export const actWords: Readonly<Record<string, string>> = {
  'payout.start': 'Payout begun', 'payout.edit': 'Draft edited', 'payout.complete': 'Draft complete', 'payout.change': 'Taken back to edit',
  'payout.queue': 'Released', 'payout.takeBack': 'Taken back', 'payout.holdBack': 'Held back', 'payout.leave': 'Left for the provider', 'payout.discard': 'Draft thrown away',
  'payout.accepted': 'Accepted by the provider', 'payout.acceptedAwaiting': 'Accepted, waits for the deposit', 'payout.refused': 'Refused by the provider',
  'payout.codeRefused': 'One-time code refused', 'payout.lost': 'Outcome unknown', 'payout.foundAccepted': 'Found: accepted', 'payout.foundAwaiting': 'Found: waits for the deposit',
  'payout.foundProcessing': 'Found: on the way', 'payout.foundCompleted': 'Found: completed', 'payout.foundFailed': 'Found: failed', 'payout.foundReturned': 'Found: returned',
  'payout.notReceived': 'Decided: the provider never got it', 'payout.sendAgain': 'Decided: sent again', 'payout.toldReceived': 'Told to have arrived',
  'payout.depositSeen': 'Deposit seen', 'payout.depositExpired': 'Time for the deposit ran out', 'payout.noteDeposit': 'Deposit noted',
  'payout.providerProcessing': 'On the way', 'payout.providerCompleted': 'Completed', 'payout.providerFailed': 'Failed', 'payout.providerReturned': 'Returned',
  'payout.restored': 'From a restored backup: to be looked up', 'payout.notLeft': 'From a restored backup: had not left', 'vault.restore': 'Backup restored',
  'backup.make': 'Backup made', 'backup.setPassphrase': 'Passphrase of backups set', 'backup.removePassphrase': 'Passphrase of backups removed', 'backup.setFolder': 'Folder of backups changed',
  'backup.setDaily': 'Daily backups changed',
  'payee.remove': 'Payee removed', 'limits.save': 'Limits changed',
  'repair.open': 'Repair opened', 'repair.moneySeen': 'Money seen back', 'repair.waive': 'Copy may go before the money is back', 'repair.done': 'Repair done',
  'repair.close': 'Repair put away', 'away.accepted': 'Changes since the last spell looked at', 'audit.accept': 'Went on with a broken audit log', 'audit.export': 'Audit log exported',
};

/** A row as the screen shows it. */
export function toLine(row: AuditRow): AuditLine {
  const { number, at, actor, what, subjectKind, subjectId, hash, detail } = row;
  const facts = Object.entries(factsOf(detail)).filter(([, value]) => value !== null).map(([name, value]) => ({ name: spaced(name), value: typeof value === 'string' ? value : JSON.stringify(value) }));
  return { number, at, actor, what, words: actWords[what] ?? asWords(what), subjectKind, subjectId, hash, facts };
}

/** An act that has no entry yet, readable all the same. */
function asWords(what: string): string {
  return sentence(what.split('.').map(spaced).join(': '));
}

function spaced(name: string): string {
  return sentence(name.replaceAll(/([a-z0-9])([A-Z])/g, (_all, before: string, capital: string) => `${before} ${capital.toLowerCase()}`));
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
