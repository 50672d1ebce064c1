import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AppState } from '../../../preload/contract/app.ts';
import { openVault, readyState } from '../fake/app-state.ts';
import { requestsOf, type FakeOptions } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

function firstRun(vault: Partial<AppState['vault']> = {}): FakeOptions {
  const state: AppState = { ...readyState(Date.now()), phase: 'setup', profile: null, vault: { ...openVault, phase: 'unset', mode: null, ...vault } };
  return { world: { state, profiles: [] } };
}

const noKeychain = firstRun({ keychain: 'unavailable', keychainReason: 'No keychain answered.' });

it('is in the sandbox after one click', async () => {
  const { user, world } = start('/', firstRun());
  await user.click(await screen.findByRole('button', { name: 'Try it in the sandbox' }));
  await waitFor(() => expect(world.state.phase).toBe('ready'));
  expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'keychain' }]);
  expect(world.state.profile?.builtIn).toBe(true);
});

it('says plainly that there is no keychain, and waits for a choice', async () => {
  const { user, world } = start('/', noKeychain);
  expect(await screen.findByText(/no keychain that Bursar can use/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try it in the sandbox' }));
  expect(requestsOf(world, 'vault.setUp')).toEqual([]);
});

it('takes a passphrase that was typed twice the same', async () => {
  const { user, world } = start('/', noKeychain);
  await user.click(await screen.findByRole('radio', { name: /With a passphrase/ }));
  await user.type(screen.getByLabelText('Passphrase'), 'four words');
  await user.type(screen.getByLabelText('Passphrase again'), 'four wrods');
  await user.click(screen.getByRole('button', { name: 'Try it in the sandbox' }));
  expect(requestsOf(world, 'vault.setUp')).toEqual([]);
  await user.clear(screen.getByLabelText('Passphrase again'));
  await user.type(screen.getByLabelText('Passphrase again'), 'four words');
  await user.click(screen.getByRole('button', { name: 'Try it in the sandbox' }));
  await waitFor(() => expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'passphrase', passphrase: 'four words' }]));
});

it('goes on without keeping anything when told so', async () => {
  const { user, world } = start('/', noKeychain);
  await user.click(await screen.findByRole('radio', { name: /Until Bursar closes/ }));
  await user.click(screen.getByRole('button', { name: 'Try it in the sandbox' }));
  await waitFor(() => expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'session-only' }]));
});

it('connects an account, shows its test with what to fix, and goes in only when told', async () => {
  const { user, world } = start('/', firstRun());
  await user.click(await screen.findByRole('button', { name: 'Connect a Blaaiz account' }));
  await user.type(await screen.findByLabelText('Profile name'), 'Halden');
  await user.click(screen.getByRole('radio', { name: /Live/ }));
  expect(screen.getByLabelText('Provider address')).toHaveProperty('value', 'https://api-prod.blaaiz.com');
  await user.type(screen.getByLabelText('Client ID'), 'id-41d9');
  await user.type(screen.getByLabelText('Client secret'), 's3cret-value');
  await user.click(screen.getByRole('button', { name: 'Connect and test' }));
  expect(await screen.findByText(/Ask Blaaiz to add the scope fees:read/)).toBeDefined();
  expect(document.body.innerHTML).not.toContain('s3cret-value');
  expect(requestsOf(world, 'profiles.add')).toMatchObject([{ env: 'live', clientId: 'id-41d9', scopes: expect.arrayContaining(['payout:create', 'transaction:read']) as unknown }]);
  expect(world.state.phase).toBe('setup');
  await user.click(screen.getByRole('button', { name: 'Start with Halden, live' }));
  await waitFor(() => expect(world.state.phase).toBe('ready'));
});

it('does not send a form with holes, and says what is missing', async () => {
  const { user, world } = start('/', firstRun());
  await user.click(await screen.findByRole('button', { name: 'Connect a Blaaiz account' }));
  await user.click(await screen.findByRole('button', { name: 'Connect and test' }));
  expect(screen.getByRole('alert').textContent).toContain('3 things are not right yet');
  expect(document.activeElement).toBe(screen.getByLabelText('Profile name'));
  expect(requestsOf(world, 'profiles.add')).toEqual([]);
});

it('shows what main finds wrong at the field it is about', async () => {
  const base = firstRun();
  const { user } = start('/', {
    ...base,
    handlers: { 'profiles.add': () => ({ ok: false, error: { code: 'validation', message: 'Not added.', fields: [{ path: 'baseUrl', message: 'The address must begin with https.' }] } }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Connect a Blaaiz account' }));
  await user.type(await screen.findByLabelText('Profile name'), 'Halden');
  await user.type(screen.getByLabelText('Client ID'), 'id');
  await user.type(screen.getByLabelText('Client secret'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Connect and test' }));
  await waitFor(() => expect(screen.getByLabelText('Provider address').getAttribute('aria-invalid')).toBe('true'));
});
