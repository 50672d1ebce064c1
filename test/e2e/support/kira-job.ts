import type { Page } from 'playwright-core';
import { pick } from './go.ts';
import { invoicePdf } from './kira-payout.ts';

/** Goes from the first practice profile to Kira's, by the profile menu. */
export async function changeToKira(page: Page): Promise<void> {
  await page.getByRole('button', { name: /change the profile/ }).click();
  await page.getByRole('menuitemradio', { name: /Practice Kira/ }).or(page.getByRole('menuitem', { name: /Practice Kira/ })).first().click();
  await page.getByRole('link', { name: /Deposits/ }).waitFor();
}

/** Fills Kira's editor that is open: an account, the seeded recipient, an amount and a memo. */
export async function fillKiraPayout(page: Page, what: { readonly account: RegExp; readonly recipient: string; readonly amount: string; readonly memo: string }): Promise<void> {
  await pick(page, 'Virtual account', what.account);
  await findRecipient(page, what.recipient);
  await page.getByRole('textbox', { name: /You send/ }).fill(what.amount);
  await page.getByRole('textbox', { name: /Memo/ }).fill(what.memo);
  await page.keyboard.press('Tab');
}

/** Types a recipient's name and takes it. A book that was just taken over from Kira may be a moment behind, and a list that changes under the
 *  pointer takes no click: what counts is that the field has the whole name in the end. */
async function findRecipient(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: /Recipient/ });
  const found = page.getByRole('option', { name }).first();
  for (let turn = 0; turn < 12; turn += 1) {
    await field.fill('');
    await field.pressSequentially(name);
    await found.click({ timeout: 3_000 }).catch(() => undefined);
    if ((await field.inputValue()).length > name.length) return;
  }
  throw new Error(`The recipient ${name} can't be chosen`);
}

/** Chooses how a stablecoin payout is funded, and adds its invoice. */
export async function fundByStablecoin(page: Page): Promise<void> {
  await page.getByText('Polygon', { exact: true }).first().click();
  await page.getByText('USDC', { exact: true }).first().click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'invoice-0917.pdf', mimeType: 'application/pdf', buffer: invoicePdf });
  await page.getByText('invoice-0917.pdf').first().waitFor();
}

/** Opens the code window and types the code that came to the practice mailbox. */
export async function typeCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Release payout' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(/Practice mailbox/).waitFor();
  await sheet.getByRole('button', { name: 'Use this code' }).click();
}

/** Reads the address back and copies it. */
export async function copyAddress(page: Page, lastFour: string): Promise<void> {
  await page.getByRole('textbox', { name: /Read back/ }).fill(lastFour);
  await page.getByRole('button', { name: 'Copy address' }).click();
}

/** Has the address for the deposit made, from the review page. */
export async function getAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Get the deposit address' }).click();
  await page.getByText('Exactly this must arrive').waitFor();
}

/** Pastes a text where the focus is, as Ctrl+V would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
