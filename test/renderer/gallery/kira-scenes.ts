import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

async function openSheet(page: Page): Promise<void> {
  await page.getByText('Adds up:').first().waitFor();
  await page.getByRole('button', { name: 'Release payout' }).click();
  await page.getByRole('dialog').waitFor();
}

/** Pictures of a Kira payout: editor, review, and the code to release it. */
export const kiraScenes: readonly Scene[] = [
  { name: 'kira-new', world: 'kira', hash: '/payouts/new' },
  { name: 'kira-editor', world: 'kira', hash: '/payouts/kira-1', act: async (page) => { await page.getByText('Adds up:').waitFor(); } },
  {
    name: 'kira-editor-markup', world: 'kira', hash: '/payouts/kira-1',
    act: async (page) => {
      await page.getByRole('button', { name: /Mark-up for this payout/ }).click();
      await page.getByText('Another mark-up for this payout').click();
      await page.getByRole('textbox', { name: 'Fixed part' }).fill('10');
      await page.getByRole('textbox', { name: 'Share of the amount' }).fill('2');
      await page.getByText(/10.00 USD and 2 %/).waitFor();
      await page.getByRole('button', { name: /can’t pay out yet/ }).click();
    },
  },
  {
    name: 'kira-editor-crypto', world: 'kira', hash: '/payouts/kira-2',
    act: async (page) => {
      await page.getByText('Adds up:').waitFor();
    },
  },
  {
    name: 'kira-editor-documents', world: 'kira', hash: '/payouts/kira-2',
    act: async (page) => {
      await page.getByText('Adds up:').waitFor();
      await page.getByText('Throw this draft away').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'kira-editor-wrong', world: 'kira', hash: '/payouts/new?account=account-2',
    act: async (page) => {
      await page.getByRole('button', { name: 'Review payout' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'kira-review', world: 'kira', hash: '/payouts/kira-3/review', act: async (page) => { await page.getByText('Adds up:').waitFor(); } },
  { name: 'kira-review-crypto', world: 'kira', hash: '/payouts/kira-4/review', act: async (page) => { await page.getByText(/Banks write it/).first().waitFor(); } },
  {
    name: 'kira-code', world: 'kira-code', hash: '/payouts/kira-3/review',
    act: async (page) => {
      await openSheet(page);
      await page.keyboard.type('481');
    },
  },
  {
    name: 'kira-code-wrong', world: 'kira-wrong', hash: '/payouts/kira-3/review',
    act: async (page) => {
      await page.evaluate(() => {
        const door = (globalThis as unknown as { bursar: { payouts: Record<string, unknown> } }).bursar;
        door.payouts['send'] = async () => ({ ok: false, error: { code: 'code-wrong', message: 'Kira refused the code: it was wrong or too old.' } });
      });
      await openSheet(page);
      await page.keyboard.type('481902');
      await page.getByRole('button', { name: /^Release 1/ }).click();
      await page.getByText(/Kira refused the code/).waitFor();
    },
  },
  { name: 'kira-code-blocked', world: 'kira-blocked', hash: '/payouts/kira-3/review', act: openSheet },
  { name: 'kira-code-practice', world: 'kira-practice', hash: '/payouts/kira-3/review', act: async (page) => { await openSheet(page); await page.getByText('Use this code').waitFor(); } },
  {
    name: 'kira-again', world: 'kira-code', hash: '/payouts/kira-5',
    act: async (page) => {
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
];
