import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectDesk, good, openDesk, type Desk } from './support/desk.ts';
import { goTo, pick } from './support/go.ts';
import { acceptHolder, fillPayout } from './support/job.ts';
import { lookOver, lookOverSmall } from './support/look-over.ts';
import { completeDraft, pendingCustomer, person, reachState } from './support/people.ts';
import { startProvider, type TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let provider: TestProvider;
let desk: Desk;

describe('a first run, with nothing in it yet', () => {
  beforeAll(async () => {
    provider = await startProvider();
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await provider.close();
  });

  it('can be read and worked by everybody, from the first page to the empty lists', async () => {
    const page = desk.page();
    await page.getByText(/kept in this computer’s keychain/).waitFor();
    const found = [...await lookOver(desk, 'setup')];
    await page.getByRole('button', { name: 'Connect an account' }).click();
    await page.getByRole('heading', { name: 'Connect an account' }).waitFor();
    found.push(...await lookOver(desk, 'connect'));
    await page.getByRole('button', { name: 'Connect and test' }).click();
    await page.getByRole('alert').first().waitFor();
    found.push(...await lookOver(desk, 'connect with errors'), ...await lookOverSmall(desk, 'connect with errors'));
    await page.getByLabel('Profile name').fill('Quayside');
    await page.getByLabel('Provider address').fill(provider.url);
    await page.getByLabel('Client ID').fill(provider.clientId);
    await page.getByRole('textbox', { name: 'Client secret' }).fill(provider.clientSecret);
    await page.getByRole('button', { name: 'Connect and test' }).click();
    await page.getByText('This is what the test found.').waitFor();
    found.push(...await lookOver(desk, 'tested'));
    await page.getByRole('button', { name: /^Start with/ }).click();
    await page.getByRole('heading', { name: 'Your first payout' }).waitFor();
    found.push(...await lookOver(desk, 'today empty'));
    await goTo(page, '/customers', 'Customers');
    await page.getByText(/Payouts are made for customers/).waitFor();
    found.push(...await lookOver(desk, 'customers empty'));
    await goTo(page, '/payouts', 'Payouts');
    await page.getByText(/No payouts yet/).waitFor();
    found.push(...await lookOver(desk, 'payouts empty'));
    expect(found).toEqual([]);
  });
});

describe('a desk at work', () => {
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    provider = await startProvider();
    desk = await openDesk();
    await connectDesk(desk, provider);
    good(await desk.ask('app.savePreferences', { userName: 'Femke Osei' }));
    await fillWorld();
  });
  afterAll(async () => {
    await desk.close();
    await provider.close();
  });

  async function fillWorld(): Promise<void> {
    ids['rejected'] = (await pendingCustomer(desk, person('Ole', 'Rejectson'))).id;
    await reachState(desk, ids['rejected'], 'rejected');
    await provider.control('settings', { automatic: 'manual' });
    ids['pending'] = (await pendingCustomer(desk, person('Amara', 'Dike'))).id;
    ids['draft'] = (await completeDraft(desk, person('Ines', 'Okafor'))).id;
    ids['verified'] = await verifiedCustomer(desk, provider);
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 0 }));
    ids['completed'] = await left('INV-1', 10_000, 'completed');
    await provider.control('settings', { payouts_finish: false });
    await provider.control('business/edd', { enabled: true });
    ids['refused'] = await left('INV-2', 11_000, 'refused');
    await provider.control('business/edd', { enabled: false });
    await provider.control('faults', { kind: 'reset-after-headers', path: '/api/external/payout', method: 'POST', times: 1 });
    await provider.control('faults', { kind: '500', path: '/api/external/transaction', method: '*', times: 1_000 });
    ids['unknown'] = await left('INV-3', 12_000, 'unknown');
    ids['ready'] = (await readyPayout(desk, ids['verified'], { reference: 'INV-4', amountMinor: 13_000, amountText: '130.00' })).id;
  }

  async function left(reference: string, minor: number, state: string): Promise<string> {
    const changes = { reference, amountMinor: minor, amountText: (minor / 100).toFixed(2) };
    const { id } = await send(desk, await readyPayout(desk, ids['verified'] ?? '', changes));
    await vi.waitFor(async () => {
      if (state === 'completed') await desk.ask('payouts.check', { id });
      expect(good(await desk.ask('payouts.get', { id })).state).toBe(state);
    }, { timeout: 30_000, interval: 200 });
    return id;
  }

  it('shows Today and the lists so that everybody can use them', async () => {
    const page = desk.page();
    await goTo(page, '/today', /\w/);
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
    const found = [...await lookOver(desk, 'today'), ...await lookOverSmall(desk, 'today')];
    await goTo(page, '/customers', /Customers/);
    await page.getByRole('row', { name: /Amara Dike/ }).waitFor();
    await page.keyboard.press('j');
    found.push(...await lookOver(desk, 'customers'));
    await goTo(page, '/payouts', /Payouts/);
    await page.getByRole('row', { name: /INV-3/ }).waitFor();
    found.push(...await lookOver(desk, 'payouts'), ...await lookOverSmall(desk, 'payouts'));
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByRole('complementary', { name: 'The payout' }).waitFor();
    found.push(...await lookOver(desk, 'payouts with a peek'));
    expect(found).toEqual([]);
  });

  it('shows a customer in every state so that everybody can use it', async () => {
    const page = desk.page();
    await goTo(page, '/customers/new', 'New customer');
    const found = [...await lookOver(desk, 'customer form')];
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    found.push(...await lookOver(desk, 'customer form with errors'), ...await lookOverSmall(desk, 'customer form with errors'));
    await goTo(page, `/customers/${ids['draft']}`, 'Ines Okafor');
    await page.getByRole('img', { name: /Passport page/ }).waitFor();
    found.push(...await lookOver(desk, 'customer form with a file'), ...await lookOverSmall(desk, 'customer form with a file'));
    for (const [state, name] of [['pending', 'Amara Dike'], ['rejected', 'Ole Rejectson'], ['verified', /Adaeze Nwosu/]] as const) {
      await goTo(page, `/customers/${ids[state]}`, name);
      found.push(...await lookOver(desk, `customer ${state}`));
    }
    expect(found).toEqual([]);
  });

  it('shows the editor and the review so that everybody can use them', async () => {
    const page = desk.page();
    await goTo(page, '/payouts', /Payouts/);
    await goTo(page, '/payouts/new', 'New payout');
    await page.getByRole('combobox', { name: 'Customer' }).waitFor();
    const found = [...await lookOver(desk, 'editor')];
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    found.push(...await lookOver(desk, 'editor with errors'), ...await lookOverSmall(desk, 'editor with errors'));
    await pick(page, 'Purpose', /Services/);
    await fillPayout(page, 'INV-9');
    await acceptHolder(page);
    await page.getByText(/Adds up/).first().waitFor();
    found.push(...await lookOver(desk, 'editor filled'), ...await lookOverSmall(desk, 'editor filled'));
    await goTo(page, `/payouts/${ids['ready']}/review`, 'Check and send');
    await page.getByText(/Price read again/).waitFor();
    found.push(...await lookOver(desk, 'review'), ...await lookOverSmall(desk, 'review'));
    expect(found).toEqual([]);
  });

  it('shows a payout that has left so that everybody can use it', async () => {
    const page = desk.page();
    const found: string[] = [];
    for (const [state, wait] of [['completed', 'It arrived'], ['refused', /Blaaiz refused it/], ['unknown', /Ask Blaaiz for reference/]] as const) {
      await goTo(page, `/payouts/${ids[state]}`, /\w/);
      await page.getByText(wait).first().waitFor();
      found.push(...await lookOver(desk, `payout ${state}`), ...await lookOverSmall(desk, `payout ${state}`));
    }
    await page.getByRole('button', { name: /Record/ }).first().click();
    await page.getByRole('dialog').waitFor();
    found.push(...await lookOver(desk, 'answer dialog'));
    await page.keyboard.press('Escape');
    good(await desk.ask('app.savePreferences', { takeBackSeconds: 30 }));
    const queued = await send(desk, await readyPayout(desk, ids['verified'] ?? '', { reference: 'INV-5', amountMinor: 14_000, amountText: '140.00' }));
    await goTo(page, `/payouts/${queued.id}`, 'INV-5');
    await page.getByRole('button', { name: /Take it back/ }).waitFor();
    found.push(...await lookOver(desk, 'payout queued'));
    good(await desk.ask('payouts.takeBack', { id: queued.id }));
    expect(found).toEqual([]);
  });

  it('shows every page of the settings so that everybody can use it', async () => {
    const page = desk.page();
    const profile = good(await desk.ask('app.state', {})).profile?.id ?? '';
    const found: string[] = [];
    const pages = [['general', 'General'], ['profiles', 'Profiles'], ['profiles/new', /\w/], [`profiles/${profile}`, 'Test bench'], ['lock', 'Lock and secrets'], ['rules', 'Rules'], ['about', 'About']] as const;
    for (const [path, heading] of pages) {
      await goTo(page, `/settings/${path}`, heading);
      found.push(...await lookOver(desk, `settings ${path}`));
    }
    await goTo(page, '/settings/lock', 'Lock and secrets');
    await page.getByRole('button', { name: 'Add a passphrase' }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...await lookOver(desk, 'passphrase dialog'));
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });

  it('opens menu, list of keys, search and lock so that everybody can use them', async () => {
    const page = desk.page();
    await goTo(page, '/today', /\w/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    const found = [...await lookOver(desk, 'keys'), ...await lookOverSmall(desk, 'keys')];
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
    await page.keyboard.type('a');
    await page.getByRole('menuitem', { name: /Amara Dike/ }).waitFor();
    found.push(...await lookOver(desk, 'palette'));
    // The first empties what is typed, the second closes.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Sandbox Blaaiz Test bench/ }).click();
    await page.getByRole('menu').waitFor();
    found.push(...await lookOver(desk, 'profile menu'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Bursar is locked' }).waitFor();
    found.push(...await lookOver(desk, 'locked'));
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('banner').first().waitFor();
    expect(found).toEqual([]);
  });
});
