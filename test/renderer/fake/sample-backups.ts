import type { BackupState, FoundBackup, HeldProfile } from '../../../preload/contract/backup.ts';

const hour = 3_600_000;

/** Backups of a week, the newest first; `now` is epoch ms. */
export function someBackups(now: number): BackupState {
  const file = (hours: number, kind: 'daily' | 'asked', opensWith: 'passphrase' | 'this-computer') => ({
    name: `bursar-${hours}-${kind}.bursarbackup`, madeAt: now - hours * hour, bytes: 14_820_000 - hours * 11_000, kind, opensWith,
  });
  return {
    possible: true, folder: '/home/femke/Backups', passphraseSet: true, daily: true, keep: 7, skipped: null, failed: null, incomplete: null, busy: false, nextAt: now + 20 * hour, canStartAnew: false,
    files: [file(4, 'daily', 'passphrase'), file(27, 'asked', 'passphrase'), file(28, 'daily', 'passphrase'), file(52, 'daily', 'this-computer'), file(76, 'daily', 'this-computer')],
  };
}

/** What a chosen file says about itself. */
export function foundFile(now: number): FoundBackup {
  return { token: 'chosen-1', name: 'bursar-4-daily.bursarbackup', madeAt: now - 4 * hour, bytes: 14_776_000, opensWith: 'passphrase', opens: 'here', version: '0.5.0' };
}

/** What is in it. */
export const heldProfiles: HeldProfile[] = [
  { name: 'Northgate Ltd', provider: 'blaaiz', env: 'live', host: 'api-prod.blaaiz.com', known: true },
  { name: 'Payouts of the old desk', provider: 'kira', env: 'live', host: 'api.ba1ampay.com', known: false },
  { name: 'Practice', provider: 'blaaiz', env: 'sandbox', host: null, known: true },
];
