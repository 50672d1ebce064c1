import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { arrivedStates, openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { seededRecipient } from './support/kira-payout.ts';
import { goTo } from './support/go.ts';

let at: ConnectedDesk;
let page: Page;

beforeAll(async () => {
  at = await openKiraDesk(2);
  page = at.desk.page();
  await seededRecipient(at.desk, at.provider.kira.wire);
});
afterAll(() => at.close());

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const focusedId = () => page.evaluate(() => document.activeElement?.id ?? '');
/** Walks with Tab until a field has the focus, and gives up where a person would. */
async function tabTo(id: string): Promise<void> {
  for (let step = 0; step < 40 && await focusedId() !== id; step += 1) await press('Tab');
  expect(await focusedId()).toBe(id);
}

describe('a Kira payout from a balance, without a mouse', () => {
  it('is written, reviewed, released with its code and on its way, with nothing but keys', async () => {
    await goTo(page, '/today', /\w/);
    await press('n');
    await page.getByRole('heading', { level: 1, name: 'New payout' }).waitFor();
    await tabTo('payout-walletId');
    await press('Enter');
    await page.getByRole('option', { name: /Operating/ }).waitFor();
    await page.keyboard.type('Nor');
    await press('Home', 'Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await page.locator('#payout-walletId').innerText()).toMatch(/Operating/);
    await tabTo('payout-payeeId');
    await page.keyboard.type('Calder');
    await page.getByRole('option', { name: /Calder/ }).first().waitFor();
    await press('ArrowDown', 'Enter');
    await vi.waitFor(async () => { expect(await page.locator('#payout-payeeId').inputValue()).toBe('Calder Freight Inc'); });
    await tabTo('payout-amountMinor');
    await page.keyboard.type('250.50');
    await tabTo('payout-reference');
    await page.keyboard.type('MI-0920');
    await press('Tab');
    await page.getByText(/Adds up/).first().waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    await page.getByText(/Price read again/).waitFor();
    await press('F6', 'Tab', 'Enter');
    const sheet = page.getByRole('dialog', { name: 'Enter the code to release this payout' });
    await sheet.getByText(/Valid for/).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'one-time-code');
    await page.keyboard.type(await at.provider.kira.newestCode());
    // Enter in the field releases nothing: money leaves by its own button alone.
    await press('Enter');
    expect(await at.provider.kira.payouts()).toEqual([]);
    const button = sheet.getByRole('button', { name: 'Release 250.50 USD' });
    for (let step = 0; step < 12 && !await button.evaluate((one) => one === document.activeElement); step += 1) await press('Tab');
    await press('Enter');
    await page.getByRole('button', { name: /Take it back/ }).waitFor();
    const { rows } = good(await at.desk.ask('payouts.list', { view: 'all', query: 'MI-0920', cursor: null, limit: 1 }));
    await at.until(rows[0]?.id ?? '', arrivedStates);
    expect(await at.provider.kira.payoutsInLedger()).toMatchObject([{ amount: -25_050 }]);
  });
});
