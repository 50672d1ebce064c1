import type { Page } from 'playwright-core';
import { lockedPdf } from '../fake/sample-files.ts';
import type { Scene } from './scenes.ts';

const give = (page: Page, name: string, mimeType: string, buffer: Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

/** The customers' pictures. */
export const customerScenes: readonly Scene[] = [
  { name: 'customers-empty', world: 'empty', hash: '/customers' },
  { name: 'customer-new', world: 'live', hash: '/customers/new' },
  { name: 'customer-picture', world: 'customers', hash: '/customers/customer-8', act: async (page) => { await page.getByRole('img', { name: /marlowe-passport/ }).waitFor(); } },
  {
    name: 'customer-pdf', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => {
      await page.getByRole('button', { name: 'Proof of address' }).click();
      await page.getByRole('button', { name: 'Page after' }).click();
      await page.getByText('Page 2 of 3').waitFor();
    },
  },
  {
    name: 'customer-wrong', world: 'sandbox', hash: '/customers/customer-8',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill('thea@quay');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/things are not right yet/).waitFor();
    },
  },
  {
    name: 'customer-refused-file', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => {
      await give(page, 'protected.pdf', 'application/pdf', Buffer.from(lockedPdf()));
      await page.getByText('The earlier file stays').waitFor();
    },
  },
  {
    name: 'customer-back', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => { await page.getByRole('radio', { name: 'Driving licence' }).check({ force: true }); await page.getByText('Driving licence, back').first().waitFor(); },
  },
  { name: 'customer-submitting', world: 'submitting', hash: '/customers/customer-8' },
  { name: 'customer-cut', world: 'cut', hash: '/customers/customer-8' },
  {
    name: 'customer-twins', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'E-mail' }).fill('adaeze@nwosu.example');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'customer-discard', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => { await page.getByRole('button', { name: 'Throw away' }).click(); await page.getByRole('alertdialog').waitFor(); },
  },
  { name: 'customer-pending', world: 'live', hash: '/customers/customer-2' },
  {
    name: 'customer-escalate', world: 'customers', hash: '/customers/customer-3',
    act: async (page) => { await page.getByRole('button', { name: 'Prepare note' }).click(); await page.getByText('still pending').waitFor(); },
  },
  { name: 'customer-rejected', world: 'customers', hash: '/customers/customer-4' },
  { name: 'customer-extra-checks', world: 'live', hash: '/customers/customer-6' },
];
