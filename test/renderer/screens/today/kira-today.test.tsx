import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accountLeaveWords } from '../../../../renderer/screens/today/account-balances.tsx';
import { depositDesk, depositPayout, fiatPayout, unknownKira } from '../../fake/deposit-samples.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const hour = 3_600_000;

describe('today at Kira', () => {
  it('shows accounts with how they are funded and whether they can pay out, in place of wallets', async () => {
    const { user, world } = start('/today', { world: depositDesk(fiatPayout(Date.now())) });
    const side = within(await screen.findByRole('complementary', { name: 'Balances' }));
    expect(await side.findByText('Operations')).toBeDefined();
    expect(side.getByText('22,916.40')).toBeDefined();
    expect(side.getByText('Moor Imports. By deposit for each payout, USDC on Solana')).toBeDefined();
    expect(side.getByText('Not ready yet')).toBeDefined();
    expect(side.queryByText(/wallet/)).toBeNull();
    expect(requestsOf(world, 'wallets.list')).toEqual([]);
    await user.click(side.getByRole('button', { name: /Read again/ }));
    await waitFor(() => expect(requestsOf(world, 'accounts.list')).toContainEqual({ fresh: true }));
  });

  it('says what waits for a deposit, apart from what is on its way and what needs somebody', async () => {
    const now = Date.now();
    const { user } = start('/today', {
      world: depositDesk(
        depositPayout(now), depositPayout(now, { id: 'late', payeeName: 'Gone Inc', state: 'deposit_expired' }, { expiresAt: now - hour }), fiatPayout(now), fiatPayout(now, { id: 'fiat-2' }),
      ),
    });
    expect(await screen.findByText('One thing needs you. One payout waits for your deposit. 2 payouts are on their way.')).toBeDefined();
    expect(screen.getByText('Deposit expired: Gone Inc. Do not send to its address')).toBeDefined();
    expect(screen.getByRole('button', { name: 'New address: Gone Inc' })).toBeDefined();
    const way = within(screen.getByText('On the way').closest('section') ?? document.body);
    expect(way.queryByText('Awaiting deposit')).toBeNull();
    const waiting = within(screen.getByText('Waiting for your deposit').closest('section') ?? document.body);
    expect(waiting.getByText(/21 h 1[34] min left/)).toBeDefined();
    await user.click(waiting.getByRole('button', { name: /^Open deposit/ }));
    await waitFor(() => expect(window.location.hash).toBe('#/deposits/deposit-1'));
  });

  it('names Kira where it refused', async () => {
    start('/today', { world: depositDesk(fiatPayout(Date.now(), { state: 'refused', needsPerson: true })) });
    expect(await screen.findByText('Refused by Kira: Harrow & Finch LLP')).toBeDefined();
  });

  it('leads somebody new by account, recipient and payout, never by customers', async () => {
    const { user } = start('/today', { world: { ...depositDesk(), recipients: [] } });
    expect(await screen.findByText('Have an account that can pay out')).toBeDefined();
    expect(await screen.findByText('Add the recipient who is paid')).toBeDefined();
    expect(screen.queryByText(/customer/i)).toBeNull();
    await user.click(screen.getAllByRole('button', { name: /New recipient/ })[0] ?? document.body);
    await waitFor(() => expect(window.location.hash).toBe('#/recipients/new'));
  });
});

describe('what an unknown payout means for the accounts', () => {
  const amount = { minor: 64_000, currency: 'USD' } as const;
  const holds = (minor: number) => ({ balance: { minor, currency: 'USD' } as const });
  it('says what is free to use where one account holds money', () => {
    expect(accountLeaveWords(amount, [holds(2_291_640), holds(0), { balance: null }])).toBe('640.00 USD may still leave the account. Until that is known, 22,276.40 is free to use.');
  });
  it('guesses neither the account nor a negative rest', () => {
    expect(accountLeaveWords(amount, [holds(100_000), holds(100_000)])).toBe('640.00 USD may still leave an account.');
    expect(accountLeaveWords(amount, [holds(100)])).toBe('640.00 USD may still leave an account.');
    expect(accountLeaveWords(amount, [])).toBe('640.00 USD may still leave an account.');
  });
  it('is told on the page', async () => {
    start('/today', { world: depositDesk(...unknownKira(Date.now(), hour)) });
    expect(await screen.findByText(/640.00 USD may still leave/)).toBeDefined();
  });
});
