import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AppState } from '../../../preload/contract/app.ts';
import { openVault, readyState } from '../fake/app-state.ts';
import { requestsOf, type FakeOptions } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

function locked(needsPassphrase: boolean, lock: AppState['lock']): FakeOptions {
  const state: AppState = { ...readyState(Date.now()), phase: 'locked', lock, vault: { ...openVault, phase: 'locked', needsPassphrase } };
  return { world: { state, passphrase: needsPassphrase ? 'four words' : null } };
}

const at = new Date().setHours(14, 32, 0, 0);

it('opens with one button when there is no passphrase', async () => {
  const { user, world } = start('/settings/about', locked(false, { at, reason: 'idle' }));
  expect(await screen.findByText('Locked at 14:32 after 5 minutes without activity.')).toBeDefined();
  expect(screen.queryByLabelText('Passphrase')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  await screen.findByRole('heading', { name: 'About' });
  expect(requestsOf(world, 'vault.unlock')).toEqual([{}]);
});

it('says that a passphrase is wrong, forgets it, and takes the right one', async () => {
  const { user, world } = start('/settings/about', locked(true, { at, reason: 'user' }));
  const field = await screen.findByLabelText('Passphrase');
  await user.type(field, 'wrong one{Enter}');
  await screen.findByText('This is not the passphrase. Try again.');
  expect(field).toHaveProperty('value', '');
  await user.type(field, 'four words{Enter}');
  await waitFor(() => expect(world.state.phase).toBe('ready'));
});

it('asks main for nothing but the lock while it is locked', async () => {
  const { world } = start('/payouts', locked(false, { at, reason: 'os' }));
  await screen.findByText('Locked at 14:32 with this computer.');
  expect(new Set(world.calls.map((call) => call.channel))).toEqual(new Set(['app.state']));
});
