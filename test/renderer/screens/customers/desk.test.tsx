import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerFields } from '../../../../preload/contract/customers.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { goodEvidence, letterEvidence } from '../../fake/sample-evidence.ts';
import { sampleCustomer, sampleDocument } from '../../fake/sample-customers.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { say, setState, type World } from '../../fake/world.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { looks, start, type Stage } from '../../stage.tsx';

const whole: Partial<CustomerFields> = {
  firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', email: 'thea@quay.example', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22',
};
const picture = (name = 'passport.png') => new File([samplePng(8, 8)], name, { type: 'image/png' });
const draft = (change: Partial<Customer> = {}) => sampleCustomer('draft-1', 'draft', whole, Date.now(), change);
const withPage = () => draft({ documents: [sampleDocument('identity', Date.now(), { name: 'page.png', mime: 'image/png', pages: null })] });
const desk = (customer: Customer, more: Partial<World> = {}, handlers = {}) => start(`/customers/${customer.id}`, { world: { customers: [customer], ...more }, handlers });
const field = (name: string) => screen.findByRole('textbox', { name: new RegExp(`^${name}`) });
const lastSaved = ({ world }: Stage) => (requestsOf(world, 'customers.save').at(-1) as { readonly fields: CustomerFields } | undefined)?.fields;
const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;

const chooseReady = () => screen.findByRole('button', { name: 'Choose files' });

