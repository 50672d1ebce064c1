import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { channels } from '../../preload/contract/channels.ts';
import { validRequests } from '../security/support/valid-requests.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo, pick } from './support/go.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;
let customerId: string;

beforeAll(async () => {
  at = await openBlaaizDesk(null);
  ({ desk, provider } = at);
  page = desk.page();
  customerId = await verifiedCustomer(desk, provider);
  good(await desk.ask('wallets.list', { fresh: true }));
});
afterAll(() => at.close());
afterEach(async () => {
  await provider.control('faults', undefined, 'DELETE');
});

const locked = () => page.getByRole('heading', { name: 'Bursar is locked' }).waitFor();
const unlock = () => page.getByRole('button', { name: 'Unlock' }).click();
const everythingOnPage = (): Promise<string> => page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value).join());
const stateOf = async (id: string) => good(await desk.ask('payouts.get', { id })).state;

describe('what is typed the instant before a lock', () => {
  it('is all there again after Ctrl L, on the screen the person was on', async () => {
    await goTo(page, '/today', /\w/);
    await goTo(page, '/payouts/new', 'New payout');
    await pick(page, 'Wallet', /Pounds/);
    await page.getByRole('combobox', { name: 'Payee' }).fill('Quastenberg Mills');
    await page.getByRole('textbox', { name: /You send/ }).focus();
    await page.keyboard.type('1,2');
    await page.keyboard.press('Control+l');
    await locked();
    expect(await everythingOnPage()).not.toMatch(/Quastenberg|1,2\b/);
    await unlock();
    const amount = page.getByRole('textbox', { name: /You send/ });
    await amount.waitFor();
    expect(await amount.inputValue()).toBe('1,2');
    expect(await page.getByRole('combobox', { name: 'Payee' }).inputValue()).toBe('Quastenberg Mills');
  });

  it('is all there again after the computer locked, on the screen the person was on', async () => {
    await goTo(page, '/today', /\w/);
    await goTo(page, '/customers/new', 'New customer');
    await page.getByLabel('Given names').fill('Wilhelmina');
    await page.getByLabel('Family name').focus();
    await page.keyboard.type('Quastenb');
    await desk.app().control({ do: 'lock-screen' });
    await locked();
    await page.getByText(/with this computer/).waitFor();
    expect(await everythingOnPage()).not.toMatch(/Wilhelmina|Quastenb/);
    await desk.app().control({ do: 'unlock-screen' });
    await unlock();
    await page.getByLabel('Family name').waitFor();
    expect(await page.getByLabel('Family name').inputValue()).toBe('Quastenb');
    expect(await page.getByLabel('Given names').inputValue()).toBe('Wilhelmina');
  });
});

describe('while it is locked', () => {
  it('holds nobody’s name or money in the page, and nothing of the session answers', async () => {
    await readyPayout(desk, customerId, { reference: 'QB-77', amountMinor: 91_234, amountText: '912.34' });
    await goTo(page, '/payouts', /Payouts/);
    await page.getByRole('row', { name: /QB-77/ }).waitFor();
    await page.keyboard.press('Control+l');
    await locked();
    expect(await everythingOnPage()).not.toMatch(/QB-77|912\.34|Adaeze|Nwosu|Okonjo/);
    for (const channel of channels.filter((one) => !/^(app|vault|profiles|backup)\./.test(one))) {
      expect([channel, await desk.ask(channel, validRequests[channel] as never)]).toMatchObject([channel, { ok: false, error: { code: 'locked' } }]);
    }
    await unlock();
    await page.getByRole('row', { name: /QB-77/ }).waitFor();
  });
});

describe('a payout that is on its way out when it locks', () => {
  it('goes back to ready while it was only queued, and nothing leaves', async () => {
    const before = (await provider.payoutsInLedger()).length;
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 2 }));
    const queued = await send(desk, await readyPayout(desk, customerId, { reference: 'QUEUED-1' }));
    expect(queued.state).toBe('queued');
    await page.keyboard.press('Control+l');
    await locked();
    await vi.waitFor(() => { expect(Date.now()).toBeGreaterThan((queued.leavesAt ?? 0) + 500); }, { timeout: 10_000 });
    await unlock();
    await vi.waitFor(async () => { expect(await stateOf(queued.id)).toBe('ready'); }, { timeout: 10_000 });
    expect(good(await desk.ask('payouts.get', { id: queued.id })).timeline).toContainEqual(expect.objectContaining({ what: 'Not sent, ready again', state: 'ready' }));
    expect(await provider.payoutsInLedger()).toHaveLength(before);
  });

  it('is written down when its answer was on the way, and left once', async () => {
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 0 }));
    const payout = await readyPayout(desk, customerId, { reference: 'SLOW-1', amountMinor: 4_400, amountText: '44.00' });
    await provider.control('faults', { kind: 'slow', path: '/api/external/payout', method: 'POST', times: 1, drip_ms: 3 });
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await stateOf(payout.id)).toBe('sending'); }, { timeout: 10_000, interval: 20 });
    await page.keyboard.press('Control+l');
    await locked();
    await unlock();
    await vi.waitFor(async () => { expect(['accepted', 'processing', 'completed']).toContain(await stateOf(payout.id)); }, { timeout: 30_000 });
    const sent = good(await desk.ask('payouts.get', { id: payout.id }));
    expect((await provider.payoutsInLedger()).filter((one) => one.merchant_reference === sent.sent?.merchantReference)).toHaveLength(1);
    expect(sent.timeline.map((entry) => entry.what)).not.toContain('Outcome unknown');
  });
});

describe('a passphrase set under Settings', () => {
  const words = 'correct horse battery staple';

  it('is asked for from then on: a wrong one is refused with words, the right one opens', async () => {
    await goTo(page, '/settings/lock', 'Lock and secrets');
    await page.getByRole('button', { name: 'Add a passphrase' }).click();
    await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(words);
    await page.getByRole('textbox', { name: 'New passphrase again' }).fill(words);
    await page.getByRole('button', { name: 'Add passphrase' }).click();
    await page.getByText('Passphrase added').waitFor();
    await page.keyboard.press('Control+l');
    await locked();
    const field = page.getByRole('textbox', { name: 'Passphrase' });
    await field.fill('wrong horse battery');
    await page.keyboard.press('Enter');
    await page.getByText(/That is not the passphrase/).waitFor();
    expect(await field.inputValue()).toBe('');
    await field.fill(words);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Lock and secrets' }).waitFor();
    await page.getByText('Asked for at every unlock.').waitFor();
  });
});
