import type { Scene } from './scenes.ts';

/** The pictures of repairs and of figures that don't close. */
export const repairScenes: readonly Scene[] = [
  { name: 'repairs', world: 'repairs', hash: '/repairs' },
  { name: 'repairs-none', world: 'live', hash: '/repairs' },
  { name: 'repair', world: 'repairs', hash: '/repairs/payout-2' },
  { name: 'repair-back', world: 'repairs', hash: '/repairs/payout-13' },
  { name: 'repair-sum', world: 'repairs', hash: '/repairs/payout-11' },
  { name: 'repair-done', world: 'repairs', hash: '/repairs/payout-14' },
  { name: 'repair-deposit', world: 'repairs-deposit', hash: '/repairs/payout-2' },
  { name: 'review-copy', world: 'repairs-review', hash: '/payouts/payout-9/review', act: async (page) => { await page.getByText(/It waits for the money/).waitFor(); } },
  { name: 'repair-waive', world: 'repairs', hash: '/repairs/payout-2', act: async (page) => { await page.getByRole('button', { name: 'Go on without waiting' }).click(); await page.getByRole('dialog').waitFor(); } },
  { name: 'repair-copy', world: 'repairs-copy', hash: '/payouts/payout-10' },
  { name: 'repair-payout', world: 'repairs', hash: '/payouts/payout-2' },
  { name: 'figures', world: 'repairs', hash: '/payouts/payout-11' },
  { name: 'repairs-today', world: 'repairs', hash: '/today' },
  { name: 'rules', world: 'live', hash: '/settings/rules' },
];
