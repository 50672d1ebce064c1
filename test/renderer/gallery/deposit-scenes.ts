import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

async function copied(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Read back the last four characters' }).fill('e17A');
  await page.getByRole('button', { name: 'Copy address' }).click();
  await page.getByText(/Copied/).waitFor();
}

async function alarm(page: Page, like: boolean): Promise<void> {
  await copied(page);
  await page.evaluate((alike) => {
    const { world } = globalThis as unknown as { readonly world: { readonly listeners: { readonly clipboard: Set<(event: unknown) => void> } } };
    for (const listener of world.listeners.clipboard) listener({ payoutId: 'deposit-1', like: alike });
  }, like);
  await page.getByRole('alert').waitFor();
}

const address = '/deposits/deposit-1';

/** The pictures of deposits and of Kira's payouts. */
export const depositScenes: readonly Scene[] = [
  {
    name: 'deposit', world: 'deposit', hash: address,
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Exchange takes' }).fill('1.50');
      await page.getByRole('textbox', { name: 'Read back the last four characters' }).fill('e17A');
    },
  },
  { name: 'deposit-solana', world: 'deposit-solana', hash: address },
  { name: 'deposit-copied', world: 'deposit', hash: address, act: copied },
  { name: 'deposit-case', world: 'deposit', hash: address, act: async (page) => { await page.getByRole('textbox', { name: 'Read back the last four characters' }).fill('e17a'); } },
  { name: 'deposit-alarm', world: 'deposit', hash: address, act: async (page) => alarm(page, true) },
  { name: 'deposit-noted', world: 'deposit-noted', hash: address },
  { name: 'deposit-over', world: 'deposit-over', hash: address },
  { name: 'deposit-over-noted', world: 'deposit-over-noted', hash: address },
  { name: 'deposit-over-open', world: 'deposit-over-open', hash: address },
  {
    name: 'deposit-trouble', world: 'deposit', hash: address,
    act: async (page) => {
      await page.getByRole('button', { name: 'Something went wrong' }).click();
      await page.getByText('Sent on another network than Polygon').click();
      await page.getByText('Amount due:').waitFor();
    },
  },
  { name: 'deposits', world: 'deposit', hash: '/deposits' },
  { name: 'deposits-none', world: 'deposit-none', hash: '/deposits' },
  { name: 'today-kira', world: 'deposit', hash: '/today' },
  { name: 'today-kira-first', world: 'deposit-empty', hash: '/today' },
  { name: 'payouts-kira', world: 'deposit', hash: '/payouts' },
  { name: 'payout-kira-held', world: 'deposit-swift', hash: '/payouts/fiat-1' },
  { name: 'payout-kira-returned', world: 'deposit-returned', hash: '/payouts/fiat-1' },
  { name: 'payout-kira-unknown', world: 'deposit', hash: '/payouts/kira-5/find-out' },
  { name: 'payout-kira-forgotten', world: 'deposit-forgotten', hash: '/payouts/kira-5/find-out' },
];
