import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../preload/contract/result.ts';
import { onFlush } from '../../../renderer/flush.ts';
import { liveProfile, readyState, testProfile } from '../fake/app-state.ts';
import { kiraDesk } from '../fake/kira-desk.ts';
import { kiraPractice, kiraProfile } from '../fake/kira-profiles.ts';
import { requestsOf } from '../fake-bursar.ts';
import { setState } from '../fake/world.ts';
import { start } from '../stage.tsx';

const settings = () => screen.findByRole('heading', { name: 'General' });
const entries = () => within(screen.getByRole('navigation', { name: 'Screens' })).getAllByRole('link').map((link) => link.getAttribute('href')?.replace('/#', ''));
const onPractice = () => ({ ...kiraDesk(), state: { ...readyState(Date.now()), profile: kiraPractice } });

describe('the screens of a provider', () => {
  it('are those that Kira has, under a Kira profile', async () => {
    start('/settings/general', { world: kiraDesk() });
    await settings();
    expect(entries()).toEqual(['/today', '/payouts', '/deposits', '/repairs', '/recipients', '/accounts', '/settings']);
  });

  it('are those that Blaaiz has, under a Blaaiz profile', async () => {
    start('/settings/general');
    await settings();
    expect(entries()).toEqual(['/today', '/customers', '/payouts', '/repairs', '/settings']);
  });

  it.each(['/customers', '/customers/new', '/customers/customer-1'])('%s leads to Today under Kira', async (address) => {
    start(address, { world: kiraDesk() });
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
  });

  it.each(['/deposits', '/deposits/payout-1', '/recipients', '/recipients/new', '/recipients/recipient-1', '/accounts'])('%s leads to Today under Blaaiz', async (address) => {
    start(address);
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
  });

  it('are left when a profile of another provider comes by whatever way', async () => {
    const { world } = start('/accounts', { world: kiraDesk() });
    await screen.findByRole('heading', { name: /^Accounts/ });
    act(() => void setState(world, { profile: liveProfile }));
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
  });

  it('have their own keys, in reach and in the list of keys', async () => {
    const { user } = start('/settings/general', { world: kiraDesk() });
    await settings();
    await user.keyboard('?');
    const words = (await screen.findByRole('dialog')).textContent;
    expect(words).toContain('Go to Recipients');
    expect(words).not.toContain('Go to Customers');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('gc');
    expect(window.location.hash).toBe('#/settings/general');
    await user.keyboard('ga');
    await waitFor(() => expect(window.location.hash).toBe('#/accounts'));
    await user.keyboard('r');
    await waitFor(() => expect(window.location.hash).toBe('#/recipients/new'));
  });

  it('are in the palette too', async () => {
    const { user } = start('/settings/general', { world: kiraDesk() });
    await settings();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('menuitem', { name: /Go to Deposits/ });
    expect(screen.queryByRole('menuitem', { name: /customer/i })).toBeNull();
  });
});

describe('where one is', () => {
  it('is told by word, provider and name', async () => {
    const { world } = start('/settings/general', { world: kiraDesk() });
    await settings();
    const chip = await screen.findByRole('button', { name: 'Live Kira Halden & Moor, change the profile' });
    expect(chip.textContent).toContain('LIVE');
    expect(chip.textContent).toContain('Kira');
    act(() => void setState(world, { profile: { ...kiraPractice, name: 'Practice Kira' } }));
    expect((await screen.findByRole('button', { name: 'Sandbox Practice Kira, change the profile' })).textContent).toContain('SANDBOX');
    act(() => void setState(world, { profile: testProfile }));
    await screen.findByRole('button', { name: 'Sandbox Blaaiz Halden & Moor, test, change the profile' });
  });
});

describe('changing the profile', () => {
  it('offers profiles by provider, and the practice one that is missing', async () => {
    const { user, world } = start('/settings/general', { world: kiraDesk() });
    await settings();
    await user.click(await screen.findByRole('button', { name: /change the profile/ }));
    const blaaiz = await screen.findByRole('group', { name: 'Blaaiz' });
    expect(within(blaaiz).getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Halden & MoorLIVE']);
    expect(within(screen.getByRole('group', { name: 'Kira' })).getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Halden & MoorLIVE', 'PracticeSANDBOX']);
    await user.click(screen.getByRole('menuitem', { name: 'Practice with Blaaiz' }));
    await waitFor(() => expect(world.state.profile?.id).toBe('profile-sandbox'));
    expect(requestsOf(world, 'profiles.useSandbox')).toEqual([{ provider: 'blaaiz' }]);
  });

  it('asks once before real money moves at Kira, naming it', async () => {
    const { user, world } = start('/settings/general', { world: onPractice() });
    await settings();
    await user.click(await screen.findByRole('button', { name: /change the profile/ }));
    await user.click(within(await screen.findByRole('group', { name: 'Kira' })).getByRole('menuitem', { name: /Halden/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Change to Halden & Moor?' });
    expect(dialog.textContent).toContain('This Kira profile is live');
    expect(requestsOf(world, 'profiles.choose')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Change to live' }));
    await waitFor(() => expect(requestsOf(world, 'profiles.choose')).toEqual([{ id: kiraProfile.id }]));
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('saves what is typed for the old profile before the new one comes', async () => {
    const { user, world } = start('/recipients/new', { world: kiraDesk() });
    await user.type(await screen.findByRole('textbox', { name: 'Company' }), 'Kestrel');
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('searchbox', { name: 'Search or do anything' });
    fireEvent.change(box, { target: { value: 'change to practice' } });
    await user.click(await screen.findByRole('menuitem', { name: /Change to Practice/ }));
    await waitFor(() => expect(world.state.profile?.id).toBe(kiraPractice.id));
    const order = world.calls.map((call) => call.channel).filter((channel) => channel === 'recipients.save' || channel === 'profiles.choose');
    expect([order[0], order.at(-1)]).toEqual(['recipients.save', 'profiles.choose']);
    expect(requestsOf(world, 'recipients.save').at(-1)).toMatchObject({ fields: { companyName: 'Kestrel' } });
    expect(window.location.hash).toBe('#/today');
  });

  it('does not happen while something typed can’t be saved, and says so', async () => {
    const { user, world } = start('/settings/general', { world: kiraDesk() });
    await settings();
    const stop = onFlush(async () => false);
    await user.click(await screen.findByRole('button', { name: /change the profile/ }));
    await user.click(within(await screen.findByRole('group', { name: 'Kira' })).getByRole('menuitem', { name: /Practice/ }));
    expect((await screen.findByRole('dialog')).textContent).toContain('something you typed could not be saved');
    expect(requestsOf(world, 'profiles.choose')).toEqual([]);
    stop();
  });

  it('says why it failed', async () => {
    const { user, world } = start('/settings/general', {
      world: kiraDesk(), handlers: { 'profiles.choose': () => fail({ code: 'keychain-denied', message: 'The keychain gave no keys.', fix: 'Allow it.' }) },
    });
    await settings();
    await user.click(await screen.findByRole('button', { name: /change the profile/ }));
    await user.click(within(await screen.findByRole('group', { name: 'Kira' })).getByRole('menuitem', { name: /Practice/ }));
    const dialog = await screen.findByRole('dialog', { name: 'The profile is the same as before' });
    expect(dialog.textContent).toContain('The keychain gave no keys.');
    expect(world.state.profile?.id).toBe(kiraProfile.id);
    await user.click(within(dialog).getByRole('button', { name: 'Stay here' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
