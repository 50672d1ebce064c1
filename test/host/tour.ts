// Plays the main jobs of both providers headless on the built-in sandbox, one printed line a step, and writes a picture of every screen to out/tour/.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk, type Desk } from '../e2e/support/desk.ts';
import { changeToKira, fillKiraPayout, fundByStablecoin, getAddress, typeCode } from '../e2e/support/kira-job.ts';
import { acceptHolder, checkUntil, fillPayout, review, sendFromReview, startInSandbox, submitCustomer, typeCustomer, giveSpecimen } from '../e2e/support/job.ts';

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
  await typeCustomer(page);
  await giveSpecimen(page);
  await step(desk, '03-customer-form', 'Thea Ines Marlowe typed in, her specimen passport looked at on this computer and kept, sealed');
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

async function byCode(desk: Desk): Promise<void> {
  const page = desk.page();
  await changeToKira(page);
  await step(desk, '12-kira-today', 'The other provider: virtual accounts, recipients, deposits');
  await page.keyboard.press('n');
  await fillKiraPayout(page, { account: /Operating/, recipient: 'Calder', amount: '1,000.00', memo: 'MI-0918' });
  await page.getByText(/Adds up/).first().waitFor();
  await step(desk, '13-kira-editor', '1,000.00 USD to Calder Freight by wire drafted; every fee line as Kira gives it');
  await review(page);
  await typeCode(page);
  await step(desk, '14-kira-code', 'The code is asked for only now; it came to the practice mailbox');
  await page.getByRole('dialog').getByRole('button', { name: 'Release 1,000.00 USD' }).click();
  await checkUntil(page, /Completed/);
  await step(desk, '15-kira-completed', 'Released once with its code, and completed');
}

async function byStablecoin(desk: Desk): Promise<void> {
  const page = desk.page();
  await page.keyboard.press('n');
  await fillKiraPayout(page, { account: /Stablecoin/, recipient: 'Werkhof', amount: '5,000.54', memo: 'MI-0917' });
  await fundByStablecoin(page);
  await page.getByText(/Adds up/).first().waitFor();
  await step(desk, '16-crypto-editor', '5,000.54 USD to Werkhof by SWIFT drafted, funded by USDC on Polygon, with its invoice');
  await review(page);
  await getAddress(page);
  await step(desk, '17-deposit', 'An address for this payout alone, 24 hours to deposit, no code needed');
  await page.getByText('Your deposit arrived').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Open the payout' }).click();
  await checkUntil(page, /Completed/);
  await step(desk, '18-crypto-completed', 'The deposit was seen, the payout completed');
}

async function around(desk: Desk): Promise<void> {
  const page = desk.page();
  const visits = [
    ['p', 'Payouts', '19-payouts', 'The list of payouts'], ['d', 'Deposits', '20-deposits', 'Deposits that are awaited'],
    ['r', 'Recipients', '21-recipients', 'The book of recipients'], ['a', 'Accounts', '22-accounts', 'Virtual accounts, and what they lack'],
    ['t', /^\w+day /, '23-today', 'Today: what needs you, what is on its way, what is in the accounts'],
  ] as const;
  for (const [key, heading, picture, words] of visits) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    await step(desk, picture, words);
  }
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await step(desk, '24-settings', 'Settings');
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Bursar is locked' }).waitFor();
  await step(desk, '25-locked', 'Locked: the key is gone from memory and the window is blank');
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
  await byCode(desk);
  await byStablecoin(desk);
  await around(desk);
  console.log(`Pictures of every screen are in ${folder}`);
} finally {
  await desk.close();
}