describe('a new customer', () => {
  it('begins in the first field and is kept as it is typed, as one customer', async () => {
    const stage = start('/customers/new', { world: { customers: [] } });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Given names' })));
    await stage.user.keyboard('Thea');
    await stage.user.tab();
    await stage.user.keyboard('Marlowe');
    await waitFor(() => expect(lastSaved(stage)).toMatchObject({ firstName: 'Thea', lastName: 'Marlowe' }));
    await screen.findByText(/Saved on this computer/);
    expect(stage.world.customers).toHaveLength(1);
  });

  it('comes back with what was typed after a lock', async () => {
    const stage = start('/customers/new', { world: { customers: [] } });
    await stage.user.type(await field('Given names'), 'Thea');
    act(() => say(stage.world, 'locking', {}));
    await waitFor(() => expect(requestsOf(stage.world, 'vault.flushed')).toHaveLength(1));
    expect(stage.world.customers[0]?.fields.firstName).toBe('Thea');
    act(() => void setState(stage.world, { phase: 'locked', lock: { at: Date.now(), reason: 'shortcut' } }));
    await screen.findByRole('heading', { name: 'Bursar is locked' });
    act(() => void setState(stage.world, { phase: 'ready', lock: null }));
    expect((await field('Given names') as HTMLInputElement).value).toBe('Thea');
    expect(stage.world.customers).toHaveLength(1);
  });

  it('does not offer a national ID card, and says why', async () => {
    start('/customers/new');
    expect((await screen.findByRole('radio', { name: 'National ID' }) as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText('Blaaiz refuses national ID cards for individuals.')).toBeDefined();
  });

  it('calls the tax number what the country calls it', async () => {
    desk(draft());
    await field('KRA PIN');
  });
});

describe('checking the form', () => {
  it('says what is wrong on leaving a field, not while typing, and calms at once when it is mended', async () => {
    const { user } = desk(draft());
    const email = await field('E-mail');
    await user.clear(email);
    await user.type(email, 'thea@quay');
    expect(email.getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    await waitFor(() => expect(email.getAttribute('aria-invalid')).toBe('true'));
    await user.type(email, '.example');
    await waitFor(() => expect(email.getAttribute('aria-invalid')).toBeNull());
  });

  it('leaves a field alone that was only passed through', async () => {
    const { user } = start('/customers/new');
    await waitFor(() => expect(document.activeElement?.id).toBe('customer-firstName'));
    await user.tab();
    await user.tab();
    expect(screen.queryByText(/is missing/)).toBeNull();
  });

  it('can’t be submitted yet, says why, and leads to each field', async () => {
    const { user, world } = desk(draft({ fields: { ...draft().fields, lastName: '' } }));
    const submit = await screen.findByRole('button', { name: /Submit for verification/ });
    expect(submit.getAttribute('aria-disabled')).toBe('true');
    await user.click(submit);
    await screen.findByText('2 things are not right yet');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Family name/ }));
    await user.click(screen.getAllByRole('button', { name: 'Passport page' })[0] as HTMLElement);
    expect(document.activeElement?.id).toBe('customer-identity');
    expect(requestsOf(world, 'customers.submit')).toEqual([]);
  });

  it('asks for the back of a card, not of a passport', async () => {
    const { user } = desk(withPage());
    await screen.findByRole('button', { name: 'Passport page' });
    expect(screen.queryByRole('button', { name: /back/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Driving licence' }));
    await screen.findByRole('button', { name: 'Driving licence, back' });
    expect((await screen.findByRole('button', { name: /Submit/ })).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('documents', () => {
  it('are opened, kept as they came, looked at, made anew and placed, and a new customer is kept with them', async () => {
    const looker = looks();
    const { user, world } = start('/customers/new', { world: { customers: [] } });
    await chooseReady();
    await user.upload(fileInput(), picture());
    await screen.findByRole('img', { name: 'Passport page: passport.png' });
    expect(requestsOf(world, 'captures.add')).toMatchObject([{ name: 'passport.png', source: 'file', pages: 1 }]);
    expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'identity', name: 'passport.png', evidence: [goodEvidence] }]);
    expect(looker.calls).toEqual(expect.arrayContaining(['open passport.png', 'look passport.png 1 identity', 'make passport.png 1 0']));
    await screen.findByText('passport.png is kept as passport page.');
    expect(world.captures.map(({ documentId }) => documentId)).toEqual([world.customers[0]?.documents[0]?.id]);
  });

  it('are refused in words by name; the others of the drop go on, and the earlier one stays', async () => {
    looks();
    const { user, world } = desk(withPage(), { files: new Map([['doc-identity', samplePng(8, 8)]]) });
    await screen.findByRole('button', { name: 'Remove the file of passport page' });
    await user.upload(fileInput(), new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'page.png', { type: 'image/png' }));
    expect((await screen.findByRole('alert')).textContent).toContain('page.png is an SVG drawing.Save it as PDF, JPEG or PNG and add that file. The earlier file stays: page.png.');
    expect(requestsOf(world, 'captures.add')).toEqual([]);
    fireEvent.drop(screen.getByRole('region', { name: 'Documents' }), { dataTransfer: { files: [new File(['x'], 'a.png'), new File(['x'], 'b.png'), picture('c.png')], types: ['Files'] } });
    await screen.findByText('2 files can’t be used');
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'identity', name: 'c.png' }]));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are not kept when their page can’t be looked at', async () => {
    looks({ torn: { 'broken.png': { code: 'file-damaged', message: 'broken.png is damaged: it does not open.' } } });
    const { user, world } = desk(draft());
    await chooseReady();
    await user.upload(fileInput(), picture('broken.png'));
    expect((await screen.findByRole('alert')).textContent).toContain('broken.png is damaged: it does not open.');
    expect(requestsOf(world, 'documents.place')).toEqual([]);
    expect(world.captures).toEqual([]);
  });

  it('can be pasted anywhere on the screen, while pasted text stays text', async () => {
    looks();
    const { world } = desk(draft());
    await chooseReady();
    fireEvent.paste(await field('Street'), { clipboardData: { files: [picture('image.png')], types: ['text/plain', 'Files'] } });
    expect(requestsOf(world, 'captures.add')).toEqual([]);
    fireEvent.paste(document.body, { clipboardData: { files: [picture('image.png')], types: ['Files'] } });
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'identity', name: 'image.png' }]));
    expect(requestsOf(world, 'captures.add')).toMatchObject([{ source: 'paste' }]);
  });

  it('wait in the tray when they are several, and are put together', async () => {
    const looker = looks({ evidence: () => letterEvidence });
    const { user, world } = desk(draft());
    await user.click(await screen.findByRole('button', { name: 'Proof of address' }));
    fireEvent.drop(screen.getByRole('region', { name: 'Documents' }), { dataTransfer: { files: [picture('a.png'), picture('b.png')], types: ['Files'] } });
    await user.click(await screen.findByRole('button', { name: 'Put 2 pages together' }));
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'proof_of_address', name: 'a.pdf', captureIds: [expect.any(String), expect.any(String)] }]));
    expect(looker.calls).toContain('merge 2');
    await screen.findByText('nothing waits');
  });

  it('never replace the page when dropped beside their side', async () => {
    desk(draft());
    await chooseReady();
    const drop = createEvent.drop(document.body);
    fireEvent(document.body, drop);
    expect(drop.defaultPrevented).toBe(true);
  });

  it('can be removed again, and their pages go back to the tray', async () => {
    looks();
    const { user, world } = desk(draft());
    await chooseReady();
    await user.upload(fileInput(), picture());
    await user.click(await screen.findByRole('button', { name: /Remove the file of passport page/ }));
    await screen.findByText('1 page waits');
    expect(requestsOf(world, 'documents.remove')).toHaveLength(1);
  });
});

describe('throwing a draft away', () => {
  it('asks first, and then it is gone', async () => {
    const { user, world } = desk(draft());
    await user.click(await screen.findByRole('button', { name: 'Throw away' }));
    await screen.findByRole('alertdialog', { name: 'Throw this draft away?' });
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(world.customers).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Throw away' }));
    await screen.findByRole('alertdialog');
    await user.click(screen.getAllByRole('button', { name: 'Throw away' }).at(-1) as HTMLElement);
    await screen.findByRole('heading', { name: /Customers/ });
    expect(world.customers).toEqual([]);
  });

  it('stays and says why when main refuses', async () => {
    const error: AppError = { code: 'conflict', message: 'Blaaiz has this customer, or may have it, so it stays here.' };
    const { user } = desk(draft(), {}, { 'customers.discard': () => fail(error) });
    await user.click(await screen.findByRole('button', { name: 'Throw away' }));
    await screen.findByRole('alertdialog');
    await user.click(screen.getAllByRole('button', { name: 'Throw away' }).at(-1) as HTMLElement);
    expect((await screen.findByRole('alert')).textContent).toContain('so it stays here');
  });
});
