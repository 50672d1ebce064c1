import type { Page } from 'playwright-core';
import type { AwaySheet } from '../../../preload/contract/away.ts';
import { sampleSheet } from '../fake/sample-sheet.ts';
import type { Scene } from './scenes.ts';

type Door = { bursar: { away: { sheet: () => Promise<unknown> } } };

/** Gives the page a sheet and goes where it is shown. */
function withSheet(hash: string, words: RegExp, change: Partial<AwaySheet> = {}): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate(([sheet, to]) => {
      (window as unknown as Door).bursar.away.sheet = () => Promise.resolve({ ok: true, value: sheet });
      window.location.hash = to;
    }, [{ ...sampleSheet(Date.UTC(2026, 10, 20, 14, 13, 48)), ...change }, hash] as const);
    await page.getByText(words).first().waitFor();
  };
}

type Found = { value: { state: string; unknown: unknown; timeline: readonly unknown[] } };
type Payouts = { bursar: { payouts: { get: (request: unknown) => Promise<Found> } } };

/** Has the next look find the payout. */
async function findIt(page: Page): Promise<void> {
  await page.getByText(/^1\. Ask Blaaiz/).waitFor();
  await page.evaluate(() => {
    const { payouts } = (window as unknown as Payouts).bursar;
    const { get } = payouts;
    const entry = { id: 'found', at: Date.now(), source: 'blaaiz', actor: null, what: 'Found: it arrived once', detail: 'PROCESSING', state: 'processing', count: 1 };
    payouts.get = async (request) => {
      const answer = await get(request);
      return { ...answer, value: { ...answer.value, state: 'processing', unknown: null, transactionId: '01981c2e-77', timeline: [entry, ...answer.value.timeline] } };
    };
  });
  await page.getByRole('button', { name: 'Look now' }).click();
  await page.getByText('Found: Blaaiz has it, once').waitFor();
}

/** Pictures of what changed while the provider was out of reach, and of what isn't known. */
export const awayScenes: readonly Scene[] = [
  { name: 'away', world: 'live', hash: '/settings/general', act: withSheet('#/away', /stop a payout/) },
  { name: 'away-unread', world: 'live', hash: '/settings/general', act: withSheet('#/away', /not everything/, { changes: [], changed: 0, mattering: 0, answered: 11, unread: ['Customer: Moor Imports', 'Price: Okonjo Textiles'] }) },
  { name: 'away-reading', world: 'live', hash: '/settings/general', act: withSheet('#/away', /being read/, { readAt: null, changes: [], changed: 0, mattering: 0, same: 0, answered: 17, total: 214 }) },
  { name: 'away-slices', world: 'live', hash: '/settings/general', act: withSheet('#/away', /of 214 read/, { answered: 48, total: 214, changed: 340, unread: ['Price: Moor Imports', 'Price: Quarry Lane Studio', 'Status: Priya Raman', '163 more'] }) },
  { name: 'away-held', world: 'live', hash: '/settings/general', act: withSheet('#/away', /are held until/, { pending: false, held: 14, changes: [], changed: 0, mattering: 0, answered: 200, total: 214, unread: ['Price: Moor Imports', 'Price: Quarry Lane Studio'] }) },
  { name: 'away-nothing', world: 'live', hash: '/settings/general', act: withSheet('#/away', /Nothing changed that/, { pending: false, changes: [], changed: 0, mattering: 0, same: 13 }) },
  { name: 'away-offline', world: 'live', hash: '/settings/general', act: withSheet('#/away', /is out of reach since/, { until: null, readAt: null, changes: [], changed: 0, mattering: 0, same: 0, answered: 0, total: 0 }) },
  { name: 'away-done', world: 'live', hash: '/settings/general', act: withSheet('#/away', /Somebody has looked/, { pending: false }) },
  { name: 'away-today', world: 'live', hash: '/settings/general', act: withSheet('#/today', /matter to what waits/) },
  { name: 'away-review', world: 'live', hash: '/settings/general', act: withSheet('#/payouts/payout-9/review', /matter to what waits/) },
  { name: 'unknown-list', world: 'stopped', hash: '/unknown', act: async (page) => { await page.getByText(/Looked up/).first().waitFor(); } },
  { name: 'unknown-early', world: 'stopped', hash: '/payouts/payout-1/find-out' },
  { name: 'unknown-settled', world: 'settled', hash: '/payouts/payout-1/find-out' },
  { name: 'unknown-again', world: 'settled', hash: '/payouts/payout-1/find-out', act: async (page) => { await page.getByRole('button', { name: 'Send again' }).click(); await page.getByRole('alertdialog').waitFor(); } },
  { name: 'unknown-no-answer', world: 'no-answer', hash: '/payouts/payout-1/find-out' },
  { name: 'unknown-restored', world: 'restored', hash: '/payouts/payout-1/find-out' },
  { name: 'unknown-found', world: 'stopped', hash: '/payouts/payout-1/find-out', act: findIt },
];
