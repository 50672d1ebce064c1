import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { fillKiraPayout, fundByStablecoin } from './support/kira-job.ts';
import { readyCrypto, readyFiat, release, seededRecipient } from './support/kira-payout.ts';
import { lookOver, lookOverSmall } from './support/look-over.ts';

let at: ConnectedDesk;
let desk: Desk;
let page: Page;
const ids: Record<string, string> = {};

/** Looks a screen over in every size and theme. */
const everywhere = async (name: string) => [...await lookOver(desk, name), ...await lookOverSmall(desk, name)];

beforeAll(async () => {
  at = await openKiraDesk();
  ({ desk } = at);
  page = desk.page();
  ids['ready'] = (await readyFiat(at, { reference: 'MI-1' })).id;
  const waiting = await readyCrypto(at, { reference: 'MI-2' });
  ids['waiting'] = waiting.id;
  await release(at, waiting, null);
  await at.until(waiting.id, ['awaiting_deposit']);
  ids['recipient'] = (await seededRecipient(desk, at.provider.kira.swift)).id;
});
afterAll(() => at.close());

describe('a desk at Kira', () => {
  it('shows the editor from a balance and by stablecoin so that everybody can use it', async () => {
    await goTo(page, '/payouts/new', 'New payout');
    const found = [...await everywhere('kira editor')];
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    found.push(...await everywhere('kira editor with errors'));
    await fillKiraPayout(page, { account: /Operating/, recipient: 'Calder', amount: '250.50', memo: 'MI-3' });
    await page.getByRole('button', { name: /Mark-up for this payout/ }).click();
    await page.getByText('Another mark-up for this payout').click();
    await page.getByRole('textbox', { name: /Share of the amount/ }).fill('1.5');
    await page.keyboard.press('Tab');
    // The price with the new mark-up: 1.5 % of 250.50. The one before it is dimmed meanwhile.
    await page.getByText(/3\.76/).first().waitFor();
    found.push(...await everywhere('kira editor from a balance'));
    await goTo(page, '/payouts', /Payouts/);
    await goTo(page, '/payouts/new', 'New payout');
    await fillKiraPayout(page, { account: /Stablecoin/, recipient: 'Werkhof', amount: '500.00', memo: 'MI-4' });
    await fundByStablecoin(page);
    await page.getByText(/Adds up/).first().waitFor();
    found.push(...await everywhere('kira editor by stablecoin'));
    expect(found).toEqual([]);
  });

  it('shows the review and the window for the code so that everybody can use them', async () => {
    await goTo(page, `/payouts/${ids['ready']}/review`, 'Check and send');
    await page.getByText(/Price read again/).waitFor();
    const found = [...await everywhere('kira review')];
    await page.getByRole('button', { name: 'Release payout' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(/Valid for/).waitFor();
    found.push(...await everywhere('code window'));
    await sheet.getByRole('button', { name: 'Not now' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(found).toEqual([]);
  });

  it('shows a deposit and the list of deposits so that everybody can use them', async () => {
    await goTo(page, `/deposits/${ids['waiting']}`, /MI-2/);
    await page.getByText('Exactly this must arrive').waitFor();
    const found = [...await everywhere('deposit')];
    await page.getByRole('button', { name: 'Something went wrong' }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...await lookOver(desk, 'deposit dialog'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goTo(page, '/deposits', /Deposits/);
    await page.getByRole('heading', { name: 'Waiting for your deposit' }).waitFor();
    found.push(...await everywhere('deposits'));
    await goTo(page, '/today', /\w/);
    found.push(...await everywhere('kira today'));
    expect(found).toEqual([]);
  });

  it('shows recipients, their form and the accounts so that everybody can use them', async () => {
    await goTo(page, '/recipients', /Recipients/);
    await page.getByRole('row', { name: /Werkhof/ }).waitFor();
    await page.keyboard.press('j');
    const found = [...await everywhere('recipients')];
    await goTo(page, `/recipients/${ids['recipient']}`, /Werkhof/);
    found.push(...await everywhere('recipient'));
    await goTo(page, '/recipients/new', 'New recipient');
    found.push(...await everywhere('recipient form'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    await page.getByText('To a bank elsewhere, by its BIC').click();
    found.push(...await everywhere('recipient form with errors'));
    await goTo(page, '/accounts', /Accounts/);
    await page.getByText(/25,000\.00/).first().waitFor();
    found.push(...await everywhere('accounts'));
    expect(found).toEqual([]);
  });

  it('shows the settings of its profile, and the form for another, so that everybody can use them', async () => {
    const profile = good(await desk.ask('app.state', {})).profile?.id ?? '';
    await goTo(page, `/settings/profiles/${profile}`, 'Test bench Kira');
    await page.getByRole('switch', { name: 'Releasing asks for a code' }).waitFor();
    const found = [...await everywhere('kira profile')];
    await goTo(page, '/settings/profiles/new', /\w/);
    await page.getByText('US dollars by wire and SWIFT, from a virtual account or by stablecoin').click();
    await page.getByLabel('API key').first().waitFor();
    found.push(...await everywhere('new kira profile'));
    expect(found).toEqual([]);
  });
});
