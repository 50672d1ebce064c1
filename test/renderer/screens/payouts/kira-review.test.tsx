import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../preload/contract/result.ts';
import { sampleKiraPrice } from '../../fake/kira-payouts.ts';
import { noCode } from '../../fake/kira-samples.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { startKira } from './kira-desk.ts';

const fiat = '/payouts/kira-3/review';
const byCoin = '/payouts/kira-4/review';

describe('checking a Kira payout', () => {
  it('reads back account, recipient with bank and address, rail, memo and mark-up', async () => {
    startKira(fiat);
    expect(await screen.findByText('977.00', { selector: 'span' })).toBeDefined();
    for (const words of ['Operations at Kira', '41 Pearl Street, New York NY 10004, United States', '000774417745', 'First Meridian Bank', 'Routing number 026009593, checking account', 'Wire in US dollars', 'MI-0917']) {
      expect(await screen.findByText(words)).toBeDefined();
    }
    expect(screen.getByText('Your usual one at Kira')).toBeDefined();
    expect(await screen.findByText('21,916.40 USD stays in the account')).toBeDefined();
  });

  it('shows how banks write what they don’t carry', async () => {
    startKira(byCoin);
    expect(await screen.findByText('Banks write it: Cafe Lumiere SARL')).toBeDefined();
    expect(screen.getByText('Banks write it: 12 rue de la Paix, 45000 Orleans, France')).toBeDefined();
    expect(screen.getByText('Banks write it: Octobre, cafe')).toBeDefined();
  });

  it('says of one by stablecoin that no money leaves now, and asks for no code', async () => {
    const { user, world } = startKira(byCoin, { world: { code: noCode } });
    expect(await screen.findByText(/No money leaves now: you get an address to fund\. Once USDC on Polygon arrives there/)).toBeDefined();
    expect(screen.getByText('Invoice 5517.pdf, invoice, 182 kB, Harbour dues, October')).toBeDefined();
    await user.click(await screen.findByRole('button', { name: 'Get the deposit address' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.send')).toHaveLength(1));
    expect(requestsOf(world, 'payouts.send')[0]).toMatchObject({ id: 'kira-4', code: null });
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
  });

  it('sends straight away where no code is asked for', async () => {
    const { user, world } = startKira(fiat, { world: { code: { ...noCode, needed: false } } });
    await user.click(await screen.findByRole('button', { name: 'Send 1,000.00 USD' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.send')).toHaveLength(1));
    expect(requestsOf(world, 'payouts.send')[0]).toMatchObject({ code: null });
  });

  it('has a price that is no longer held read again', async () => {
    const prices = [Date.now() - 1_000, Date.now() + 600_000];
    const { user } = startKira(fiat, {
      handlers: { 'payouts.price': () => ok({ ...sampleKiraPrice(100_000, null, Date.now()), quote: { id: 'q', expiresAt: prices.shift() ?? 0 } }) },
    });
    expect(await screen.findByText('The price is no longer held')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Read it again' }));
    expect(await screen.findByText(/^Held until \d\d:\d\d:\d\d$/)).toBeDefined();
  });
});
