import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../preload/contract/app.ts';
import { openVault, readyState } from '../fake/app-state.ts';
import { requestsOf, type FakeOptions } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

function firstRun(vault: Partial<AppState['vault']> = {}): FakeOptions {
  const state: AppState = { ...readyState(Date.now()), phase: 'setup', profile: null, vault: { ...openVault, phase: 'unset', mode: null, ...vault } };
  return { world: { state, profiles: [] } };
}

const noKeychain = firstRun({ keychain: 'unavailable', keychainReason: 'No keychain answered.' });

it('is in practice with both providers after one click, with Blaaiz first', async () => {
  const { user, world } = start('/', firstRun());
  await user.click(await screen.findByRole('button', { name: 'Practice with Blaaiz and Kira' }));
  await waitFor(() => expect(world.state.phase).toBe('ready'));
  expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'keychain' }]);
  expect(requestsOf(world, 'profiles.useSandbox')).toEqual([{ provider: 'blaaiz' }]);
  expect(world.state.profile?.builtIn).toBe(true);
});

it('says plainly that there is no keychain, and waits for a choice', async () => {
  const { user, world } = start('/', noKeychain);
  expect(await screen.findByText(/no keychain that Bursar can use/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Practice with Blaaiz and Kira' }));
  expect(requestsOf(world, 'vault.setUp')).toEqual([]);
});

it('takes a passphrase that was typed twice the same', async () => {
  const { user, world } = start('/', noKeychain);
  await user.click(await screen.findByRole('radio', { name: /With a passphrase/ }));
  await user.type(screen.getByLabelText('Passphrase'), 'four words');
  await user.type(screen.getByLabelText('Passphrase again'), 'four wrods');
  await user.click(screen.getByRole('button', { name: 'Practice with Blaaiz and Kira' }));
  expect(requestsOf(world, 'vault.setUp')).toEqual([]);
  await user.clear(screen.getByLabelText('Passphrase again'));
  await user.type(screen.getByLabelText('Passphrase again'), 'four words');
  await user.click(screen.getByRole('button', { name: 'Practice with Blaaiz and Kira' }));
  await waitFor(() => expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'passphrase', passphrase: 'four words' }]));
});

it('goes on without keeping anything when told so', async () => {
  const { user, world } = start('/', noKeychain);
  await user.click(await screen.findByRole('radio', { name: /Until Bursar closes/ }));
  await user.click(screen.getByRole('button', { name: 'Practice with Blaaiz and Kira' }));
  await waitFor(() => expect(requestsOf(world, 'vault.setUp')).toEqual([{ mode: 'session-only' }]));
});

it('connects an account, shows its test with what to fix, and goes in only when told', async () => {
  const { user, world } = start('/', firstRun());
  await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
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
  await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
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
  await user.click(await screen.findByRole('button', { name: 'Connect an account' }));
  await user.type(await screen.findByLabelText('Profile name'), 'Halden');
  await user.type(screen.getByLabelText('Client ID'), 'id');
  await user.type(screen.getByLabelText('Client secret'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Connect and test' }));
  await waitFor(() => expect(screen.getByLabelText('Provider address').getAttribute('aria-invalid')).toBe('true'));
});

describe('a Kira account', () => {
  const clientId = '3f0b8f1e-6c1d-4f5a-9a51-0d6e2b7c9f20';
  const openForm = async () => {
    const staged = start('/', firstRun());
    await staged.user.click(await screen.findByRole('button', { name: 'Connect an account' }));
    await staged.user.click(await screen.findByRole('radio', { name: /^Kira/ }));
    return staged;
  };

  it('is connected with client ID, password and API key; codes are asked for unless told otherwise', async () => {
    const { user, world } = await openForm();
    await user.type(screen.getByLabelText('Profile name'), 'Halden at Kira');
    await user.type(screen.getByLabelText('Client ID'), clientId);
    await user.type(screen.getByLabelText('Password'), 'p4ss-of-kira');
    await user.type(screen.getByLabelText('API key'), 'k3y-of-kira');
    await user.type(screen.getByLabelText(/^Who gets the codes/), 'payments@haldenmoor.example');
    await user.click(screen.getByRole('button', { name: 'Connect and test' }));
    await screen.findByRole('heading', { name: 'Halden at Kira' });
    expect(requestsOf(world, 'profiles.add')).toEqual([{
      provider: 'kira', name: 'Halden at Kira', env: 'sandbox', baseUrl: 'https://api.balampay.com/sandbox', clientId, password: 'p4ss-of-kira', apiKey: 'k3y-of-kira',
      kira: { codeNeeded: true, codeMailbox: 'payments@haldenmoor.example', apiVersion: null },
    }]);
    expect(document.body.innerHTML).not.toMatch(/p4ss-of-kira|k3y-of-kira/);
  });

  it('has the address of its environment, and names the other one to try', async () => {
    const { user } = await openForm();
    expect(screen.getByText(/When it refuses them, try https:\/\/api\.balampay\.com\.$/)).toBeDefined();
    await user.click(screen.getByRole('radio', { name: /^Live/ }));
    expect(screen.getByLabelText('Provider address')).toHaveProperty('value', 'https://api.balampay.com');
    await user.click(screen.getByRole('radio', { name: /^Sandbox/ }));
    await user.clear(screen.getByLabelText('Provider address'));
    await user.type(screen.getByLabelText('Provider address'), 'https://api.balampay.com/');
    expect(screen.getByText(/This is Kira’s live address/)).toBeDefined();
  });

  it('is not sent with a client ID that can’t be one', async () => {
    const { user, world } = await openForm();
    await user.type(screen.getByLabelText('Profile name'), 'Halden');
    await user.type(screen.getByLabelText('Client ID'), '3f0b8f1e');
    await user.type(screen.getByLabelText('Password'), 'p');
    await user.type(screen.getByLabelText('API key'), 'k');
    await user.click(screen.getByRole('button', { name: 'Connect and test' }));
    expect(screen.getByRole('alert').textContent).toContain('This is no client ID');
    expect(requestsOf(world, 'profiles.add')).toEqual([]);
  });

  it('can be told that no codes are asked for, and which version to speak', async () => {
    const { user, world } = await openForm();
    await user.type(screen.getByLabelText('Profile name'), 'Halden');
    await user.type(screen.getByLabelText('Client ID'), clientId);
    await user.type(screen.getByLabelText('Password'), 'p');
    await user.type(screen.getByLabelText('API key'), 'k');
    await user.click(screen.getByRole('checkbox', { name: /Releasing a payout asks for a code/ }));
    expect(screen.queryByLabelText(/^Who gets the codes/)).toBeNull();
    await user.click(screen.getByRole('button', { name: /API version/ }));
    await user.click(await screen.findByRole('option', { name: '2026-06-01' }));
    await user.click(screen.getByRole('button', { name: 'Connect and test' }));
    await waitFor(() => expect(requestsOf(world, 'profiles.add')).toMatchObject([{ kira: { codeNeeded: false, apiVersion: '2026-06-01' } }]));
  });
});
