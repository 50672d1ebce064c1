import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { depositDesk, depositPayout } from '../../fake/deposit-samples.ts';
import { start } from '../../stage.tsx';

const hour = 3_600_000;
const card = (title: string) => within(screen.getByText(title).closest('section') ?? document.body);

describe('the list of deposits', () => {
  it('tells what is awaited, the soonest first, and keeps what ran out apart', async () => {
    const now = Date.now();
    start('/deposits', {
      world: depositDesk(
        depositPayout(now, { id: 'a', payeeName: 'Late & Sons' }, { expiresAt: now + 20 * hour }),
        depositPayout(now, { id: 'b', payeeName: 'Soon Ltd' }, { expiresAt: now + 40 * 60_000, amount: '12.345678', token: 'USDT', network: 'solana' }),
        depositPayout(now, { id: 'c', payeeName: 'Gone Inc', state: 'deposit_expired' }, { expiresAt: now - hour }),
      ),
    });
    await screen.findByText('Waiting for your deposit');
    const waiting = card('Waiting for your deposit');
    expect(waiting.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual(['Open deposit: Soon Ltd', 'Open deposit: Late & Sons']);
    expect(waiting.getByText('12.345678')).toBeDefined();
    expect(waiting.getByText('On Solana · MI-0917')).toBeDefined();
    expect(waiting.getAllByRole('progressbar')).toHaveLength(2);
    expect(card('Time is over').getByText('Do not send')).toBeDefined();
    expect(card('Time is over').getByRole('button', { name: 'New address: Gone Inc' })).toBeDefined();
  });

  it('leads to the deposit', async () => {
    const { user } = start('/deposits', { world: depositDesk(depositPayout(Date.now())) });
    await user.click(await screen.findByRole('button', { name: /^Open deposit/ }));
    await waitFor(() => expect(window.location.hash).toBe('#/deposits/deposit-1'));
  });

  it('trap 19: puts a deposit whose time is over by the server’s clock under what ran out', async () => {
    const now = Date.now();
    start('/deposits', { world: depositDesk(depositPayout(now, {}, { expiresAt: now + hour, serverAhead: 2 * hour })) });
    expect(await screen.findByText('Do not send')).toBeDefined();
    expect(screen.queryByText('Waiting for your deposit')).toBeNull();
  });

  it('says what deposits are when there is none', async () => {
    start('/deposits', { world: depositDesk() });
    expect(await screen.findByText(/No deposit is awaited\..*24 hours/)).toBeDefined();
  });
});

describe('a payout that waits for a deposit', () => {
  it('shows its deposit when it is opened', async () => {
    start('/payouts/deposit-1', { world: depositDesk(depositPayout(Date.now())) });
    expect(await screen.findByRole('button', { name: 'Copy address' })).toBeDefined();
    expect(window.location.hash).toBe('#/deposits/deposit-1');
  });

  it('stands in the list with a filled pill, and can’t be paid again meanwhile', async () => {
    const { user } = start('/payouts', { world: depositDesk(depositPayout(Date.now())) });
    const grid = within(await screen.findByRole('grid', { name: 'Payouts' }));
    const word = await grid.findByText('Awaiting deposit');
    expect(word.closest('[data-pill]')).not.toBeNull();
    expect(grid.getByText('Kira')).toBeDefined();
    await user.pointer({ keys: '[MouseRight]', target: word });
    const menu = within(await screen.findByRole('menu'));
    expect(menu.getByRole('menuitem', { name: 'Open the deposit' })).toBeDefined();
    expect(menu.queryByRole('menuitem', { name: /Pay again|copy|new payout/i })).toBeNull();
  });
});
