import { afterEach, describe, expect, it } from 'vitest';
import { good, openDesk, type Desk } from './support/desk.ts';
import { acceptHolder, checkUntil, fillCustomer, fillPayout, review, sendFromReview, startInSandbox, submitCustomer } from './support/job.ts';

let desk: Desk;
afterEach(() => desk.close());

const sandbox = { BURSAR_SANDBOX: '{"timeScale":60,"controls":true,"port":0}' };

describe('the main job, from a passport to a completed payout', () => {
  it('works on the built-in sandbox with no account and no network', async () => {
    desk = await openDesk({ env: sandbox });
    const page = desk.page();
    await startInSandbox(page);
    await fillCustomer(page);
    await submitCustomer(page);
    await checkUntil(page, /Verified/);
    await page.keyboard.press('n');
    await fillPayout(page);
    await acceptHolder(page);
    await review(page);
    await sendFromReview(page);
    await checkUntil(page, /Completed/);
    await page.getByText('It arrived').waitFor();
    const { rows } = good(await desk.ask('payouts.list', { view: 'done', query: '', cursor: null, limit: 10 }));
    expect(rows).toMatchObject([{ state: 'completed', payeeName: 'Okonjo Textiles', reference: 'AN-0031', send: { minor: 240_000, currency: 'GBP' } }]);
    const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
    expect(wallets.find((wallet) => wallet.currency === 'GBP')?.balance.minor).toBe(1_940_000 - 240_000);
  });

  it('can be drafted with the network cut, and is sent by a person once it is back', async () => {
    desk = await openDesk({ env: sandbox });
    const page = desk.page();
    await startInSandbox(page);
    await fillCustomer(page);
    await submitCustomer(page);
    await checkUntil(page, /Verified/);
    await desk.ask('banks.list', { currency: 'NGN' });
    await desk.app().control({ do: 'online', value: false });
    await page.keyboard.press('n');
    await fillPayout(page, 'OFF-1');
    await page.getByText(/Offline since/).first().waitFor();
    await page.getByText(/Saved/).first().waitFor();
    expect(good(await desk.ask('payouts.list', { view: 'drafts', query: 'OFF-1', cursor: null, limit: 10 })).rows).toHaveLength(1);
    await desk.app().control({ do: 'online', value: true });
    good(await desk.ask('wallets.list', { fresh: true }));
    await page.getByText('Online').first().waitFor();
    expect(good(await desk.ask('payouts.list', { view: 'on-the-way', query: '', cursor: null, limit: 10 })).rows).toHaveLength(0);
    await acceptHolder(page);
    await review(page);
    await sendFromReview(page);
    await checkUntil(page, /Completed/);
    expect(good(await desk.ask('wallets.list', { fresh: true })).wallets.find((wallet) => wallet.currency === 'GBP')?.balance.minor).toBe(1_940_000 - 240_000);
  });
});
