import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerFields, CustomerState } from '../../../../preload/contract/customers.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { Handlers } from '../../fake/handlers.ts';
import { sampleCustomer } from '../../fake/sample-customers.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const hour = 3_600_000;
const fields: Partial<CustomerFields> = {
  firstName: 'Amara', lastName: 'Dike', country: 'NG', email: 'amara@dike.example', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22',
};
const open = (state: CustomerState, change: Partial<Customer> = {}, handlers: Partial<Handlers> = {}) => (
  start('/customers/c1', { world: { customers: [sampleCustomer('c1', state, fields, Date.now(), change)] }, handlers })
);
const pending = (hours: number) => ({ pendingSince: Date.now() - hours * hour });

describe('a customer being verified', () => {
  it.each([[0.5, 'Pending', 'Normal up to 2 h', '30 min'], [3, 'Late', 'Normal up to 2 h, write at 5 h', '3 h'], [6, 'Escalate now', 'Longer than 5 h: write to Blaaiz now', '6 h']])(
    'after %d h is %s', async (hours, word, norm, waited) => {
      open('pending', pending(hours));
      await screen.findByText(norm);
      expect(screen.getByText(word)).toBeDefined();
      expect(screen.getByText(waited)).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Prepare note' }) === null).toBe(hours < 2);
    },
  );

  it('is looked at when asked, and says why when that fails', async () => {
    const error: AppError = { code: 'offline', message: 'Blaaiz is not reached.', fix: 'Look again when the network is back.' };
    const { user } = open('pending', pending(1), { 'customers.check': () => fail(error) });
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Blaaiz is not reached.Look again when the network is back.');
  });

  it('has a note for support ready to copy', async () => {
    const { user } = open('pending', pending(6), { 'customers.supportNote': () => ok({ subject: 'Customer r1', body: 'Hello,\nit waits.' }) });
    await user.click(await screen.findByRole('button', { name: 'Prepare note' }));
    const dialog = await screen.findByRole('dialog', { name: 'Note to Blaaiz support' });
    await within(dialog).findByText('Customer r1');
    await user.click(within(dialog).getByRole('button', { name: 'Copy text' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('Hello,\nit waits.'));
  });

  it('shows facts, and sends a change only when it is right', async () => {
    const { user, world } = open('pending', pending(1));
    await user.click(await screen.findByRole('button', { name: 'Change something' }));
    const email = await screen.findByRole('textbox', { name: 'E-mail' });
    await user.clear(email);
    await user.type(email, 'amara@dike');
    await user.click(screen.getByRole('button', { name: 'Send to Blaaiz' }));
    await screen.findByText('One thing is not right yet');
    expect(requestsOf(world, 'customers.update')).toEqual([]);
    await user.type(email, '.example.org');
    await user.click(screen.getByRole('button', { name: 'Send to Blaaiz' }));
    await waitFor(() => expect(requestsOf(world, 'customers.update')).toMatchObject([{ id: 'c1', fields: { email: 'amara@dike.example.org' } }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send to Blaaiz' })).toBeNull());
  });
});

describe('a verified customer', () => {
  const locked = ['firstName', 'lastName', 'dob', 'idType', 'idNumber', 'country', 'email', 'idExpiryDate'];

  it('has its locked fields locked since a day, and the empty ones open', async () => {
    const { user, world } = open('verified', { locked });
    const name = await screen.findByRole('textbox', { name: 'Given names' }) as HTMLInputElement;
    expect(name.readOnly).toBe(true);
    expect(screen.getAllByText(/^locked since 3 Nov/)).toHaveLength(locked.length);
    expect((screen.getByRole('textbox', { name: /^Kind of document/ }) as HTMLInputElement).value).toBe('Passport');
    await user.type(screen.getByRole('textbox', { name: 'Street' }), '12 Anyder Quay');
    await screen.findByText('One change is not sent yet.');
    await user.click(screen.getByRole('button', { name: 'Send to Blaaiz' }));
    await waitFor(() => expect(requestsOf(world, 'customers.update')).toMatchObject([{ fields: { street: '12 Anyder Quay', firstName: 'Amara' } }]));
  });

  it('says what Blaaiz refused beside its field, and puts a change back', async () => {
    const error: AppError = { code: 'customer-locked', message: 'Blaaiz locked it.', fields: [{ path: 'street', message: 'Locked since the verification.' }] };
    const { user } = open('verified', { locked }, { 'customers.update': () => fail(error) });
    const street = await screen.findByRole('textbox', { name: 'Street' }) as HTMLInputElement;
    await user.type(street, '12 Anyder Quay');
    await user.click(screen.getByRole('button', { name: 'Send to Blaaiz' }));
    await waitFor(() => expect(street.getAttribute('aria-invalid')).toBe('true'));
    await user.click(screen.getByRole('button', { name: 'Put back' }));
    expect(street.value).toBe('');
    await waitFor(() => expect(street.getAttribute('aria-invalid')).toBeNull());
  });

  it('starts a payout for this customer with N', async () => {
    const { user } = open('verified');
    await screen.findByRole('button', { name: /New payout/ });
    await user.keyboard('n');
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/new?customer=c1'));
  });

  it('makes payouts wait while Blaaiz makes extra checks', async () => {
    const { user } = open('verified', { extraChecks: true });
    await screen.findByText('Blaaiz is making extra checks on this customer.');
    const pay = screen.getByRole('button', { name: /New payout/ });
    expect(pay.getAttribute('aria-disabled')).toBe('true');
    await user.click(pay);
    expect(window.location.hash).toBe('#/customers/c1');
  });
});

describe('a rejected customer', () => {
  it('shows Blaaiz’s own words, and is corrected and sent again', async () => {
    const { user } = open('rejected', { comment: 'Front image is cropped.' });
    await screen.findByRole('heading', { name: 'Blaaiz rejected this customer: “Front image is cropped.”' });
    await user.click(screen.getByRole('button', { name: /Correct and send again/ }));
    await screen.findByRole('textbox', { name: 'Given names' });
    await user.click(screen.getByRole('button', { name: /Send again/ }));
    await screen.findByRole('heading', { name: 'Being verified' });
  });

  it('says when no reason came, with what to go through', async () => {
    open('rejected');
    await screen.findByRole('heading', { name: 'Blaaiz rejected this customer and gave no reason through its API' });
    expect(screen.getByText('The picture is sharp, without glare, with all four corners in it.')).toBeDefined();
  });
});

it('says so when the customer is not here any more', async () => {
  start('/customers/gone');
  expect((await screen.findByRole('alert')).textContent).toContain('This customer is not here any more.');
});
