import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackupState, FoundBackup } from '../../../preload/contract/backup.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { openVault, readyState } from '../fake/app-state.ts';
import type { Handlers } from '../fake/handlers.ts';
import { foundFile, heldProfiles, someBackups } from '../fake/sample-backups.ts';
import { requestsOf } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

const restored = { madeAt: 1, payouts: 12, open: 2, customers: 4, keptAside: 'before-restore-1' };

function backups(state: Partial<BackupState> = {}, found: Partial<FoundBackup> = {}, more: Partial<Handlers> = {}): Partial<Handlers> {
  const now = { ...someBackups(Date.now()), ...state };
  return { 'backup.state': () => ok(now), 'backup.make': () => ok(now), 'backup.choose': () => ok({ ...foundFile(Date.now()), ...found }), 'backup.look': () => ok({ profiles: heldProfiles }), 'backup.restore': () => ok(restored), ...more };
}

const open = (...given: Parameters<typeof backups>) => start('/settings/backup', { handlers: backups(...given) });

describe('the page of backups', () => {
  it('lists what is there with its age and what opens it, and makes one at a press', async () => {
    const { user, world } = open();
    expect(await screen.findAllByText('This computer only')).toHaveLength(2);
    expect(screen.getByText('/home/femke/Backups')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    await screen.findByText('Backup made');
    expect(requestsOf(world, 'backup.make')).toHaveLength(1);
  });

  it('says plainly that without a passphrase backups open only here, and sets one typed twice the same', async () => {
    const { user, world } = open({ passphraseSet: false });
    await screen.findByText('Backups open only on this computer');
    await user.click(screen.getByRole('button', { name: 'Set a passphrase' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('New passphrase'), 'four words long');
    await user.click(within(dialog).getByRole('button', { name: 'Set passphrase' }));
    expect(requestsOf(world, 'backup.setPassphrase')).toEqual([]);
    await user.type(within(dialog).getByLabelText('New passphrase again'), 'four words long');
    await user.click(within(dialog).getByRole('button', { name: 'Set passphrase' }));
    await waitFor(() => expect(requestsOf(world, 'backup.setPassphrase')).toEqual([{ passphrase: 'four words long' }]));
    expect(document.body.innerHTML).not.toContain('four words long');
  });

  it('saves how many are kept and whether daily ones are made', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('switch', { name: 'Daily' }));
    const keep = screen.getByLabelText('Daily backups kept, files');
    await user.clear(keep);
    await user.type(keep, '30');
    await user.tab();
    expect(requestsOf(world, 'backup.setDaily')).toEqual([{ on: false, keep: 7 }, { on: true, keep: 30 }]);
  });

  it('says why the last was left out or failed, and when none is possible', async () => {
    const first = open({ skipped: 'A stored document was found damaged in this session.' });
    await screen.findByText(/A stored document was found damaged/);
    first.unmount();
    const second = open({ failed: 'The backup was not made: the disk is full.' });
    await screen.findByText(/the disk is full/);
    second.unmount();
    const third = open({ incomplete: 'One stored document is damaged, and not in the backup.' });
    await screen.findByText('The last backup is not complete');
    await screen.findByText(/One stored document is damaged/);
    third.unmount();
    open({ possible: false });
    await screen.findByText('No backup is possible in this session');
  });
});

describe('restoring', () => {
  it('says what will happen, and tells how many payouts are looked up', async () => {
    const { user, world } = open();
    await user.click((await screen.findAllByRole('button', { name: /Restore the backup of/ }))[1] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { name: 'Restore this backup?' });
    expect(within(dialog).getByText(/kept aside/)).toBeDefined();
    expect(within(dialog).getByText(/None is sent a second time/)).toBeDefined();
    expect(requestsOf(world, 'backup.choose')).toEqual([{ name: 'bursar-27-asked.bursarbackup' }]);
    await user.click(await within(dialog).findByRole('button', { name: 'Restore' }));
    await screen.findByText(/2 payouts are looked up before anything is sent/);
    expect(requestsOf(world, 'backup.restore')).toEqual([{ token: 'chosen-1', passphrase: null }]);
  });

  it('asks for the passphrase where it takes one, and says when it is wrong', async () => {
    const wrong = fail(appError('wrong-passphrase', 'That is not the passphrase of this backup.'));
    const { user, world } = open({}, { opens: 'passphrase' }, { 'backup.look': ({ passphrase }) => (passphrase === 'right one' ? ok({ profiles: heldProfiles }) : wrong) });
    await user.click(await screen.findByRole('button', { name: 'Restore from a file' }));
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByLabelText('Passphrase of this backup');
    await user.type(field, 'wrong one');
    await user.click(within(dialog).getByRole('button', { name: 'Look inside' }));
    await within(dialog).findByText('That is not the passphrase of this backup.');
    await user.clear(field);
    await user.type(field, 'right one');
    await user.click(within(dialog).getByRole('button', { name: 'Look inside' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(requestsOf(world, 'backup.restore')).toEqual([{ token: 'chosen-1', passphrase: 'right one' }]));
  });

  it('shows which profiles are in it and where their keys go, before anybody agrees', async () => {
    const { user, world } = open();
    await user.click((await screen.findAllByRole('button', { name: /Restore the backup of/ }))[1] as HTMLElement);
    const held = await screen.findByRole('region', { name: 'Profiles in this backup' });
    expect(within(held).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Northgate Ltd.*Blaaiz.*api-prod\.blaaiz\.com$/), expect.stringMatching(/Kira, new on this computer.*api\.ba1ampay\.com$/), expect.stringMatching(/played by this computer$/),
    ]);
    expect(requestsOf(world, 'backup.restore')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Leave it' }));
    expect(requestsOf(world, 'backup.restore')).toEqual([]);
  });

  it('says why a backup may not be restored, and does not offer it', async () => {
    const refused = fail(appError('conflict', 'This backup would send the keys of the profile “Northgate” to another address.'));
    const { user } = open({}, {}, { 'backup.look': () => refused });
    await user.click(await screen.findByRole('button', { name: 'Restore from a file' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText(/to another address/);
    expect(within(dialog).queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('does not try one whose key is elsewhere', async () => {
    const { user, world } = open({}, { opens: 'nowhere', opensWith: 'this-computer' });
    await user.click(await screen.findByRole('button', { name: 'Restore from a file' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Look inside' }));
    expect([requestsOf(world, 'backup.look'), requestsOf(world, 'backup.restore')]).toEqual([[], []]);
    expect(within(dialog).getByText(/opens only on the computer and user account it comes from/)).toBeDefined();
  });

  it('is offered at the first start', async () => {
    const state = { ...readyState(Date.now()), phase: 'setup' as const, profile: null, vault: { ...openVault, phase: 'unset' as const, mode: null } };
    const { user } = start('/', { world: { state, profiles: [] }, handlers: backups() });
    await user.click(await screen.findByRole('button', { name: 'Restore a backup' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByText(/kept aside/)).toBeNull();
  });
});

describe('the screen of data that can’t be opened', () => {
  const broken = (state: Partial<BackupState>, more: Partial<Handlers> = {}) => start('/', {
    world: { state: { ...readyState(Date.now()), phase: 'broken', profile: null, problem: 'The data file is damaged or gone and can’t be read.' } }, handlers: backups(state, {}, more),
  });

  it('says why, and offers the backups that are there', async () => {
    const { user, world } = broken({});
    await screen.findByText(/damaged or gone/);
    await user.click((await screen.findAllByRole('button', { name: /Restore the backup of/ }))[0] as HTMLElement);
    await screen.findByRole('dialog', { name: 'Restore this backup?' });
    expect(requestsOf(world, 'backup.choose')).toEqual([{ name: 'bursar-4-daily.bursarbackup' }]);
    expect(screen.queryByRole('button', { name: 'Begin with nothing' })).toBeNull();
  });

  it('tries again once a person has done something about it, and says when that did not help', async () => {
    const { user, world } = broken({}, { 'vault.unlock': () => fail({ code: 'storage', message: 'The disk is still full.' }) });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText('The disk is still full.');
    expect(requestsOf(world, 'vault.unlock')).toEqual([{}]);
  });

  it('begins with nothing only when that loses nothing, and asks first', async () => {
    const { user, world } = broken({ canStartAnew: true, files: [] }, { 'backup.startAnew': () => ok(null) });
    await user.click(await screen.findByRole('button', { name: 'Begin with nothing' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(/look with the provider before you send anything again/)).toBeDefined();
    expect(requestsOf(world, 'backup.startAnew')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Begin with nothing' }));
    await waitFor(() => expect(requestsOf(world, 'backup.startAnew')).toEqual([{}]));
  });
});
