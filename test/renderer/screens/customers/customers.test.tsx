import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sampleCustomer } from '../../fake/sample-customers.ts';
import { changed } from '../../fake/world.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const names = () => within(screen.getByRole('grid', { name: 'Customers' })).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

describe('the list of customers', () => {
  it('says where each stands, and how long Blaaiz has been verifying', async () => {
    const now = Date.now();
    start('/customers', { world: { customers: [
      sampleCustomer('a', 'pending', { firstName: 'Amara', lastName: 'Dike' }, now, { pendingSince: now - 50 * 60_000 }),
      sampleCustomer('b', 'pending', { firstName: 'Tomasz', lastName: 'Wilk' }, now, { pendingSince: now - 190 * 60_000 }),
      sampleCustomer('c', 'pending', { firstName: 'Ines', lastName: 'Bell' }, now, { pendingSince: now - 301 * 60_000 }),
      sampleCustomer('d', 'draft', {}, now),
    ] } });
    expect((await row('Amara Dike')).textContent).toMatch(/Pending.*50 min/);
    expect((await row('Tomasz Wilk')).textContent).toMatch(/Late.*3 h 10 min/);
    expect((await row('Ines Bell')).textContent).toMatch(/Escalate now.*5 h 1 min/);
    expect((await row('no name yet')).textContent).toContain('Draft');
  });

  it('shows one kind at a time, with how many there are of each', async () => {
    const { user } = start('/customers');
    await row('Adaeze Nwosu');
    await user.click(await screen.findByRole('radio', { name: /^Rejected\s*1$/ }));
    await waitFor(() => expect(names()).toEqual(['Lucía Ferrer']));
    expect(window.location.hash).toContain('state=rejected');
    await user.click(screen.getByRole('radio', { name: /Being verified\s*3/ }));
    await waitFor(() => expect(names()).toEqual(['Tomasz Wilk', 'Amara Dike', 'Ines Okafor']));
  });

  it('is searched from the keyboard, moved through with J and K, and opened with Enter', async () => {
    const { user } = start('/customers');
    await row('Adaeze Nwosu');
    await user.keyboard('/');
    await user.keyboard('a');
    await waitFor(() => expect(names()).not.toContain('nobody'));
    await user.clear(screen.getByRole('searchbox', { name: 'Name, e-mail, number' }));
    await user.type(screen.getByRole('searchbox', { name: 'Name, e-mail, number' }), 'ama');
    await waitFor(() => expect(names()).toEqual(['Amara Dike']));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('j{Enter}');
    await screen.findByRole('heading', { name: 'Amara Dike' });
  });

  it('reads further pages only when they come into sight, and never asks for more than a page', async () => {
    const now = Date.now();
    const customers = Array.from({ length: 450 }, (_, index) => sampleCustomer(`c${index}`, 'verified', { firstName: 'Nr', lastName: String(index) }, now));
    const { world } = start('/customers', { world: { customers } });
    await screen.findByText('The first 300 of 450');
    const asked = requestsOf(world, 'customers.list') as readonly { readonly limit: number; readonly cursor: string | null }[];
    expect(Math.max(...asked.map(({ limit }) => limit))).toBeLessThanOrEqual(500);
    expect(asked.every(({ cursor }) => cursor === null)).toBe(true);
  });

  it('follows what changes without being asked', async () => {
    const { world } = start('/customers');
    await row('Amara Dike');
    world.customers = world.customers.map((one) => (one.name === 'Amara Dike' ? { ...one, state: 'verified' as const, pendingSince: null } : one));
    changed(world, ['customers'], 'customer-3');
    await waitFor(() => expect(screen.getByRole('row', { name: /Amara Dike/ }).textContent).toContain('Verified'));
  });

  it('teaches when there is nobody yet, and begins with the first', async () => {
    const { user } = start('/customers', { world: { customers: [] } });
    await screen.findByText(/Payouts are made for customers whom Blaaiz has verified/);
    await user.keyboard('c');
    await screen.findByRole('heading', { name: 'New customer' });
  });

  it('leads back from a search that finds nobody', async () => {
    const { user } = start('/customers?q=zzz');
    await screen.findByText('No customer matches “zzz”.');
    await user.click(screen.getByRole('button', { name: 'Show all customers' }));
    await row('Adaeze Nwosu');
  });
});
