import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onFlush } from '../../renderer/flush.ts';
import { toast } from '../../renderer/state/toasts.ts';
import { builtInProfile } from './fake/app-state.ts';
import { requestsOf } from './fake-bursar.ts';
import { changed, say, setState } from './fake/world.ts';
import { start } from './stage.tsx';

const settings = () => screen.findByRole('heading', { name: 'General' });
afterEach(() => vi.restoreAllMocks());

describe('locking', () => {
  it('saves everything typed first and only then answers, even when one save fails', async () => {
    const { world } = start('/settings/general');
    await settings();
    const saved: string[] = [];
    const stops = [onFlush(async () => { throw new Error('disk full'); }), onFlush(async () => { saved.push('draft'); })];
    act(() => say(world, 'locking', {}));
    await waitFor(() => expect(requestsOf(world, 'vault.flushed').length).toBe(1));
    expect(saved).toEqual(['draft']);
    stops.forEach((stop) => stop());
  });

  it('leaves nothing of the screens in the page, and comes back to where the person was', async () => {
    const { world, user } = start('/settings/rules');
    await screen.findByRole('heading', { name: 'Rules' });
    act(() => toast('Draft kept'));
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByRole('heading', { name: 'Bursar is locked' });
    expect(document.body.textContent).not.toContain('Halden & Moor');
    expect(document.body.textContent).not.toContain('Draft kept');
    expect(screen.queryByText('Customers')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    await screen.findByRole('heading', { name: 'Rules' });
    expect(world.state.phase).toBe('ready');
  });

  it('empties the cache, so that unlocking asks main for everything again', async () => {
    const { world, user } = start('/settings/general');
    await settings();
    await waitFor(() => expect(requestsOf(world, 'today.summary').length).toBe(1));
    await user.click(screen.getByRole('button', { name: 'Lock now' }));
    await screen.findByRole('heading', { name: 'Bursar is locked' });
    changed(world, ['payouts']);
    expect(requestsOf(world, 'today.summary').length).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    await settings();
    await waitFor(() => expect(requestsOf(world, 'today.summary').length).toBe(2));
  });
});

describe('the shell', () => {
  it('offers only what exists', async () => {
    start('/settings/general');
    await settings();
    expect((await screen.findByText('8')).closest('a')?.textContent).toBe('Customers 8');
    const names = screen.getAllByRole('link').map((link) => link.textContent);
    expect(names).toEqual(expect.arrayContaining(['Today', 'Customers 8', 'Settings']));
    expect(names.join(' ')).not.toMatch(/Deposits|Batches|Approvals/);
  });

  it('says since when it is offline', async () => {
    const { world } = start('/settings/general');
    await settings();
    act(() => void setState(world, { connection: { online: false, since: new Date().setHours(9, 12, 0, 0), detail: null, budget: null } }));
    expect((await screen.findByText('Offline since 09:12')).getAttribute('role')).toBe('status');
  });

  it('applies theme and density as they are set', async () => {
    const { user, world } = start('/settings/general');
    await settings();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    await user.click(screen.getByRole('radio', { name: 'Comfortable' }));
    await waitFor(() => expect(document.documentElement.dataset['density']).toBe('comfortable'));
    expect(world.state.preferences).toMatchObject({ theme: 'dark', density: 'comfortable' });
  });

  it('tells main that somebody is here, but not with every move', async () => {
    const { world, user } = start('/settings/general');
    await settings();
    await user.keyboard('aaa');
    await user.pointer({ target: document.body, coords: { x: 5, y: 5 } });
    expect(requestsOf(world, 'vault.active').length).toBe(1);
  });

  it('finds payouts, customers, payees and commands, and goes there', async () => {
    const { user } = start('/settings/general');
    await settings();
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('searchbox', { name: 'Search or do anything' });
    // Set at once: the list's virtual focus and simulated typing trip over each other in this environment.
    fireEvent.change(box, { target: { value: 'lock' } });
    expect(await screen.findByRole('menuitem', { name: /Lock now/ })).toBeDefined();
    fireEvent.change(box, { target: { value: 'Nwosu' } });
    await user.click(await screen.findByRole('menuitem', { name: /Adaeze Nwosu/ }));
    await waitFor(() => expect(window.location.hash).toBe('#/customers/customer-1'));
  });

  it('keeps the window when one screen breaks', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    start('/settings/profiles', { world: { profiles: [{ ...builtInProfile, builtIn: false, secretAddedAt: Number.NaN }] } });
    expect((await screen.findByRole('alert')).textContent).toContain('This screen could not be shown. Nothing was sent');
    expect(screen.getByRole('navigation', { name: 'Screens' })).toBeDefined();
  });

  it('shows the list of keys behind the question mark', async () => {
    const { user } = start('/settings/general');
    await settings();
    await user.keyboard('?');
    expect((await screen.findByRole('dialog')).textContent).toContain('Lock now');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('walks the parts of the window with F6', async () => {
    const { user } = start('/settings/general');
    await settings();
    const regions: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await user.keyboard('{F6}');
      regions.push((document.activeElement as HTMLElement).dataset['region']);
    }
    expect(regions).toEqual(['bar', 'side', 'page', 'bar']);
  });
});

describe('changing profile', () => {
  it('goes to a sandbox at once and asks once before real money', async () => {
    const { user, world } = start('/settings/general');
    await settings();
    act(() => void setState(world, { profile: builtInProfile }));
    await user.click(await screen.findByRole('button', { name: /Sandbox Blaaiz Sandbox, change/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Halden & Moor LIVE|^Halden & Moor$/ }));
    await screen.findByRole('dialog', { name: 'Change to Halden & Moor?' });
    expect(requestsOf(world, 'profiles.choose')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Change to live' }));
    await waitFor(() => expect(requestsOf(world, 'profiles.choose')).toEqual([{ id: 'profile-live' }]));
  });
});
