import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../../preload/contract/captures.ts';
import type { CustomerFields } from '../../../../preload/contract/customers.ts';
import { sampleCapture, trayOf } from '../../fake/sample-captures.ts';
import { sampleCustomer } from '../../fake/sample-customers.ts';
import { letterEvidence } from '../../fake/sample-evidence.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { changed, type World } from '../../fake/world.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { looks, start } from '../../stage.tsx';

const whole: Partial<CustomerFields> = { firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', email: 'thea@quay.example', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };
const desk = (...pages: readonly Capture[]) => start('/customers/c1', { world: { customers: [sampleCustomer('c1', 'draft', whole, Date.now())], ...trayOf(...pages) } });
const tile = (name: RegExp) => screen.findByRole('button', { name });
const order = (world: World) => (requestsOf(world, 'captures.order').at(-1) as { readonly ids: readonly string[] } | undefined)?.ids;

describe('the tray', () => {
  it('has what was in it before, and shows a page with what would be found in the slot', async () => {
    looks();
    const { user } = desk(sampleCapture('a'), sampleCapture('b', { evidence: letterEvidence }));
    await user.click(await tile(/^a\.png, 1 of 2/));
    await screen.findByText('This page would pass: every check is fine');
    await user.click(await tile(/^b\.png/));
    await screen.findByText('Stopped: this is a letter, not a passport page');
    expect(screen.getByRole('img', { name: 'Passport page: b.png' })).toBeDefined();
  });

  it('gives its page to a slot, looked at for that very slot, and takes back the one before', async () => {
    const looker = looks();
    const { user, world } = desk(sampleCapture('a'), sampleCapture('b'));
    await user.click(await tile(/^a\.png/));
    await user.click(screen.getByRole('button', { name: 'Use as passport page' }));
    await screen.findByText('Passed: every check is fine');
    expect(looker.calls).toContain('look a.png 1 identity');
    await user.click(await tile(/^b\.png/));
    await user.click(screen.getByRole('button', { name: 'Use as passport page' }));
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ captureIds: ['a'] }, { captureIds: ['b'] }]));
    await tile(/^a\.png/);
  });

  it('gives one page to a slot that takes one, and says so', async () => {
    looks();
    const { user, world } = desk(sampleCapture('a'), sampleCapture('b'));
    await user.click(await tile(/^a\.png/));
    await user.keyboard('{ArrowRight} ');
    const use = await screen.findByRole('button', { name: 'Use as passport page' });
    expect(use.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Proof of address' }));
    await user.click(screen.getByRole('button', { name: 'Put 2 pages together' }));
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'proof_of_address', captureIds: ['a', 'b'] }]));
  });

  it('adds pages to a proof of address that is there', async () => {
    looks({ evidence: () => letterEvidence });
    const { user, world } = desk(sampleCapture('a'), sampleCapture('b'));
    await user.click(await screen.findByRole('button', { name: 'Proof of address' }));
    await user.click(await tile(/^a\.png/));
    await user.click(screen.getByRole('button', { name: 'Use as proof of address' }));
    await user.click(await tile(/^b\.png/));
    await user.click(await screen.findByRole('button', { name: 'Add to the proof of address' }));
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ captureIds: ['a'] }, { captureIds: ['a', 'b'] }]));
  });

  it('is put in order by keys and by dragging', async () => {
    looks();
    const { user, world } = desk(sampleCapture('a'), sampleCapture('b'), sampleCapture('c'));
    const first = await tile(/^a\.png/);
    act(() => first.focus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(order(world)).toEqual(['b', 'a', 'c']));
    await waitFor(async () => expect(document.activeElement).toBe(await tile(/^a\.png, 2 of 3/)));
    const [from, to] = [await tile(/^c\.png/), await tile(/^b\.png/)];
    const carried = new Map<string, string>();
    const dataTransfer = { types: ['application/x-bursar-page'], files: [], setData: (type: string, value: string) => carried.set(type, value), getData: (type: string) => carried.get(type) ?? '', effectAllowed: '' };
    fireEvent.dragStart(from, { dataTransfer });
    fireEvent.dragOver(to, { dataTransfer });
    const drop = createEvent.drop(to, { dataTransfer });
    Object.defineProperty(drop, 'clientX', { value: -1 });
    fireEvent(to, drop);
    await waitFor(() => expect(order(world)).toEqual(['c', 'b', 'a']));
    expect(requestsOf(world, 'captures.add')).toEqual([]);
  });

  it('throws pages away, and turns one and looks at it again', async () => {
    looks();
    const { user, world } = desk(sampleCapture('a'), sampleCapture('b'));
    await user.click(await tile(/^a\.png/));
    await user.click(screen.getByRole('button', { name: 'Turn' }));
    await waitFor(() => expect(requestsOf(world, 'captures.save')).toMatchObject([{ id: 'a', edit: { turn: 90 } }]));
    act(() => (screen.getByRole('button', { name: /^b\.png/ })).focus());
    await user.keyboard('{Delete}');
    await waitFor(() => expect(requestsOf(world, 'captures.remove')).toEqual([{ ids: ['b'] }]));
    await screen.findByText('1 page waits');
  });

  it('opens what a scanner or a watched folder brings, and says why a file can’t be used', async () => {
    looks({ pages: { 'feeder.pdf': 2 }, broken: { 'odd.tif': { code: 'file-damaged', message: 'odd.tif is damaged.', fix: 'Scan it anew.' } } });
    const { world } = desk();
    await screen.findByText('nothing waits');
    const fresh = (id: string, name: string) => sampleCapture(id, { name, state: 'new', source: 'scanner', page: null, pages: null, evidence: null });
    world.captures = [fresh('f', 'feeder.pdf'), fresh('o', 'odd.tif')];
    for (const id of ['f', 'o']) world.originals.set(id, samplePng(8, 8));
    act(() => changed(world, ['captures']));
    await tile(/^feeder\.pdf, page 2, 2 of 3/);
    await tile(/odd\.tif: odd\.tif is damaged\. Scan it anew\./);
    expect(requestsOf(world, 'captures.opened')).toEqual([{ id: 'f', pages: 2 }]);
    expect(requestsOf(world, 'captures.refuse')).toEqual([{ id: 'o', problem: 'odd.tif is damaged. Scan it anew.' }]);
    await waitFor(() => expect(world.captures.filter(({ evidence }) => evidence !== null)).toHaveLength(2));
  });

  it('watches a folder until it is told to stop', async () => {
    const { user, world } = desk();
    await user.click(await screen.findByRole('button', { name: 'Watch a folder…' }));
    await screen.findByText('Watching Scans');
    await user.click(screen.getByRole('button', { name: 'Stop watching Scans' }));
    await screen.findByRole('button', { name: 'Watch a folder…' });
    expect(world.folder).toBeNull();
  });
});

