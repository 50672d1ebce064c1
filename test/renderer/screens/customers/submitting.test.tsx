import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../../preload/contract/api.ts';
import type { Customer, CustomerFields } from '../../../../preload/contract/customers.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { customerRow } from '../../fake/customer-handlers.ts';
import type { Handlers } from '../../fake/handlers.ts';
import { sampleCustomer, sampleDocument } from '../../fake/sample-customers.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { changed, say, setState, type World } from '../../fake/world.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const fields: Partial<CustomerFields> = {
  firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', email: 'thea@quay.example', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22',
};
const page = sampleDocument('identity', Date.now(), { bytes: 1000, mime: 'image/png', pages: null });
const bill = sampleDocument('proof_of_address', Date.now(), { bytes: 2000 });
const ready = (change: Partial<Customer> = {}) => sampleCustomer('c1', 'draft', fields, Date.now(), { documents: [page, bill], ...change });
const files = () => new Map([['doc-identity', samplePng(8, 8)]]);
const open = (customer: Customer, handlers: Partial<Handlers> = {}) => start('/customers/c1', { world: { customers: [customer], files: files() }, handlers });

function put(world: World, change: Partial<Customer>): void {
  world.customers = world.customers.map((one) => ({ ...one, ...change }));
  act(() => changed(world, ['customers'], 'c1'));
}

/** A submission that stays on its way until it is told how it ends. */
function held() {
  let end: (answer: Awaited<ReturnType<Handlers['customers.submit']>>) => void = () => undefined;
  const submit: Handlers['customers.submit'] = () => new Promise((resolve) => { end = resolve; });
  return { handlers: { 'customers.submit': submit }, end: (answer: Parameters<typeof end>[0]) => act(async () => end(answer)) };
}

describe('submitting a customer', () => {
  it('goes by Ctrl Enter, once, and leads to the customer’s page', async () => {
    const { user, world } = open(ready());
    await screen.findByRole('button', { name: /Submit for verification/ });
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'Being verified' });
    expect(requestsOf(world, 'customers.submit')).toEqual([{ id: 'c1' }]);
  });

  it('says each step in words, shows how far each file is, and can be stopped by file or whole', async () => {
    const run = held();
    const { user, world } = open(ready(), run.handlers);
    await user.click(await screen.findByRole('button', { name: /Submit for verification/ }));
    await waitFor(() => expect(requestsOf(world, 'customers.submit')).toHaveLength(1));
    put(world, { state: 'submitting' });
    await screen.findByText('Creating the customer at Blaaiz');
    put(world, { remoteId: 'r1', documents: [page, { ...bill, state: 'uploading' }] });
    await screen.findByText('Uploading 1 of 2');
    act(() => say(world, 'progress', { customerId: 'c1', documentId: bill.id, sent: 1240, total: 2000 }));
    await screen.findByText('62%');
    expect(screen.getByRole('progressbar', { name: 'Proof of address: uploading' }).getAttribute('aria-valuenow')).toBe('62');
    expect((screen.getByRole('textbox', { name: 'Given names' }).closest('fieldset') as HTMLFieldSetElement).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Stop uploading proof of address' }));
    await user.click(screen.getByRole('button', { name: 'Stop all' }));
    expect(requestsOf(world, 'customers.cancelUpload')).toEqual([{ id: 'c1', slot: 'proof_of_address' }, { id: 'c1', slot: null }]);
    put(world, { documents: [{ ...page, state: 'uploading' }, { ...bill, state: 'uploaded', sent: 2000 }] });
    await screen.findByText('Uploading 2 of 2');
    put(world, { documents: [{ ...page, state: 'uploaded' }, { ...bill, state: 'uploaded' }] });
    await screen.findByText(/^Attaching the files/);
    put(world, { state: 'pending', pendingSince: Date.now() });
    await run.end(ok(world.customers[0] as Customer));
    await screen.findByRole('heading', { name: 'Being verified' });
  });

  it('keeps what was cut, says where, and goes on from the file or the header', async () => {
    const problem: AppError = { code: 'offline', message: 'Proof of address: the network is gone.', fix: 'The file is safe here. Press Continue.' };
    const cut = ready({ state: 'cut', remoteId: 'r1', problem, documents: [page, { ...bill, state: 'cut', sent: 800, problem: 'Stopped at 40%.' }] });
    const { user, world } = open(cut);
    expect((await screen.findByRole('alert')).textContent).toBe('Proof of address: the network is gone.The file is safe here. Press Continue.');
    await screen.findByText('Cut at 40%');
    await user.click(screen.getByRole('button', { name: 'Continue uploading proof of address' }));
    await screen.findByRole('heading', { name: 'Being verified' });
    expect(requestsOf(world, 'customers.submit')).toHaveLength(1);
  });

  it('stays kept while offline, and says why it doesn’t go', async () => {
    const { user, world } = open(ready());
    const submit = () => screen.getByRole('button', { name: /Submit for verification/ });
    await waitFor(() => expect(submit().getAttribute('aria-disabled')).toBeNull());
    act(() => void setState(world, { connection: { online: false, since: Date.now(), detail: null, budget: null } }));
    await waitFor(() => expect(submit().getAttribute('aria-disabled')).toBe('true'));
    await user.click(submit());
    await user.tab({ shift: true });
    await user.tab();
    await screen.findByText('You are offline. It stays here, and nothing is sent by itself.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(requestsOf(world, 'customers.submit')).toEqual([]);
  });

  it('leads to the field that Blaaiz refused, until it is changed', async () => {
    const error: AppError = { code: 'conflict', message: 'Blaaiz has another customer with this e-mail.', fix: 'Use this person’s own.', fields: [{ path: 'email', message: 'Another customer at Blaaiz has this e-mail.' }] };
    const { user, world } = open(ready(), { 'customers.submit': () => fail(error) });
    await user.click(await screen.findByRole('button', { name: /Submit for verification/ }));
    await screen.findByText('One thing is not right yet');
    const email = screen.getByRole('textbox', { name: 'E-mail' });
    expect(document.activeElement).toBe(email);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    await user.clear(email);
    await user.type(email, 'own@quay.example');
    await waitFor(() => expect(screen.queryByText('One thing is not right yet')).toBeNull());
    expect(world.customers[0]?.state).toBe('draft');
  });
});

