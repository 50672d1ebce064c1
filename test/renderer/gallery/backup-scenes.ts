import type { Page } from 'playwright-core';
import type { BackupState, FoundBackup } from '../../../preload/contract/backup.ts';
import { foundFile, heldProfiles, someBackups } from '../fake/sample-backups.ts';
import type { Scene } from './scenes.ts';

type Door = { bursar: { backup: { state: () => Promise<unknown>; choose: () => Promise<unknown>; look: (request: { passphrase: string | null }) => Promise<unknown> } } };

/** Gives the page backups and goes where they are shown. */
function withBackups(change: Partial<BackupState> = {}, found: Partial<FoundBackup> | null = null): (page: Page) => Promise<void> {
  const at = Date.UTC(2026, 10, 20, 14, 13, 48);
  return async (page) => {
    await page.evaluate(([state, chosen, profiles]) => {
      const { backup } = (window as unknown as Door).bursar;
      backup.state = () => Promise.resolve({ ok: true, value: state });
      backup.choose = () => Promise.resolve({ ok: true, value: chosen });
      backup.look = ({ passphrase }) => Promise.resolve(passphrase === 'wrong' ? { ok: false, error: { code: 'wrong-passphrase', message: 'That is not the passphrase of this backup.' } } : { ok: true, value: { profiles } });
      window.location.hash = '#/settings/backup';
    }, [{ ...someBackups(at), ...change }, { ...foundFile(at), ...found }, heldProfiles] as const);
    await page.getByText('How they are made').waitFor();
    if (found === null) return;
    await page.getByRole('button', { name: 'Restore from a file' }).click();
    await page.getByRole('dialog').waitFor();
  };
}

async function withWrong(page: Page): Promise<void> {
  await withBackups({}, { opens: 'passphrase' })(page);
  await page.getByLabel('Passphrase of this backup').fill('wrong');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await page.getByText('That is not the passphrase').waitFor();
}

/** Pictures of backups and of restoring one. */
export const backupScenes: readonly Scene[] = [
  { name: 'backup', world: 'live', hash: '/settings/general', act: withBackups() },
  { name: 'backup-none', world: 'live', hash: '/settings/general', act: withBackups({ files: [], passphraseSet: false }) },
  { name: 'backup-skipped', world: 'live', hash: '/settings/general', act: withBackups({ skipped: 'A stored document was found damaged in this session.' }) },
  { name: 'backup-restore', world: 'live', hash: '/settings/general', act: withBackups({}, { opens: 'passphrase' }) },
  { name: 'backup-wrong', world: 'live', hash: '/settings/general', act: withWrong },
  { name: 'backup-look', world: 'live', hash: '/settings/general', act: withBackups({}, { opens: 'here' }) },
  { name: 'backup-busy', world: 'live', hash: '/settings/general', act: withBackups({ busy: true }) },
  { name: 'backup-failed', world: 'live', hash: '/settings/general', act: withBackups({ failed: 'The backup was not made: the disk is full. Free some space, or choose a folder on another disk, then try again.' }) },
  { name: 'broken', world: 'broken', hash: '/' },
];
