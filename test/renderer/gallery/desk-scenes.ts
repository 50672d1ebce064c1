import type { Scene } from './scenes.ts';

/** Pictures of Kira's accounts, recipients, settings and set-up, and of the change between profiles. */
export const deskScenes: readonly Scene[] = [
  { name: 'desk-accounts', world: 'kira-desk', hash: '/accounts' },
  {
    name: 'desk-came-in', world: 'kira-live', hash: '/accounts',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show what came in, Moor Imports' }).first().click();
      await page.getByText('Moor Holding').first().waitFor();
    },
  },
  { name: 'desk-accounts-offline', world: 'kira-offline', hash: '/accounts' },
  { name: 'desk-recipients', world: 'kira-desk', hash: '/recipients' },
  { name: 'desk-recipients-empty', world: 'kira-none', hash: '/recipients' },
  { name: 'desk-recipient-new', world: 'kira-desk', hash: '/recipients/new' },
  { name: 'desk-recipient-draft', world: 'kira-desk', hash: '/recipients/rec-draft', act: async (page) => { await page.getByText('Muller').first().waitFor(); } },
  {
    name: 'desk-recipient-account', world: 'kira-desk', hash: '/recipients/rec-draft',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'BIC' }).fill('COBA');
      await page.getByRole('textbox', { name: 'Bank name' }).focus();
      await page.getByRole('textbox', { name: /Bank’s postcode/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'desk-recipient-wrong', world: 'kira-desk', hash: '/recipients/new',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Company' }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'desk-recipient-make', world: 'kira-desk', hash: '/recipients/rec-draft',
    act: async (page) => {
      await page.getByRole('button', { name: 'Make it at Kira' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'desk-recipient-refused', world: 'kira-desk', hash: '/recipients/rec-refused' },
  { name: 'desk-recipient-unknown', world: 'kira-desk', hash: '/recipients/rec-unknown' },
  { name: 'desk-recipient-there', world: 'kira-live', hash: '/recipients/recipient-1' },
  { name: 'desk-chip', world: 'kira-desk', hash: '/recipients', act: async (page) => { await page.getByRole('button', { name: /change the profile/ }).click(); await page.getByRole('menu').waitFor(); } },
  {
    name: 'desk-go-live', world: 'kira-desk', hash: '/recipients',
    act: async (page) => {
      await page.getByRole('button', { name: /change the profile/ }).click();
      await page.getByRole('group', { name: 'Kira' }).getByRole('menuitem', { name: /Halden/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'desk-palette', world: 'kira-desk', hash: '/recipients', act: async (page) => { await page.keyboard.press('Control+k'); await page.getByText('Go to Deposits').waitFor(); } },
  {
    name: 'desk-profile', world: 'kira-live', hash: '/settings/profiles/profile-kira',
    act: async (page) => { await page.getByRole('button', { name: 'Test connection' }).click(); await page.getByText('Secure connection').waitFor(); },
  },
  { name: 'desk-profiles', world: 'kira-live', hash: '/settings/profiles' },
  { name: 'desk-new-profile', world: 'kira-live', hash: '/settings/profiles/new', act: async (page) => { await page.getByRole('radio', { name: /^Kira/ }).check({ force: true }); await page.getByText('API version').first().waitFor(); } },
  {
    name: 'desk-setup-kira', world: 'setup', hash: '/',
    act: async (page) => { await page.getByRole('button', { name: 'Connect an account' }).click(); await page.getByRole('radio', { name: /^Kira/ }).check({ force: true }); await page.getByText('API version').first().waitFor(); },
  },
];
