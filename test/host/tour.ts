// Plays the main job headless on the built-in sandbox, one printed line a step, and writes a picture of every screen to out/tour/.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk, type Desk } from '../e2e/support/desk.ts';
import { acceptHolder, checkUntil, fillCustomer, fillPayout, review, sendFromReview, startInSandbox, submitCustomer } from '../e2e/support/job.ts';

const folder = fileURLToPath(new URL('../../out/tour', import.meta.url));
const started = performance.now();

/** Prints a step with the seconds since the start, and takes its picture. */
async function step(desk: Desk, picture: string, words: string): Promise<void> {
  await desk.page().screenshot({ path: join(folder, `${picture}.png`), animations: 'disabled' });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${words}`);
}

async function customer(desk: Desk): Promise<void> {
  const page = desk.page();
  await fillCustomer(page);
  await step(desk, '03-customer-form', 'Thea Ines Marlowe typed in, her passport page kept and sealed on this computer');
  await submitCustomer(page);
  await step(desk, '04-being-verified', 'Created at the provider, document uploaded and attached, verification started');
  await checkUntil(page, /Verified/);
  await step(desk, '05-verified', 'Verified; what the provider froze is shown locked');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  await page.getByText('Thea Ines Marlowe').first().waitFor();
  await step(desk, '06-customers', 'Listed among the customers');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
}

async function payout(desk: Desk): Promise<void> {
  const page = desk.page();
  await page.getByRole('heading', { name: 'Thea Ines Marlowe' }).waitFor();
  await page.keyboard.press('n');
  await fillPayout(page);
  await acceptHolder(page);
  await page.getByText(/Adds up/).first().waitFor();
  await step(desk, '07-payout-editor', '2,400.00 GBP to Okonjo Textiles drafted; account holder asked, fees and rate read');
  await review(page);
  await step(desk, '08-review', 'Checked once more: price and balance read again');
  await sendFromReview(page);
  await step(desk, '09-queued', 'Queued, written down; five seconds to take it back');
  await page.getByText(/Accepted|Processing|Completed/).first().waitFor();
  await step(desk, '10-accepted', 'Sent once and accepted');
  await checkUntil(page, /Completed/);
  await step(desk, '11-completed', 'Completed; watched for a return from now on');
}

async function around(desk: Desk): Promise<void> {
  const page = desk.page();
  const visits = [['p', 'Payouts', '12-payouts', 'The list of payouts'], ['t', /^\w+day /, '13-today', 'Today: what needs you, what is on its way, what is in the wallets']] as const;
  for (const [key, heading, picture, words] of visits) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    await step(desk, picture, words);
  }
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await step(desk, '14-settings', 'Settings');
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Bursar is locked' }).waitFor();
  await step(desk, '15-locked', 'Locked: the key is gone from memory and the window is blank');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const desk = await openDesk({ env: { BURSAR_SANDBOX: '{"timeScale":40}' } });
try {
  await desk.page().getByRole('button', { name: 'Practice with Blaaiz and Kira' }).waitFor();
  await step(desk, '01-welcome', 'Bursar is open');
  await startInSandbox(desk.page());
  await step(desk, '02-first-day', 'Set up on the built-in sandbox with one click');
  await customer(desk);
  await payout(desk);
  await around(desk);
  console.log(`Pictures of every screen are in ${folder}`);
} finally {
  await desk.close();
}
