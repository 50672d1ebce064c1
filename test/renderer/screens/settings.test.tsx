import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readyState } from '../fake/app-state.ts';
import { kiraDesk } from '../fake/kira-desk.ts';
import { requestsOf } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

describe('a profile', () => {
  it('never shows a key, only the tail of the client ID', async () => {
    start('/settings/profiles/profile-test');
    await screen.findByRole('heading', { name: 'Halden & Moor, test' });
    expect(screen.getByText('•••• •••• 7c1e')).toBeDefined();
    expect(screen.getByText('Can be replaced, never shown')).toBeDefined();
  });

  it('replaces a secret and forgets what was typed', async () => {
    const { user, world } = start('/settings/profiles/profile-test');
    await user.click(await screen.findByRole('button', { name: 'Replace the Client secret' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Client secret'), 'n3w-secret');
    await user.click(within(dialog).getByRole('button', { name: 'Replace' }));
    await screen.findByText('Key replaced');
    expect(requestsOf(world, 'profiles.replaceSecret')).toEqual([{ id: 'profile-test', field: 'client_secret', value: 'n3w-secret' }]);
    expect(document.body.innerHTML).not.toContain('n3w-secret');
  });

  it('tests the connection and shows what to do about each line that failed', async () => {
    const { user } = start('/settings/profiles/profile-test');
    await user.click(await screen.findByRole('button', { name: 'Test connection' }));
    expect(await screen.findByText('Works, one thing to fix')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy the note to Blaaiz' })).toBeDefined();
  });

  it('asks before it removes a profile with its keys', async () => {
    const { user, world } = start('/settings/profiles/profile-test');
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove Halden & Moor, test?' });
    expect(requestsOf(world, 'profiles.remove')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove profile and keys' }));
    await waitFor(() => expect(world.profiles.map((one) => one.id)).toEqual(['profile-live']));
  });

  it('is renamed on leaving the field', async () => {
    const { user, world } = start('/settings/profiles/profile-test');
    const field = await screen.findByLabelText('Profile name');
    await user.clear(field);
    await user.type(field, 'Halden, practice');
    await user.tab();
    await screen.findByRole('heading', { name: 'Halden, practice' });
    expect(world.profiles.find((one) => one.id === 'profile-test')?.name).toBe('Halden, practice');
  });
});

describe('a Kira profile', () => {
  const open = () => start('/settings/profiles/profile-kira', { world: kiraDesk() });

  it('has its own keys, none of them shown, and speaks of Kira only', async () => {
    open();
    await screen.findByRole('heading', { name: 'Kira keys' });
    expect(screen.getByText('•••• •••• 9f20')).toBeDefined();
    expect(screen.getAllByRole('button', { name: /^Replace the/ }).map((button) => button.getAttribute('aria-label'))).toEqual(['Replace the Client ID', 'Replace the Password', 'Replace the API key']);
    expect(screen.getByRole('main').textContent).not.toContain('Blaaiz');
  });

  it('takes another password and API key, and only a client ID that can be one', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Replace the API key' }));
    await user.type(within(await screen.findByRole('dialog')).getByLabelText('API key'), 'k3y');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Replace' }));
    await screen.findByText('Key replaced');
    await user.click(screen.getByRole('button', { name: 'Replace the Client ID' }));
    await user.type(within(await screen.findByRole('dialog')).getByLabelText('Client ID'), 'not-an-id');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Replace' }));
    expect(requestsOf(world, 'profiles.replaceSecret')).toEqual([{ id: 'profile-kira', field: 'x-api-key', value: 'k3y' }]);
  });

  it('keeps who gets the codes, whether they are asked for, and the version', async () => {
    const { user, world } = open();
    const mailbox = await screen.findByLabelText('Who gets the codes');
    await user.clear(mailbox);
    await user.type(mailbox, 'payments@haldenmoor.example');
    await user.tab();
    const kira = () => world.profiles.find((one) => one.id === 'profile-kira')?.kira;
    await waitFor(() => expect(kira()).toEqual({ codeMailbox: 'payments@haldenmoor.example', codeNeeded: true, apiVersion: null }));
    await user.click(screen.getByRole('button', { name: /API version/ }));
    await user.click(await screen.findByRole('option', { name: '2026-04-14' }));
    await waitFor(() => expect(kira()?.apiVersion).toBe('2026-04-14'));
    await user.click(screen.getByRole('switch', { name: 'Releasing asks for a code' }));
    await waitFor(() => expect(kira()?.codeNeeded).toBe(false));
    expect(screen.queryByLabelText('Who gets the codes')).toBeNull();
  });

  it('has a note to Kira ready when the test finds something', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Test connection' }));
    await screen.findByRole('button', { name: 'Copy the note to Kira' });
  });

  it('stands under its provider in the list', async () => {
    start('/settings/profiles', { world: kiraDesk() });
    const kira = (await screen.findByRole('heading', { name: 'Kira' })).closest('section') as HTMLElement;
    expect(within(kira).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/#/settings/profiles/profile-kira', '/#/settings/profiles/profile-kira-sandbox']);
    expect(screen.getByRole('button', { name: 'Practice with Blaaiz' })).toBeDefined();
  });
});

describe('rules', () => {
  it('saves a whole number in range, and says why another is not saved', async () => {
    const { user, world } = start('/settings/rules');
    const field = await screen.findByLabelText('Time to take a payout back, s');
    await user.clear(field);
    await user.type(field, '31');
    await user.tab();
    expect(screen.getByText('A whole number from 0 to 30.')).toBeDefined();
    expect(requestsOf(world, 'app.savePreferences')).toEqual([]);
    await user.clear(field);
    await user.type(field, '10');
    await user.tab();
    await waitFor(() => expect(world.state.preferences.takeBackSeconds).toBe(10));
  });
});

describe('the lock', () => {
  it('adds a passphrase typed twice the same', async () => {
    const { user, world } = start('/settings/lock');
    await user.click(await screen.findByRole('button', { name: 'Add a passphrase' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('New passphrase'), 'four words');
    await user.type(within(dialog).getByLabelText('New passphrase again'), 'four words');
    await user.click(within(dialog).getByRole('button', { name: 'Add passphrase' }));
    await screen.findByText('Passphrase added');
    expect(requestsOf(world, 'vault.changePassphrase')).toEqual([{ current: null, next: 'four words' }]);
    expect(screen.getByText('Asked for at every unlock.')).toBeDefined();
  });

  it('says that nothing is kept when it is not', async () => {
    const state = readyState(Date.now());
    start('/settings/lock', { world: { state: { ...state, vault: { ...state.vault, mode: 'session-only', quality: 'session-only' } } } });
    expect(await screen.findByText(/Nothing survives closing Bursar/)).toBeDefined();
    expect(screen.queryByText('Add a passphrase')).toBeNull();
  });
});
