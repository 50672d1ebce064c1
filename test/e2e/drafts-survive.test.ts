import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo, pick } from './support/go.ts';
import { drawPaper } from './support/papers.ts';

let at: ConnectedDesk;
let desk: Desk;

beforeAll(async () => {
  at = await openBlaaizDesk(null);
  ({ desk } = at);
  good(await desk.ask('wallets.list', { fresh: true }));
});
afterAll(() => at.close());

/** Cuts the power 300 ms after the last key by the page's own clock, and starts again. */
async function cutThePower(): Promise<void> {
  await desk.page().evaluate(() => {
    const last = performance.now();
    return new Promise<void>((done) => {
      const look = () => (performance.now() - last >= 300 ? done() : void requestAnimationFrame(look));
      look();
    });
  });
  await desk.app().kill();
  await desk.startAgain();
  await desk.page().getByRole('navigation', { name: 'Screens' }).waitFor();
}

describe('what was typed before the power was cut', () => {
  it('is all in the payout again, a half-typed amount too', async () => {
    const page: Page = desk.page();
    await goTo(page, '/payouts/new', 'New payout');
    await pick(page, 'Wallet', /Pounds/);
    await page.getByRole('textbox', { name: /Reference/ }).fill('CUT-1');
    await page.getByRole('combobox', { name: 'Payee' }).fill('Okonjo Texti');
    await page.getByRole('textbox', { name: /You send/ }).focus();
    await page.keyboard.type('2,4');
    await cutThePower();
    const { rows } = good(await desk.ask('payouts.list', { view: 'drafts', query: 'CUT-1', cursor: null, limit: 5 }));
    expect(rows).toHaveLength(1);
    await goTo(desk.page(), `/payouts/${rows[0]?.id}`, 'CUT-1');
    expect(await desk.page().getByRole('textbox', { name: /You send/ }).inputValue()).toBe('2,4');
    expect(await desk.page().getByRole('combobox', { name: 'Payee' }).inputValue()).toBe('Okonjo Texti');
    await desk.page().getByRole('button', { name: /Pounds.*Wallet$/ }).waitFor();
  });

  it('is all in the customer again, with half a date and the kept document', async () => {
    const page = desk.page();
    await goTo(page, '/customers/new', 'New customer');
    await page.getByLabel('Given names').fill('Thea Ines');
    await page.getByLabel('Passport number').fill('T41X88205');
    const buffer = await drawPaper({ fields: { firstName: 'Thea Ines', lastName: 'Marlowe', country: 'NG', idNumber: 'T41X88205', dob: '1991-03-14', idExpiryDate: '2031-08-22' } });
    await page.locator('input[type=file]').first().setInputFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('img', { name: /^Passport page/ }).waitFor();
    await page.getByText('Fill the form from this document').waitFor();
    await page.getByLabel('Birth date').focus();
    await page.keyboard.type('14 Ma');
    await cutThePower();
    const { rows } = good(await desk.ask('customers.list', { query: 'Thea', states: [], cursor: null, limit: 5 }));
    expect(rows).toHaveLength(1);
    await goTo(desk.page(), `/customers/${rows[0]?.id}`, 'Thea Ines');
    expect(await desk.page().getByLabel('Birth date').inputValue()).toBe('14 Ma');
    expect(await desk.page().getByLabel('Passport number').inputValue()).toBe('T41X88205');
    await desk.page().getByRole('img', { name: /^Passport page/ }).waitFor();
    await desk.page().getByText('Fill the form from this document').waitFor();
  });
});
