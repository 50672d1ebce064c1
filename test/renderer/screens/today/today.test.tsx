import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { leaveWords } from '../../../../renderer/screens/today/balances.tsx';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

describe('today', () => {
  it('says how much there is to do and leads to it', async () => {
    const { user } = start('/today');
    expect(await screen.findByText('7 things need you. 6 payouts are on their way.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Find out: Atelier Brandt GmbH' }));
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/payout-1'));
  });

  it('reads the balances again when asked', async () => {
    const { user, world } = start('/today');
    await user.click(await screen.findByRole('button', { name: /Read again/ }));
    await waitFor(() => expect(requestsOf(world, 'wallets.list')).toContainEqual({ fresh: true }));
  });

  it('leads somebody new to the first payout', async () => {
    start('/today', { world: { payouts: [], customers: [] } });
    const steps = within(await screen.findByRole('region', { name: 'Your first payout' }).catch(() => document.body));
    expect(await steps.findByText('Add the customer who pays')).toBeDefined();
    expect(screen.queryByText('On the way')).toBeNull();
  });
});

describe('what an unknown payout means for a wallet', () => {
  const amount = { minor: 118_000, currency: 'EUR' } as const;
  it('says what is free to use until it is known', () => {
    expect(leaveWords(amount, [{ currency: 'EUR', balance: { minor: 941_230, currency: 'EUR' } }]))
      .toBe('1,180.00 EUR may still leave the euro wallet. Until that is known, 8,232.30 is free to use.');
  });
  it('never reckons with another currency’s wallet', () => {
    expect(leaveWords(amount, [{ currency: 'GBP', balance: { minor: 1, currency: 'GBP' } }])).toBe('1,180.00 EUR may still leave the euro wallet.');
  });
});
