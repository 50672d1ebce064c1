import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good, openDesk } from './support/desk.ts';
import { checkUntil, review, startInSandbox } from './support/job.ts';
import { changeToKira, copyAddress, fillKiraPayout, fundByStablecoin, getAddress, paste, typeCode } from './support/kira-job.ts';

describe('Kira’s job on the built-in sandbox, by key and mouse', () => {
  it('releases a payout from a balance with a mailed code, and follows it until it arrived', async () => {
    const desk = await openDesk({ env: { BURSAR_SANDBOX: '{"timeScale":60}' } });
    onTestFinished(desk.close);
    const page = desk.page();
    await startInSandbox(page);
    await changeToKira(page);
    await page.keyboard.press('n');
    await fillKiraPayout(page, { account: /Operating/, recipient: 'Werkhof', amount: '1,000.00', memo: 'MI-0918' });
    await review(page);
    await typeCode(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Release 1,000.00 USD' }).click();
    await checkUntil(page, /Completed/);
    const { rows } = good(await desk.ask('payouts.list', { view: 'done', query: '', cursor: null, limit: 10 }));
    expect(rows).toMatchObject([{ provider: 'kira', method: 'swift', payeeName: 'Werkhof GmbH', send: { minor: 100_000, currency: 'USD' }, receive: { minor: 97_700, currency: 'USD' } }]);
    const { uetr } = good(await desk.ask('payouts.get', { id: rows[0]?.id ?? '' }));
    expect(uetr).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByText(uetr ?? '').waitFor();
    expect(good(await desk.ask('accounts.list', { fresh: true })).accounts.find(({ balance }) => balance !== null)?.balance?.minor).toBe(2_500_000 - 100_000);
  });
});

describe('Kira’s code and deposit windows', () => {
  let at: ConnectedDesk;
  let page: Page;

  beforeEach(async () => {
    // As it comes: long enough that the page is seen to change on the way out and back.
    at = await openKiraDesk(5);
    page = at.desk.page();
    await page.getByRole('link', { name: /Deposits/ }).waitFor();
    await page.keyboard.press('n');
  });
  afterEach(() => at.close());

  it('say how many tries are left after a wrong code, keep the window open, and take the right one pasted', async () => {
    await fillKiraPayout(page, { account: /Operating/, recipient: 'Calder', amount: '250.50', memo: 'MI-0919' });
    await review(page);
    await page.getByRole('button', { name: 'Release payout' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(/payments@northfield.example/).waitFor();
    const field = sheet.getByRole('textbox', { name: /Code/ });
    await field.waitFor();
    const code = await at.provider.kira.newestCode();
    await field.fill(code === '111111' ? '222222' : '111111');
    await sheet.getByRole('button', { name: /^Release / }).click();
    await page.getByRole('dialog').getByText(/2 tries left/).waitFor();
    expect(await at.provider.kira.payoutsInLedger()).toHaveLength(0);
    await paste(page, `${code.slice(0, 3)} ${code.slice(3)}`);
    await vi.waitFor(async () => { expect(await field.inputValue()).toBe(code); });
    await page.getByRole('dialog').getByRole('button', { name: /^Release / }).click();
    await page.getByText(/Kira has it|On its way|It arrived/).first().waitFor();
    expect(await at.provider.kira.payoutsInLedger()).toHaveLength(1);
  });

  it('give the address after it was read back, alarm when the clipboard changes, and go on when the deposit came', async () => {
    await fillKiraPayout(page, { account: /Stablecoin/, recipient: 'Werkhof', amount: '500.00', memo: 'MI-0917' });
    await fundByStablecoin(page);
    await review(page);
    await getAddress(page);
    const [made] = await at.provider.kira.payouts();
    const address = good(await at.desk.ask('today.summary', {})).deposits[0]?.deposit.address ?? '';
    const copy = page.getByRole('button', { name: 'Copy address' });
    await page.getByRole('textbox', { name: /Read back/ }).fill('zzzz');
    expect(await copy.isDisabled()).toBe(true);
    await copyAddress(page, address.slice(-4));
    await page.getByText(/Copied/).first().waitFor();
    await at.desk.app().control({ do: 'clipboard', text: `0x${'9'.repeat(40)}` });
    await page.getByText(/clipboard was changed|clipboard changed/i).first().waitFor();
    await at.provider.control(`kira/payouts/${made?.id ?? ''}/deposit`, { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: `0x${'ab'.repeat(32)}` });
    await page.getByText(/Your deposit arrived/).waitFor({ timeout: 60_000 });
  });
});
