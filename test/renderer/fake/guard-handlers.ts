import type { AuditState } from '../../../preload/contract/audit-log.ts';
import type { AwaySheet } from '../../../preload/contract/away.ts';
import type { BackupState } from '../../../preload/contract/backup.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';

type Guarding = Pick<Handlers, Extract<keyof Handlers, `limits.${string}` | `away.${string}` | `audit.${string}` | `backup.${string}` | 'payouts.radar' | 'payouts.limits'>>;

/** Nothing changed while nobody looked. */
export const quietSheet: AwaySheet = { pending: false, since: null, until: null, readAt: null, changes: [], changed: 0, mattering: 0, held: 0, answered: 0, total: 0, same: 0, unread: [], key: 'quiet' };
/** A log that holds. */
export const soundLog: AuditState = {
  verdict: 'holds', checkedAt: 1_760_000_000_000, rows: 128, head: 'ab'.repeat(32), place: 'keychain', anchored: { rows: 128, head: 'ab'.repeat(32), at: 1_760_000_000_000 }, brokenAt: null, what: null, words: null, accepted: null,
};
/** Backups as they stand before the first. */
export const noBackups: BackupState = {
  possible: true, folder: '/home/femke/Backups', passphraseSet: false, daily: true, keep: 7, files: [], skipped: null, failed: null, incomplete: null, busy: false, nextAt: null, canStartAnew: false,
};

const nothing = fail({ code: 'not-found' as const, message: 'There is nothing here.' });

/** Radar, limits, the sheet of changes, the audit log and backups when there is nothing to say; a test gives its own where it has. */
export function guardHandlers(): Guarding {
  return {
    'payouts.radar': () => ok({ matches: [], key: '', ask: false }), 'payouts.limits': () => ok([]),
    'limits.get': () => ok({ limits: [], today: [], zone: 'Europe/Lisbon', zoneHere: 'Europe/Lisbon', ahead: null }), 'limits.save': ({ limits }) => ok(limits),
    'away.sheet': () => ok(quietSheet), 'away.read': () => ok(quietSheet), 'away.accept': () => ok(quietSheet),
    'audit.state': () => ok(soundLog), 'audit.verify': () => ok(soundLog), 'audit.list': () => ok([]), 'audit.export': () => ok(null), 'audit.accept': () => ok(soundLog),
    'backup.state': () => ok(noBackups), 'backup.setPassphrase': () => ok({ ...noBackups, passphraseSet: true }), 'backup.setDaily': ({ on, keep }) => ok({ ...noBackups, daily: on, keep }),
    'backup.chooseFolder': () => ok(noBackups), 'backup.make': () => ok(noBackups), 'backup.choose': () => ok(null), 'backup.look': () => nothing, 'backup.restore': () => nothing, 'backup.startAnew': () => ok(null),
  };
}
