import { act, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Customer, CustomerFields } from '../../../../preload/contract/customers.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { sampleCustomer, sampleDocument } from '../../fake/sample-customers.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { say, setState, type World } from '../../fake/world.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start, type Stage } from '../../stage.tsx';

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

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => ({ close: () => undefined }));
});
afterEach(() => vi.unstubAllGlobals());

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
  it('are opened first, then kept for the chosen slot, and a new customer is kept with them', async () => {
    const { user, world } = start('/customers/new', { world: { customers: [] } });
    await screen.findByRole('button', { name: 'Choose a file' });
    await user.upload(fileInput(), picture());
    await screen.findByText('Kept, PNG, 1 kB');
    expect(requestsOf(world, 'documents.add')).toMatchObject([{ slot: 'identity', name: 'passport.png', pages: null }]);
    expect(await screen.findByRole('img', { name: 'Passport page: passport.png' })).toBeDefined();
    await screen.findByText('passport.png is kept as passport page.');
  });

  it('are refused in words when they are not what they say, and the earlier one stays', async () => {
    const { user, world } = desk(withPage(), { files: new Map([['doc-identity', samplePng(8, 8)]]) });
    await screen.findByRole('button', { name: 'Choose another file' });
    await user.upload(fileInput(), new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'page.png', { type: 'image/png' }));
    expect((await screen.findByRole('alert')).textContent).toBe('page.png is an SVG drawing. Blaaiz takes PDF, JPEG and PNG.Save it as PDF, JPEG or PNG and add that file. The earlier file stays: page.png.');
    expect(requestsOf(world, 'documents.add')).toEqual([]);
  });

  it('are refused when they don’t decode', async () => {
    vi.stubGlobal('createImageBitmap', async () => { throw new Error('bad picture'); });
    const { user, world } = desk(draft());
    await screen.findByRole('button', { name: 'Choose a file' });
    await user.upload(fileInput(), picture('broken.png'));
    expect((await screen.findByRole('alert')).textContent).toContain('broken.png is damaged: it does not open.');
    expect(requestsOf(world, 'documents.add')).toEqual([]);
  });

  it('can be pasted anywhere on the screen, while pasted text stays text', async () => {
    const { world } = desk(draft());
    await screen.findByRole('button', { name: 'Choose a file' });
    fireEvent.paste(await field('Street'), { clipboardData: { files: [picture('image.png')], types: ['text/plain', 'Files'] } });
    expect(requestsOf(world, 'documents.add')).toEqual([]);
    fireEvent.paste(document.body, { clipboardData: { files: [picture('image.png')], types: ['Files'] } });
    await waitFor(() => expect(requestsOf(world, 'documents.add')).toMatchObject([{ slot: 'identity', name: 'image.png' }]));
  });

  it('can be dropped anywhere on their side, and only one at a time', async () => {
    const { user, world } = desk(draft());
    await user.click(await screen.findByRole('button', { name: 'Proof of address' }));
    const side = screen.getByRole('region', { name: 'Documents' });
    fireEvent.drop(side, { dataTransfer: { files: [picture('a.png'), picture('b.png')], types: ['Files'] } });
    await screen.findByText('2 files came at once, and each place takes one.');
    fireEvent.drop(side, { dataTransfer: { files: [picture('a.png')], types: ['Files'] } });
    await waitFor(() => expect(requestsOf(world, 'documents.add')).toMatchObject([{ slot: 'proof_of_address', name: 'a.png' }]));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('never replace the page when dropped beside their side', async () => {
    desk(draft());
    await screen.findByRole('button', { name: 'Choose a file' });
    const drop = createEvent.drop(document.body);
    fireEvent(document.body, drop);
    expect(drop.defaultPrevented).toBe(true);
  });

  it('can be removed again', async () => {
    const { user, world } = desk(withPage());
    await user.click(await screen.findByRole('button', { name: /Remove the file of passport page/ }));
    await screen.findByRole('button', { name: 'Choose a file' });
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
