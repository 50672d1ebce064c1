import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { good, openDesk, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { startProvider, type TestProvider } from './support/provider.ts';

const wrongSecret = 'wrong-secret-3f9c1e77';
let provider: TestProvider;

beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

const secretField = (page: Page) => page.getByRole('textbox', { name: 'Client secret' });

/** Fills the form and sends it; the secret leaves with it. */
async function connect(page: Page, name: string, secret: string): Promise<void> {
  await page.getByLabel('Profile name').fill(name);
  await page.getByLabel('Provider address').fill(provider.url);
  await page.getByLabel('Client ID').fill(provider.clientId);
  await secretField(page).fill(secret);
  await page.getByRole('button', { name: 'Connect and test' }).click();
}

const textOnPage = (page: Page): Promise<string> => page.evaluate(() =>
  document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value).join('\n'));

async function expectNoSecret(page: Page): Promise<void> {
  const text = await textOnPage(page);
  expect([text.includes(provider.clientSecret), text.includes(provider.clientId), text.includes(wrongSecret)]).toEqual([false, false, false]);
}

describe('connecting an account at the first start', () => {
  it('says what to do with wrong keys, works with the right ones, and never shows them again', async () => {
    const desk: Desk = await openDesk();
    try {
      const page = desk.page();
      await page.getByRole('button', { name: 'Connect an account' }).click();
      await connect(page, 'Quayside', wrongSecret);
      await page.getByText('This is what the test found.').waitFor();
      await page.getByText('Does not work yet').waitFor();
      await page.getByText(/Test the profile in Settings: the keys may belong to the other environment/).waitFor();
      await page.getByRole('button', { name: 'Copy the note to Blaaiz' }).waitFor();
      await expectNoSecret(page);
      await page.getByRole('button', { name: /^Start with Quayside/ }).click();
      await page.getByRole('button', { name: /Sandbox Blaaiz Quayside/ }).waitFor();

      const profile = good(await desk.ask('app.state', {})).profile;
      await goTo(page, `/settings/profiles/${profile?.id}`, 'Quayside');
      await page.getByRole('button', { name: 'Replace the Client secret' }).click();
      await secretField(page).fill(provider.clientSecret);
      await page.getByRole('button', { name: 'Replace', exact: true }).click();
      await page.getByText('Key replaced').waitFor();
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByRole('status').filter({ hasText: 'Works' }).waitFor();
      await page.getByText(`${provider.scopes.length > 11 ? 11 : provider.scopes.length} of 11`).waitFor();
      await expectNoSecret(page);
      await page.getByText(`•••• •••• ${provider.clientId.slice(-4)}`).waitFor();
      expect(good(await desk.ask('wallets.list', { fresh: true })).wallets.length).toBeGreaterThan(3);
      await goTo(page, '/today', /\w/);
      await expectNoSecret(page);
    } finally {
      await desk.close();
    }
  });
});

describe('more than one profile', () => {
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    desk = await openDesk({ env: { BURSAR_SANDBOX: '{"timeScale":60,"port":0}' } });
    page = desk.page();
    good(await desk.ask('vault.setUp', { mode: 'keychain' }));
    good(await desk.ask('profiles.useSandbox', { provider: 'blaaiz' }));
    await page.getByRole('button', { name: /Sandbox Practice/ }).waitFor();
  });
  afterAll(() => desk.close());

  it('is added beside the sandbox by form, and names a permission that its keys lack', async () => {
    await goTo(page, '/settings/profiles', 'Profiles');
    await page.getByRole('button', { name: 'Connect an account' }).click();
    await connect(page, 'Second desk', provider.clientSecret);
    await page.getByRole('heading', { level: 1, name: 'Second desk' }).waitFor();
    await expectNoSecret(page);
    await page.getByRole('button', { name: /change the profile/ }).click();
    await page.getByRole('menuitem', { name: /Second desk/ }).waitFor();
    await page.keyboard.press('Escape');
    const lacking = good(await desk.ask('profiles.add', {
      provider: 'blaaiz', name: 'Lacking', env: 'sandbox', baseUrl: provider.url, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: ['wallet:read', 'payout:create', 'treasury:write'],
    }));
    await goTo(page, '/today', /\w/);
    await goTo(page, `/settings/profiles/${lacking.id}`, 'Lacking');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText('2 of 3; missing: treasury:write').waitFor();
    await page.getByText(/Give the credential treasury:write in the Blaaiz dashboard/).waitFor();
  });

  it('asks once before real money, naming the profile, and shows LIVE from then on', async () => {
    good(await desk.ask('profiles.add', { provider: 'blaaiz', name: 'Harbour live', env: 'live', baseUrl: 'https://127.0.0.1:9', clientId: 'live-client-0042', clientSecret: 'live-secret-abc', scopes: ['wallet:read'] }));
    await goTo(page, '/today', /\w/);
    const pick = async (name: RegExp) => {
      await page.getByRole('button', { name: /change the profile/ }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await pick(/Harbour live/);
    await page.getByRole('dialog', { name: 'Change to Harbour live?' }).waitFor();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(good(await desk.ask('app.state', {})).profile?.name).toBe('Practice Blaaiz');
    await pick(/Harbour live/);
    await page.getByText(/payouts sent from it move real money/).waitFor();
    await page.getByRole('button', { name: 'Change to live' }).click();
    await page.getByRole('button', { name: /Live Blaaiz Harbour live/ }).waitFor();
    await page.getByText('LIVE').first().waitFor();
    await pick(/Practice Blaaiz/);
    await page.getByRole('button', { name: /Sandbox Practice/ }).waitFor();
  });

  it('keeps the customers of one profile out of the other, and removes a profile with its keys', async () => {
    const other = good(await desk.ask('profiles.add', {
      provider: 'blaaiz', name: 'To be removed', env: 'sandbox', baseUrl: provider.url, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: [...provider.scopes],
    }));
    const { fields } = good(await desk.ask('customers.save', { id: null, fields: { firstName: 'Only', lastName: 'Practice', email: '', phone: '', country: '', dob: '', idType: 'passport', idNumber: '', idIssueDate: '', idExpiryDate: '', tin: '', street: '', city: '', state: '', zipCode: '' } }));
    expect(fields.firstName).toBe('Only');
    await goTo(page, '/customers', /Customers/);
    await page.getByRole('row', { name: /Only Practice/ }).waitFor();
    await goTo(page, `/settings/profiles/${other.id}`, 'To be removed');
    await page.getByRole('button', { name: 'Use this profile' }).click();
    await page.getByRole('button', { name: /Sandbox Blaaiz To be removed/ }).waitFor();
    await page.keyboard.type('gc');
    await page.getByText(/Payouts are made for customers/).waitFor();
    await goTo(page, `/settings/profiles/${other.id}`, 'To be removed');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.getByRole('button', { name: 'Remove profile and keys' }).click();
    await vi.waitFor(async () => { expect(good(await desk.ask('profiles.list', {})).map(({ name }) => name)).not.toContain('To be removed'); });
    // The profile in use went, so the app stands where one is chosen.
    await page.getByRole('heading', { name: 'Welcome to Bursar' }).waitFor();
    await page.getByRole('button', { name: 'Practice with Blaaiz and Kira' }).click();
    await page.getByRole('button', { name: /Sandbox Practice/ }).waitFor();
  });
});
