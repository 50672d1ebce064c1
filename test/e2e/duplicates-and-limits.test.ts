import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlaaizDesk, arrivedStates, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo, pick } from './support/go.ts';
import { decided, readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let page: Page;
let customerId: string;

beforeAll(async () => {
  at = await openBlaaizDesk(0);
  desk = at.desk;
  page = desk.page();
  customerId = await verifiedCustomer(desk, at.provider);
});
afterAll(() => at.close());

const amountOf = (minor: number) => ({ amountMinor: minor, amountText: (minor / 100).toFixed(2) });
const details = async (what: string) => good(await desk.ask('audit.list', { before: null, limit: 100 })).filter((row) => row.what === what).map(({ facts }) => JSON.stringify(facts));
const sendButton = () => page.getByRole('button', { name: 'Send in sandbox' });

describe('the same payout a second time', () => {
  it('asks, and goes with a written reason that the audit log keeps', async () => {
    const first = await send(desk, await readyPayout(desk, customerId));
    await at.until(first.id, arrivedStates, true);
    const second = await readyPayout(desk, customerId);
    await goTo(page, `/payouts/${second.id}/review`, 'Check and send');
    await page.getByText('Looks like a payout you have').first().waitFor();
    await sendButton().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /^Account .* same$/ }).waitFor();
    expect((await at.payoutOf(second.id)).state).toBe('ready');
    await dialog.getByRole('textbox', { name: /why/ }).fill('A second delivery, agreed by phone');
    await dialog.getByRole('button', { name: 'Send all the same' }).click();
    await at.until(second.id, arrivedStates, true);
    expect((await details('payout.queue')).join()).toContain('A second delivery, agreed by phone');
    expect((await at.payoutOf(second.id)).timeline.map(({ what }) => what)).toContain('Sent although it looks like another');
    expect(await at.provider.payoutsInLedger()).toHaveLength(2);
  });
});

describe('a limit', () => {
  it('is set on its page with a reason, and is in the audit log', async () => {
    await goTo(page, '/settings/limits', 'Limits');
    await page.getByText(/only the balance bounds/).waitFor();
    await pick(page, 'Another currency', /^GBP/);
    await page.getByRole('button', { name: 'Add limits for GBP' }).click();
    await page.getByRole('textbox', { name: /All payouts of a day/ }).fill('900.00');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /Reason/ }).fill('What the board decided on Monday');
    await page.getByRole('dialog').getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(good(await desk.ask('limits.get', {}))).toMatchObject({ limits: [{ currency: 'GBP', perDay: 90_000 }], today: [{ minor: 50_000, currency: 'GBP' }] });
    expect((await details('limits.change')).join()).toContain('What the board decided on Monday');
  });

  it('stops a payout on its review page and at the door', async () => {
    const over = await readyPayout(desk, customerId, { reference: 'INV-8', ...amountOf(41_000) });
    await goTo(page, `/payouts/${over.id}/review`, 'Check and send');
    await page.getByText('Over the limit for a day').first().waitFor();
    expect(await sendButton().getAttribute('aria-disabled')).toBe('true');
    const { price, revision } = await at.payoutOf(over.id);
    if (price === null) throw new Error('A ready payout has a price');
    const asked = await desk.ask('payouts.send', { id: over.id, revision, accepted: price, code: null, ...await decided(desk, over.id) });
    expect(asked).toMatchObject({ ok: false, error: { code: 'over-limit', fields: [{ path: 'limits.day' }] } });
  });

  it('lets one of two through that are released in the same moment', async () => {
    const both = [await readyPayout(desk, customerId, { reference: 'INV-9', ...amountOf(25_100) }), await readyPayout(desk, customerId, { reference: 'INV-10', ...amountOf(31_300) })];
    const answers = await Promise.all(both.map(async ({ id }) => {
      const { price, revision } = await at.payoutOf(id);
      if (price === null) throw new Error('A ready payout has a price');
      return desk.ask('payouts.send', { id, revision, accepted: price, code: null, ...await decided(desk, id) });
    }));
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).toSorted()).toEqual(['ok', 'over-limit']);
    expect(await at.provider.payoutsInLedger().then((left) => left.length)).toBeLessThanOrEqual(3);
  });
});
