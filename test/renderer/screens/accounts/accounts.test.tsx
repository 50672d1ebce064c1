import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { depositStatus } from '../../../../renderer/screens/accounts/account-words.ts';
import { readyState } from '../../fake/app-state.ts';
import { kiraDesk } from '../../fake/kira-desk.ts';
import { kiraProfile } from '../../fake/kira-profiles.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const open = (options: FakeOptions = {}) => start('/accounts', { ...options, world: { ...kiraDesk(), ...options.world } });
const cards = async () => within(await screen.findByRole('list', { name: 'Accounts' })).getAllByRole('listitem').filter((item) => item.querySelector('section'));
const card = async (index: number) => (await cards())[index] as HTMLElement;

describe('the accounts', () => {
  it('say how each is funded, what Kira says and what that comes to', async () => {
    open();
    expect((await cards()).length).toBe(4);
    expect((await card(0)).textContent).toContain('Pays from its balance');
    expect((await card(0)).textContent).toContain('Ready to pay out');
    expect((await card(0)).textContent).toContain('22,916.40');
    expect((await card(0)).textContent).toContain('1 min ago');
    expect((await card(1)).textContent).toContain('Funded by stablecoin per payout');
    expect((await card(1)).textContent).toContain('USDC on Solana');
    expect((await card(1)).textContent).toContain('keeps no balance');
    expect((await card(2)).textContent).toContain('Kira saysactivating');
  });

  it('name what is missing with what to do, and offer a payout only where one can leave', async () => {
    open();
    const waiting = within(await card(2));
    expect(waiting.getByText('There is no account number yet')).toBeDefined();
    expect(waiting.getByText('Kira is still opening the account. Look again later.')).toBeDefined();
    expect(waiting.getByText(/given it no account number yet/)).toBeDefined();
    expect(waiting.queryByRole('button', { name: /New payout/ })).toBeNull();
    const { getByRole } = within(await card(0));
    getByRole('button', { name: /New payout/ }).click();
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/new?account=account-1'));
  });

  it('copy where to pay in', async () => {
    const { user } = open();
    await user.click(within(await card(0)).getByRole('button', { name: 'Copy: Routing number' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('026073150'));
  });

  it('are read again when asked, and what was kept stays when that fails', async () => {
    const { user, world } = open();
    await card(0);
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(requestsOf(world, 'accounts.list')).toContainEqual({ fresh: true }));
    await waitFor(() => expect(screen.getAllByText('just now').length).toBeGreaterThan(0));
  });

  it('say that they are old while there is no line', async () => {
    const state = readyState(Date.now());
    open({ world: { state: { ...state, profile: kiraProfile, connection: { online: false, since: Date.now(), detail: null, budget: null } } } });
    await screen.findByText('Offline: these are the figures as last read.');
    expect((await card(0)).textContent).toContain('22,916.40');
  });

  it('are asked for once when they were never read', async () => {
    const { world } = open({ handlers: { 'accounts.list': () => ok({ accounts: [], readAt: null }) } });
    await waitFor(() => expect(requestsOf(world, 'accounts.list').filter((request) => (request as { fresh: boolean }).fresh).length).toBe(1));
    await screen.findByText('The accounts have not been read yet. Read them when there is a line.');
  });

  it('say so when Kira has none', async () => {
    const { user, world } = open({ handlers: { 'accounts.list': () => ok({ accounts: [], readAt: Date.now() }) } });
    await screen.findByText(/no virtual account for your business yet/);
    await user.click(screen.getByRole('button', { name: 'Write to Kira' }));
    expect(requestsOf(world, 'app.openHelp')).toEqual([{ page: 'kira-support' }]);
  });
});

describe('what came in', () => {
  const panel = () => screen.findByRole('complementary', { name: 'Money that came in' });

  it('stands beside its account with amount, net, sender, rail and state', async () => {
    const { user } = open();
    await user.click(within(await card(0)).getByRole('button', { name: /Show what came in/ }));
    const lines = within(await panel());
    await lines.findByText('19,995.00 USD after fees');
    expect(lines.getAllByText('Moor Holding').length).toBe(2);
    expect(lines.getByText('Received')).toBeDefined();
    expect(lines.getByText('On its way')).toBeDefined();
    expect(lines.getByText('Not in the balance.')).toBeDefined();
    await user.click(lines.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('says why it can’t be read', async () => {
    const { user } = open({ handlers: { 'accounts.deposits': () => fail(appError('offline', 'Kira is not reached.', { fix: 'Look again later.' })) } });
    await user.click(within(await card(0)).getByRole('button', { name: /Show what came in/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Kira is not reached.');
  });

  it.each([['COMPLETED', 'Received'], ['completed', 'Received'], ['PENDING', 'On its way'], ['KYT_PENDING', 'Held for review'], ['REFUNDED', 'Sent back'], ['FAILED', 'Refused'], ['BRAND_NEW', 'BRAND_NEW']])('reads %s as %s', (status, word) => {
    expect(depositStatus({ status }).word).toBe(word);
  });
});
