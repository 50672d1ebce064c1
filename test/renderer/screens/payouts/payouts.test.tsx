import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../../preload/contract/result.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const grid = () => screen.findByRole('grid', { name: 'Payouts' });

describe('the list of payouts', () => {
  it('puts what needs a person first and adds up exactly the rows shown, a figure a currency', async () => {
    start('/payouts');
    const rows = within(await grid());
    expect(await rows.findByText('Atelier Brandt GmbH')).toBeDefined();
    expect(rows.getByText('Needs you')).toBeDefined();
    expect(rows.getByText('All others')).toBeDefined();
    expect(screen.getByText('The 14 rows shown add up to')).toBeDefined();
    expect(screen.getByText('5,470.00')).toBeDefined();
  });

  it('is moved through with J and K, peeked into with Space, opened with Enter', async () => {
    const { user } = start('/payouts');
    await within(await grid()).findByText('Atelier Brandt GmbH');
    await user.keyboard('jjk');
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Atelier Brandt GmbH');
    await user.keyboard(' ');
    expect(await screen.findByRole('complementary', { name: 'The payout' })).toBeDefined();
    (await grid()).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/payout-1'));
  });

  it('searches as you type, from the slash key', async () => {
    const { user, world } = start('/payouts');
    await within(await grid()).findByText('Atelier Brandt GmbH');
    await user.keyboard('/');
    await user.keyboard('okonjo');
    await waitFor(() => expect(screen.getByText('The 2 rows shown add up to')).toBeDefined());
    expect(requestsOf(world, 'payouts.list').at(-1)).toMatchObject({ view: 'all', query: 'okonjo' });
  });

  it('shows a tab with its own rows', async () => {
    const { user } = start('/payouts');
    await user.click(await screen.findByRole('radio', { name: /Drafts/ }));
    const rows = within(await grid());
    await waitFor(() => expect(rows.queryByText('Atelier Brandt GmbH')).toBeNull());
    expect(await rows.findByText('Lagoon Print Works')).toBeDefined();
  });

  it('offers in a row’s menu what its state allows', async () => {
    const { user, world } = start('/payouts');
    const row = await within(await grid()).findByText('Halima Yusuf');
    await user.pointer({ keys: '[MouseRight]', target: row });
    const menu = within(await screen.findByRole('menu'));
    expect(menu.queryByRole('menuitem', { name: /Edit/ })).toBeNull();
    await user.click(menu.getByRole('menuitem', { name: 'Take it back' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.takeBack')).toEqual([{ id: 'payout-4' }]));
  });

  it('teaches what to do when there is nothing', async () => {
    start('/payouts', { world: { payouts: [] } });
    expect(await screen.findByText(/No payouts yet/)).toBeDefined();
  });

  it('says what went wrong when it can not be read', async () => {
    start('/payouts', { handlers: { 'payouts.list': () => fail({ code: 'storage', message: 'The vault can’t be read.', fix: 'Open the app again.' }) } });
    expect(await screen.findByText('The vault can’t be read.')).toBeDefined();
  });
});

describe('a payout that has left', () => {
  it('tells why it stopped and makes a corrected copy', async () => {
    const { user, world } = start('/payouts/payout-12');
    expect(await screen.findByText('Blaaiz refused it. Nothing left the wallet.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Make a corrected copy' }));
    expect(await screen.findByRole('button', { name: /Review payout/ })).toBeDefined();
    expect(requestsOf(world, 'payouts.clone')).toEqual([{ id: 'payout-12' }]);
  });

  it('reads its status when asked', async () => {
    const { user, world } = start('/payouts/payout-6');
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.check')).toEqual([{ id: 'payout-6' }]));
  });

  it('says until when it is watched', async () => {
    start('/payouts/payout-11');
    expect(await screen.findByText(/Watched until 4 December/)).toBeDefined();
  });
});
