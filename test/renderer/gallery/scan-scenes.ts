import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

async function openScan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Scan', exact: true }).first().click();
  await page.getByRole('button', { name: /From/ }).waitFor();
}

/** Pictures of scanning into the tray. */
export const scanScenes: readonly Scene[] = [
  { name: 'scan-choose', world: 'customers', hash: '/customers/customer-8', act: openScan },
  {
    name: 'scan-done', world: 'customers', hash: '/customers/customer-8',
    act: async (page) => {
      await openScan(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Scan', exact: true }).click();
      await page.getByText('2 pages are in the tray.').waitFor();
    },
  },
];