describe('editing a page', () => {
  const edit = async () => {
    looks();
    const stage = desk(sampleCapture('a'));
    await stage.user.click(await tile(/^a\.png/));
    await stage.user.click(screen.getByRole('button', { name: 'Edit' }));
    return { ...stage, dialog: await screen.findByRole('dialog', { name: 'Edit the page' }) };
  };
  const saved = (world: World) => requestsOf(world, 'captures.save').at(-1);

  it('moves a corner with the arrow keys, ten times as far with Shift, and keeps the original', async () => {
    const { user, world, dialog } = await edit();
    const corner = await within(dialog).findByRole('button', { name: 'Top left corner, 0 % from the left, 0 % from the top' });
    act(() => corner.focus());
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved(world)).toMatchObject({ id: 'a', edit: { turn: 0, corners: [{ x: expect.any(Number), y: expect.any(Number) }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }] } }));
    const { edit: { corners: [moved] } } = saved(world) as { readonly edit: { readonly corners: readonly { readonly x: number; readonly y: number }[] } };
    expect((moved?.y ?? 0) / (moved?.x ?? 1)).toBeGreaterThan(8);
    expect(requestsOf(world, 'captures.add')).toEqual([]);
  });

  it('turns, evens out, finds corners, and goes back to the original', async () => {
    const { user, world, dialog } = await edit();
    await user.click(within(dialog).getByRole('button', { name: 'Find corners again' }));
    await within(dialog).findByRole('button', { name: 'Top left corner, 10 % from the left, 10 % from the top' });
    await user.click(within(dialog).getByRole('button', { name: 'Turn left' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Even light' }));
    await user.click(within(dialog).getByRole('button', { name: 'Back to the original' }));
    await within(dialog).findByRole('button', { name: 'Top left corner, 0 % from the left, 0 % from the top' });
    await user.click(within(dialog).getByRole('button', { name: 'Turn right' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved(world)).toMatchObject({ edit: { turn: 90, corners: null, even: false } }));
  });

  it('shows what would be sent', async () => {
    const { user, dialog } = await edit();
    await user.click(within(dialog).getByText('After'));
    await within(dialog).findByRole('img', { name: 'The page as it would be sent' });
  });

  it('changes nothing when it is left', async () => {
    const { user, world, dialog } = await edit();
    await user.click(within(dialog).getByRole('button', { name: 'Turn right' }));
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(requestsOf(world, 'captures.save')).toEqual([]);
  });
});
