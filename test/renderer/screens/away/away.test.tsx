import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AwaySheet } from '../../../../preload/contract/away.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { sampleSheet } from '../../fake/sample-sheet.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

function open(address: string, change: Partial<AwaySheet> = {}) {
  let sheet = { ...sampleSheet(Date.now()), ...change };
  return start(address, { handlers: {
    'away.sheet': () => ok(sheet), 'away.read': () => ok(sheet),
    'away.accept': () => ok(sheet = { ...sheet, pending: false }),
  } });
}

describe('what changed', () => {
  it('puts before and now side by side, by kind, what matters first, with ways to the payouts', async () => {
    open('/away');
    const rates = within(await screen.findByRole('table', { name: 'Rates' }));
    const row = within(rates.getByRole('row', { name: /GBP to NGN/ }));
    expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('2012.5'), expect.stringContaining('1976.71')]);
    expect(row.getByRole('img', { name: 'Matters' })).toBeDefined();
    expect(row.getByRole('link', { name: 'Payout to Halima Yusuf' }).getAttribute('href')).toBe('/#/payouts/payout-8');
    expect(screen.getAllByRole('table').map((one) => one.getAttribute('aria-label'))).toEqual(['What arrives', 'Rates', 'Balances', 'Customers', 'Payouts on their way']);
    expect(screen.getByText('7 more things were read and are as they were.')).toBeDefined();
    expect(screen.getByText(/4 changes stop a payout or move its price/)).toBeDefined();
  });

  it('is accepted with its own key, by button or key, and says that payouts can go', async () => {
    const { user, world } = open('/away');
    await user.click(await screen.findByRole('button', { name: 'I have looked' }));
    expect(requestsOf(world, 'away.accept')).toEqual([{ key: 'sheet-1' }]);
  });

  it('says why a sheet that has changed is not accepted', async () => {
    const { user } = start('/away', { handlers: {
      'away.sheet': () => ok(sampleSheet(Date.now())), 'away.accept': () => fail({ code: 'conflict', message: 'The sheet has changed since you opened it.', fix: 'Look at it once more.' }),
    } });
    await user.click(await screen.findByRole('button', { name: 'I have looked' }));
    expect(await screen.findByText('The sheet has changed since you opened it.')).toBeDefined();
  });

  it('can’t be accepted before it has been read, and names what couldn’t be', async () => {
    open('/away', { readAt: null, changes: [], unread: [] });
    expect((await screen.findByRole('button', { name: 'I have looked' })).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText(/are being read again/)).toBeDefined();
  });

  it('names what couldn’t be read yet and that it is asked for again', async () => {
    open('/away', { changes: [], changed: 0, mattering: 0, unread: ['Customer: Moor Imports'] });
    expect(await screen.findByText('Customer: Moor Imports')).toBeDefined();
    expect(screen.getByText('asked for again by itself')).toBeDefined();
    expect(screen.getByText(/not everything could be read/)).toBeDefined();
  });

  it('says how far the reading is, and that what isn’t compared stays held', async () => {
    open('/away', { unread: ['Price: Moor Imports', '151 more'], answered: 48, total: 200 });
    expect((await screen.findByRole('progressbar', { name: '48 of 200 read' })).getAttribute('aria-valuenow')).toBe('24');
    expect(screen.getByText(/What is not compared by then stays held/)).toBeDefined();
    expect(screen.getByText('152')).toBeDefined();
  });

  it('says how many payouts are still held once somebody has looked, and how much is not listed', async () => {
    open('/away', { pending: false, held: 14, changes: [], changed: 0, unread: ['Price: Moor Imports'], answered: 48, total: 62 });
    expect(await screen.findByText('14 payouts are held until they have been compared')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'I have looked' })).toBeNull();
    expect(screen.getByRole('link', { name: 'What changed, 14 payouts are held' })).toBeDefined();
  });

  it('says how many changes are not listed', async () => {
    open('/away', { changed: 2_006 });
    expect(await screen.findByText(/2,000 more changes are not listed here/)).toBeDefined();
  });

  it('asks for nothing while nobody has to look', async () => {
    open('/away', { pending: false });
    expect(await screen.findByText(/Somebody has looked at this/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'I have looked' })).toBeNull();
  });
});

describe('while somebody has to look', () => {
  it('today and the sidebar say so and lead there', async () => {
    const { user } = open('/today');
    expect(await screen.findByText(/4 changes matter to what waits/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'What changed, look at it before anything is released' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'What changed' }));
    await waitFor(() => expect(window.location.hash).toBe('#/away'));
  });

  it('the review says so, and sends nothing until then', async () => {
    const { user, world } = open('/payouts/payout-9/review');
    expect(await screen.findByText('Look at what changed first.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Send 1,180.00 GBP' }));
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'What changed' }));
    await waitFor(() => expect(window.location.hash).toBe('#/away'));
  });

  it('a send that main refuses for it leads there', async () => {
    const { user } = start('/payouts/payout-9/review', { handlers: { 'payouts.send': () => fail({ code: 'look-first', message: 'Nothing is released before somebody has looked.' }) } });
    await user.click(await screen.findByRole('button', { name: 'Send 1,180.00 GBP' }));
    expect(await screen.findByText('Nothing is released before somebody has looked.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'What changed' }));
    await waitFor(() => expect(window.location.hash).toBe('#/away'));
  });

  it('nothing is said while the provider is still out of reach', async () => {
    open('/today', { until: null, readAt: null, changes: [] });
    expect(await screen.findByText('Needs you')).toBeDefined();
    expect(screen.queryByRole('link', { name: /What changed/ })).toBeNull();
  });
});
