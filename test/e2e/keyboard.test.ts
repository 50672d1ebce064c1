import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;
let customerId: string;

beforeAll(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
  page = desk.page();
  customerId = await verifiedCustomer(desk, provider);
  // One payout that has left, so that its payee is known, and a draft.
  await send(desk, await readyPayout(desk, customerId, { reference: 'OLD-1' }));
  await page.waitForFunction(`bursar.payouts.list({ view: 'all', query: 'OLD-1', cursor: null, limit: 1 }).then(({ value }) => ['processing', 'completed'].includes(value.rows[0].state))`);
  good(await desk.ask('payouts.save', { id: null, revision: 0, draft: { ...(await readyPayout(desk, customerId, { reference: 'OLD-2', amountMinor: 7_700, amountText: '77.00' })).draft, reference: 'DRAFT-1' } }));
  good(await desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
});
afterAll(() => at.close());

const focused = () => page.evaluate(() => {
  const one = document.activeElement;
  return one === null || one === document.body ? 'nothing' : (one.getAttribute('aria-label') ?? one.textContent ?? one.id);
});
const region = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? null);
const activeRow = () => page.getByRole('row', { selected: true });

/** Counts what is pressed beside what is typed. */
function hands() {
  let presses = 0;
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      presses += keys.length;
    },
    type: (text: string) => page.keyboard.type(text),
    presses: () => presses,
  };
}

describe('a payout to a known payee, without a mouse', () => {
  it('is queued with twelve presses beside what is typed, and Escape takes it back', async () => {
    await goTo(page, '/today', /\w/);
    const { press, type, presses } = hands();
    await press('n');
    const payee = page.getByRole('combobox', { name: 'Payee' });
    await page.waitForFunction(() => ['payout-customerId', 'payout-walletId'].includes(document.activeElement?.id ?? ''));
    // Whatever there is only one of is filled in: the customer is, so the wallet is first.
    while (!(await page.evaluate(() => document.activeElement?.id === 'payout-walletId'))) await press('Tab');
    await press('Enter');
    await page.getByRole('listbox').waitFor();
    await type('Pou');
    await press('Enter', 'Tab');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    while (!(await payee.evaluate((one) => one === document.activeElement))) await press('Tab');
    await type((await knownPayee()).slice(0, 4));
    await page.getByRole('option').first().waitFor();
    await press('ArrowDown', 'Enter');
    const amount = page.getByRole('textbox', { name: 'You send' });
    await amount.waitFor();
    await press('Control+Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'payout-amountMinor');
    await type('145');
    await page.getByText(/Adds up/).first().waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    expect(await focused()).toBe('Check and send');
    await page.getByText(/Price read again/).waitFor();
    await press('F6');
    expect(await region()).toBe('inspector');
    await press('Tab', 'Enter');
    await page.getByRole('button', { name: /Take it back/ }).waitFor();
    expect(presses()).toBeLessThanOrEqual(12);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    expect(await provider.payoutsInLedger()).toHaveLength(1);
  });

  async function knownPayee(): Promise<string> {
    return good(await desk.ask('payees.list', { query: '' }))[0]?.name ?? '';
  }
});

describe('lists', () => {
  it('are walked with J and K, peeked into with Space and opened with Enter', async () => {
    await goTo(page, '/payouts', /Payouts/);
    await page.getByRole('row', { name: /OLD-1/ }).waitFor();
    await page.keyboard.press('j');
    const first = await activeRow().innerText();
    await page.keyboard.press('j');
    expect(await activeRow().innerText()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await activeRow().innerText()).toBe(first);
    await page.keyboard.press('Space');
    await page.getByRole('complementary', { name: 'The payout' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'The payout' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Payouts/ }).waitFor({ state: 'detached' });
  });

  it('search with a slash, and letters typed there stay letters', async () => {
    await goTo(page, '/payouts', /Payouts/);
    await page.keyboard.press('/');
    await page.keyboard.type('DRAFT-1 n');
    expect(await page.getByRole('searchbox').inputValue()).toBe('DRAFT-1 n');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.getByRole('row', { name: /OLD-1/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /DRAFT-1/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /OLD-1/ }).waitFor();
  });

  it('open a draft with E', async () => {
    await goTo(page, '/today', /\w/);
    await page.evaluate(`location.hash = '#/payouts?view=drafts&q=DRAFT-1'`);
    await page.getByRole('row', { name: /DRAFT-1/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByRole('heading', { level: 1, name: 'DRAFT-1' }).waitFor();
  });
});

describe('keys that work anywhere', () => {
  it('go to the screens, open search, settings and the list of keys, and lock', async () => {
    await goTo(page, '/today', /\w/);
    for (const [keys, heading] of [['gc', /^Customers/], ['gp', /^Payouts/], ['gt', /\w/], ['c', 'New customer']] as const) {
      await page.keyboard.type(keys);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { level: 1, name: 'General' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
    await page.keyboard.type('go to cust');
    await page.getByRole('menuitem', { name: /Go to Customers/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Customers/ }).waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Bursar is locked' }).waitFor();
    expect(await focused()).toBe('Unlock');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Customers/ }).waitFor();
  });

  it('leave single letters alone when they are switched off, and keep those with Ctrl', async () => {
    good(await desk.ask('app.savePreferences', { singleKeys: false }));
    await goTo(page, '/today', /\w/);
    await page.keyboard.type('ngc?');
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { level: 1, name: 'General' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    good(await desk.ask('app.savePreferences', { singleKeys: true }));
  });

  it('walk the parts of the window with F6 and back with Shift', async () => {
    await goTo(page, '/payouts/new', 'New payout');
    await page.getByRole('combobox', { name: 'Customer' }).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    const walked: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('F6');
      walked.push(await region());
    }
    expect(walked).toEqual(['inspector', 'bar', 'side', 'page']);
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('side');
  });
});

describe('the focus', () => {
  it('goes to the first thing that is wrong, and to the heading of a page to be read', async () => {
    await goTo(page, '/today', /\w/);
    await page.keyboard.press('n');
    await page.getByRole('combobox', { name: 'Customer' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'payout-walletId');
    await goTo(page, '/customers', /Customers/);
    await page.keyboard.press('c');
    await page.waitForFunction(() => document.activeElement?.id === 'customer-firstName');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'customer-firstName');
    await goTo(page, `/customers/${customerId}`, /Adaeze/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  it('comes back to what opened a dialog', async () => {
    await goTo(page, '/settings/lock', 'Lock and secrets');
    await page.getByRole('button', { name: 'Add a passphrase' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Add a passphrase' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Add a passphrase');
  });
});
