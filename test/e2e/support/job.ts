import type { Page } from 'playwright-core';
import { pick } from './go.ts';
import { drawPaper } from './papers.ts';

/** First start: the sandbox, in one click. */
export async function startInSandbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Practice with Blaaiz and Kira' }).click();
  await page.getByRole('heading', { name: 'Your first payout' }).waitFor();
}

/** The person of the main job; nobody real. */
export const thea = { given: 'Thea Ines', family: 'Marlowe', number: 'T41X88205', born: '14 Mar 1991', expires: '22 Aug 2031', email: 'thea@quay.example' } as const;

/** What is typed of a person. */
type PersonWords = { readonly given: string; readonly family: string; readonly number: string; readonly email: string };

/** Fills the individual form by key and mouse as a person would, document page included. */
export async function fillCustomer(page: Page, person: PersonWords = thea): Promise<void> {
  await typeCustomer(page, person);
  await givePassport(page, person);
}

/** Types what the form asks for. */
export async function typeCustomer(page: Page, person: PersonWords = thea): Promise<void> {
  await page.keyboard.press('c');
  await page.getByLabel('Given names').fill(person.given);
  await page.getByLabel('Family name').fill(person.family);
  await page.getByLabel('Birth date').fill(thea.born);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel(/^Country/).click();
  await page.keyboard.type('Nigeria');
  await page.keyboard.press('Enter');
  await page.getByLabel('Passport number').fill(person.number);
  await page.getByLabel('Expires').fill(thea.expires);
  await page.keyboard.press('Tab');
}

/** Has a specimen drawn for whoever practises, and waits until it was looked at and found good against the form. */
export async function giveSpecimen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use a specimen' }).click();
  await page.getByText('Passed: every check is fine').waitFor();
}

/** Puts the person's passport page into its slot, and waits until it was looked at and found good against the form. */
export async function givePassport(page: Page, { given, family, number }: Omit<PersonWords, 'email'>): Promise<void> {
  const buffer = await drawPaper({ fields: { firstName: given, lastName: family, idNumber: number, country: 'NG', dob: '1991-03-14', idExpiryDate: '2031-08-22' } });
  await page.locator('input[type=file]').first().setInputFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('Passed: every check is fine').waitFor();
}

/** Keeps the document on the stage in spite of what was found, with a written reason. */
export async function keepWithReason(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Keep, with a reason' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep it, with a reason' });
  await dialog.getByRole('textbox', { name: 'Why it is kept' }).fill(reason);
  await dialog.getByRole('button', { name: 'Keep it', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^Kept with a reason: /).waitFor();
}

/** Submits the form that is open and waits until the provider is verifying. */
export async function submitCustomer(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Being verified' }).waitFor();
}

/** Looks until the open customer has reached a state. */
export async function checkUntil(page: Page, state: RegExp): Promise<void> {
  const reached = page.getByRole('banner').or(page.locator('header')).getByText(state).first();
  for (let look = 0; look < 40 && !(await reached.isVisible()); look += 1) {
    await page.getByRole('button', { name: 'Check now' }).first().click().catch(() => undefined);
    await reached.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await reached.waitFor({ timeout: 1_000 });
}

/** Fills the payout editor that is open: 2,400.00 GBP to a naira account. */
export async function fillPayout(page: Page, reference = 'AN-0031'): Promise<void> {
  await pick(page, 'Wallet', /Pounds/);
  await page.getByRole('combobox', { name: 'Payee' }).fill('Okonjo Textiles');
  await page.keyboard.press('Tab');
  await pick(page, 'Currency', /NGN/);
  await pick(page, 'Bank', /./);
  await page.getByRole('textbox', { name: 'Account number' }).fill('0261745519');
  await page.getByRole('textbox', { name: /You send/ }).fill('2,400.00');
  await page.getByRole('textbox', { name: /Reference/ }).fill(reference);
  await page.keyboard.press('Tab');
}

/** Waits for the bank's word on the account's holder, and takes the name as it is. */
export async function acceptHolder(page: Page): Promise<void> {
  const box = page.getByRole('checkbox', { name: /I know this holder/ });
  await box.waitFor();
  await page.getByText('I know this holder').click();
}

/** Goes from the filled editor to the review page, once the price has been read. */
export async function review(page: Page): Promise<void> {
  await page.getByText(/Adds up/).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Check and send' }).waitFor();
}

/** Presses the one button, and waits until the payout is queued. */
export async function sendFromReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send / }).click();
  await page.getByRole('button', { name: /Take it back/ }).waitFor();
}