describe('a customer who may be here already', () => {
  const other = sampleCustomer('c2', 'verified', { ...fields, firstName: 'Thea', email: 'other@quay.example' }, Date.now());
  const twin = (where: 'here' | 'provider') => ({ customer: { ...customerRow(other), id: where === 'here' ? 'c2' : 'remote-9' }, fields: other.fields, alike: ['Same document number'], where });
  const withTwin = (where: 'here' | 'provider') => start('/customers/c1', {
    world: { customers: [ready(), other], files: files() }, handlers: { 'customers.twins': () => ok([twin(where)]) },
  });

  it('is put side by side before anything is sent, and another person goes on', async () => {
    const { user, world } = withTwin('here');
    await user.click(await screen.findByRole('button', { name: /Submit for verification/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Is this the same person?' });
    expect(within(dialog).getByRole('row', { name: /^Passport number/ }).textContent).toBe('Passport numberT41X88205T41X88205same');
    expect(within(dialog).getByRole('row', { name: /^E-mail/ }).textContent).toBe('E-mailthea@quay.exampleother@quay.example');
    expect(requestsOf(world, 'customers.submit')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'It is another person' }));
    await waitFor(() => expect(requestsOf(world, 'customers.submit')).toEqual([{ id: 'c1' }]));
    expect(requestsOf(world, 'customers.twins')).toHaveLength(1);
  });

  it('is used instead when it is the same, and the draft stays until it is thrown away', async () => {
    const { user, world } = withTwin('here');
    await user.click(await screen.findByRole('button', { name: /Submit for verification/ }));
    await user.click(await screen.findByRole('button', { name: 'Use this one' }));
    await screen.findByRole('heading', { name: 'Thea Marlowe' });
    expect(world.customers.map(({ id }) => id)).toEqual(['c1', 'c2']);
    await user.click(await screen.findByRole('button', { name: 'Throw it away' }));
    await waitFor(() => expect(world.customers.map(({ id }) => id)).toEqual(['c2']));
    expect(requestsOf(world, 'customers.submit')).toEqual([]);
  });

  it('is taken over when it is only at Blaaiz', async () => {
    const { user, world } = withTwin('provider');
    await user.click(await screen.findByRole('button', { name: /Submit for verification/ }));
    await user.click(await screen.findByRole('button', { name: 'Use this one' }));
    await screen.findByRole('heading', { name: 'Adopted remote-9' });
    expect(requestsOf(world, 'customers.adopt')).toEqual([{ remoteId: 'remote-9' }]);
  });

  it('is hinted at as soon as the form can tell, once a question', async () => {
    const twins: Request<'customers.twins'>[] = [];
    const { user } = start('/customers/c1', {
      world: { customers: [ready(), other], files: files() }, handlers: { 'customers.twins': (request) => { twins.push(request); return ok([twin('here')]); } },
    });
    await user.click(await screen.findByRole('textbox', { name: 'Passport number' }));
    await user.tab();
    await screen.findByText('This may be Thea Marlowe, who is a customer already.');
    await user.click(screen.getByRole('textbox', { name: 'E-mail' }));
    await user.tab();
    expect(twins).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    await user.click(await screen.findByRole('button', { name: 'It is another person' }));
    await waitFor(() => expect(screen.queryByText(/This may be/)).toBeNull());
  });
});
