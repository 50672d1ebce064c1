import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../../preload/contract/recipients.ts';
import { kiraDesk, recipientOf, swiftFields } from '../../fake/kira-desk.ts';
import { setState } from '../../fake/world.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const open = (recipients?: Recipient[], options: FakeOptions = {}) => start('/recipients', { ...options, world: { ...kiraDesk(), ...(recipients ? { recipients } : {}) } });
const grid = () => screen.findByRole('grid', { name: 'Recipients' });
const many = (count: number) => Array.from({ length: count }, (_, index) => recipientOf(`r${index}`, 'there', { fields: { ...swiftFields, companyName: `Company ${String(index).padStart(3, '0')}` } }));

describe('the book of recipients', () => {
  it('shows first what is still to be made, and of each its rail, bank, account and when it was paid', async () => {
    open();
    const rows = within(await grid());
    await rows.findByText('Not made yet');
    const texts = rows.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(texts.findIndex((text) => text.includes('Kestrel Logistics'))).toBeLessThan(texts.findIndex((text) => text.includes('Harrow & Finch LLP')));
    expect(texts.find((text) => text.includes('Lumière'))).toMatch(/At Kira.*··2606|FR··2606/);
    expect(texts.find((text) => text.includes('Lumière'))).toContain('SWIFT');
    expect(texts.find((text) => text.includes('Lumière'))).toContain('never');
  });

  it('finds by name and keeps the search in the address', async () => {
    const { user } = open();
    await within(await grid()).findByText('Harrow & Finch LLP');
    await user.type(screen.getByRole('searchbox'), 'kestrel');
    await waitFor(() => expect(window.location.hash).toBe('#/recipients?q=kestrel'));
    await waitFor(() => expect(screen.queryByText('Harrow & Finch LLP')).toBeNull());
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'zzz');
    await user.click(await screen.findByRole('button', { name: 'Show all recipients' }));
    await within(await grid()).findByText('Harrow & Finch LLP');
  });

  it('keeps only what is in sight in the page above 200 rows', async () => {
    open(many(450));
    await screen.findByText('450 recipients');
    expect((await grid()).getAttribute('aria-rowcount')).toBe('451');
    expect(within(await grid()).getAllByRole('row').length).toBeLessThan(200);
  });

  it('says that there may be more than one list carries', async () => {
    open(many(500));
    await screen.findByText('The first 500. Search to find the others.');
  });

  it('takes over what was made elsewhere when it is opened, but not each time', async () => {
    const { world, user } = open();
    const taken = () => requestsOf(world, 'recipients.list').filter((request) => (request as { fresh: boolean }).fresh).length;
    await waitFor(() => expect(taken()).toBe(1));
    await user.keyboard('gt');
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
    await user.keyboard('gr');
    await grid();
    expect(taken()).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Read from Kira' }));
    await waitFor(() => expect(taken()).toBe(2));
  });

  it('says, while there is no line, that it can’t be read again', async () => {
    const { world } = open();
    await within(await grid()).findByText('Harrow & Finch LLP');
    const before = requestsOf(world, 'recipients.list').length;
    act(() => void setState(world, { connection: { online: false, since: Date.now(), detail: null, budget: null } }));
    expect(await screen.findByText(/^Offline: this is the book as last read\./)).toBeDefined();
    const read = screen.getByRole('button', { name: 'Read from Kira' });
    expect(read.getAttribute('aria-disabled')).toBe('true');
    read.click();
    expect(requestsOf(world, 'recipients.list')).toHaveLength(before);
  });

  it('says what it is for while it is empty', async () => {
    const { user } = open([]);
    const page = within(await grid());
    await user.click(await page.findByRole('button', { name: 'New recipient' }));
    await waitFor(() => expect(window.location.hash).toBe('#/recipients/new'));
  });

  it('offers to pay only one that Kira has, and to throw away only one that it can’t have', async () => {
    const { user, world } = open([recipientOf('r1', 'unknown'), recipientOf('r2', 'draft', { fields: { ...swiftFields, companyName: 'Only Here Ltd' } })]);
    const unknown = await within(await grid()).findByText('Müller & Söhne GmbH');
    await user.pointer({ target: unknown, keys: '[MouseRight]' });
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([expect.stringContaining('Open')]);
    await user.keyboard('{Escape}');
    await user.pointer({ target: within(await grid()).getByText('Only Here Ltd'), keys: '[MouseRight]' });
    await user.click(await screen.findByRole('menuitem', { name: 'Throw away' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Throw Only Here Ltd away?' });
    await user.click(within(dialog).getByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(world.recipients.map((one) => one.id)).toEqual(['r1']));
  });
});
