import type { Page } from 'playwright-core';
import { awayScenes } from './away-scenes.ts';
import { backupScenes } from './backup-scenes.ts';
import { customerScenes } from './customer-scenes.ts';
import { deskScenes } from './desk-scenes.ts';
import { depositScenes } from './deposit-scenes.ts';
import { kiraScenes } from './kira-scenes.ts';
import { repairScenes } from './repair-scenes.ts';
import { scanScenes } from './scan-scenes.ts';

/** One picture: a world, an address, and what is done before the shutter. */
export type Scene = { readonly name: string; readonly world: string; readonly hash: string; readonly act?: (page: Page) => Promise<void> };

/** Every picture of the gallery. */
export const scenes: readonly Scene[] = [
  { name: 'today', world: 'live', hash: '/today' },
  { name: 'today-mac', world: 'mac', hash: '/today' },
  { name: 'customers', world: 'live', hash: '/customers' },
  { name: 'customer-draft', world: 'sandbox', hash: '/customers/customer-8' },
  { name: 'customer-verified', world: 'sandbox', hash: '/customers/customer-1' },
  ...awayScenes,
  ...backupScenes,
  ...customerScenes,
  ...depositScenes,
  ...deskScenes,
  ...kiraScenes,
  ...repairScenes,
  ...scanScenes,
  { name: 'audit', world: 'live', hash: '/settings/audit' },
  { name: 'audit-broken', world: 'audit-broken', hash: '/settings/audit' },
  { name: 'audit-gone', world: 'audit-gone', hash: '/settings/audit' },
  { name: 'audit-unread', world: 'audit-unread', hash: '/settings/audit' },
  { name: 'audit-alarm', world: 'audit-broken', hash: '/today' },
  { name: 'audit-accepted', world: 'audit-accepted', hash: '/settings/audit' },
  { name: 'audit-entry', world: 'audit-accepted', hash: '/settings/audit', act: async (page) => { await page.getByText('Released').first().dblclick(); await page.getByRole('dialog').waitFor(); } },
  { name: 'audit-reason', world: 'audit-broken', hash: '/settings/audit', act: async (page) => { await page.getByRole('button', { name: 'Go on with a reason' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'limits', world: 'limits', hash: '/settings/limits' },
  { name: 'limits-empty', world: 'live', hash: '/settings/limits' },
  { name: 'limits-moved', world: 'limits-cooling', hash: '/settings/limits' },
  { name: 'limits-error', world: 'limits', hash: '/settings/limits', act: async (page) => { await page.getByLabel(/^An account is new for/).first().fill('900'); } },
  { name: 'limits-save', world: 'limits', hash: '/settings/limits', act: async (page) => {
    await page.getByLabel(/^All payouts of a day/).first().fill('25000');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save limits' }).click();
  } },
  { name: 'review-cooling', world: 'limits-cooling', hash: '/payouts/payout-9/review' },
  { name: 'review-compare-many', world: 'many-twins', hash: '/payouts/payout-9/review', act: async (page) => { await page.getByRole('button', { name: 'Compare' }).first().click(); await page.getByRole('button', { name: 'The next one' }).click(); } },
  { name: 'review-decide', world: 'many-twins', hash: '/payouts/payout-9/review', act: async (page) => { await page.getByRole('button', { name: /^Send / }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'review-over-limit', world: 'limits', hash: '/payouts/payout-9/review' },
  { name: 'review-alike', world: 'twins', hash: '/payouts/payout-9/review' },
  { name: 'review-compare', world: 'twins', hash: '/payouts/payout-9/review', act: async (page) => { await page.getByRole('button', { name: 'Compare' }).first().click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'payouts', world: 'live', hash: '/payouts' },
  { name: 'payout-editor', world: 'live', hash: '/payouts/payout-10' },
  { name: 'payout-editor-invoice', world: 'invoices', hash: '/payouts/payout-10', act: async (page) => { await page.getByText('Throw this draft away').scrollIntoViewIfNeeded(); } },
  { name: 'payout-editor-no-invoice', world: 'live', hash: '/payouts/payout-10', act: async (page) => { await page.getByText('Throw this draft away').scrollIntoViewIfNeeded(); } },
  { name: 'payout-review-invoice', world: 'invoices', hash: '/payouts/payout-9/review' },
  { name: 'payout-review', world: 'live', hash: '/payouts/payout-9/review' },
  { name: 'payout-unknown', world: 'live', hash: '/payouts/payout-1/find-out' },
  {
    name: 'payout-editor-full', world: 'live', hash: '/payouts/new',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Customer' }).fill('Adaeze');
      await page.getByRole('option', { name: /Adaeze/ }).click();
      await page.getByRole('button', { name: /Wallet/ }).click();
      await page.getByRole('option', { name: /Pounds/ }).click();
      await page.getByRole('combobox', { name: 'Payee' }).fill('Okon');
      await page.getByRole('option', { name: /Okonjo/ }).click();
      await page.getByRole('textbox', { name: 'You send' }).fill('2400');
      await page.getByText('Adds up:').waitFor();
    },
  },
  {
    name: 'payout-editor-wrong', world: 'live', hash: '/payouts/payout-10',
    act: async (page) => {
      await page.getByRole('button', { name: 'Review payout' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'payout-editor-wire', world: 'live', hash: '/payouts/new',
    act: async (page) => {
      await page.getByRole('button', { name: /Currency/ }).click();
      await page.getByRole('option', { name: /USD/ }).click();
      await page.getByRole('textbox', { name: 'Routing number' }).fill('123');
      await page.keyboard.press('Tab');
    },
  },
  { name: 'payout-queued', world: 'live', hash: '/payouts/payout-4' },
  { name: 'payout-sending', world: 'live', hash: '/payouts/payout-3' },
  { name: 'payout-processing', world: 'live', hash: '/payouts/payout-6' },
  { name: 'payout-completed', world: 'live', hash: '/payouts/payout-11' },
  { name: 'payout-refused', world: 'live', hash: '/payouts/payout-12' },
  { name: 'payouts-empty', world: 'empty', hash: '/payouts' },
  { name: 'today-first', world: 'empty-sandbox', hash: '/today' },
  {
    name: 'payouts-peek', world: 'live', hash: '/payouts',
    act: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press(' ');
      await page.getByText('Timeline').waitFor();
    },
  },
  {
    name: 'payouts-menu', world: 'live', hash: '/payouts',
    act: async (page) => {
      await page.getByText('Lagoon Print Works').click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'payout-answer', world: 'live', hash: '/payouts/payout-1',
    act: async (page) => {
      await page.getByRole('button', { name: 'Record an answer' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'settings-general', world: 'live', hash: '/settings/general' },
  { name: 'settings-profiles', world: 'live', hash: '/settings/profiles' },
  {
    name: 'settings-profile', world: 'test', hash: '/settings/profiles/profile-test',
    act: async (page) => {
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('Permissions').waitFor();
    },
  },
  { name: 'settings-new-profile', world: 'test', hash: '/settings/profiles/new' },
  { name: 'settings-lock', world: 'live', hash: '/settings/lock' },
  { name: 'settings-rules', world: 'live', hash: '/settings/rules' },
  { name: 'settings-about', world: 'live', hash: '/settings/about' },
  { name: 'locked', world: 'locked', hash: '/today' },
  { name: 'setup', world: 'setup', hash: '/' },
  { name: 'setup-no-keychain', world: 'no-keychain', hash: '/' },
  {
    name: 'palette', world: 'live', hash: '/today',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: 'Search or do anything' }).fill('ok');
      await page.getByText('AN-0031').first().waitFor();
    },
  },
  { name: 'keys', world: 'live', hash: '/today', act: async (page) => { await page.keyboard.press('?'); await page.getByRole('dialog').waitFor(); } },
  { name: 'offline', world: 'offline', hash: '/today' },
];
