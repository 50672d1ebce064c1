import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../../preload/contract/errors.ts';
import type { Request } from '../../../../preload/contract/api.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { requestsOf, type FakeBursar } from '../../fake-bursar.ts';
import { start, type Stage } from '../../stage.tsx';
import { payoutHandlers } from '../../fake/payout-handlers.ts';
import { say } from '../../fake/world.ts';

const draftOf = ({ world }: FakeBursar, at = -1) => (requestsOf(world, 'payouts.save').at(at) as { readonly draft: { readonly reference: string } }).draft;
const reference = () => screen.findByRole('textbox', { name: /Reference/ });

/** Takes an option and waits until its list has gone and the focus is back. */
async function choose(user: Stage['user'], name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('option', { name }));
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
}

async function fillIn({ user }: Stage): Promise<void> {
  await user.type(await screen.findByRole('combobox', { name: 'Customer' }), 'Adaeze');
  await choose(user, /Adaeze/);
  screen.getByRole('button', { name: /Wallet/ }).focus();
  await user.keyboard('Pou');
  expect(await screen.findByText(/Blaaiz wallet, read/)).toBeDefined();
  await user.type(screen.getByRole('combobox', { name: 'Payee' }), 'Okon');
  await choose(user, /Okonjo/);
  await user.type(await screen.findByRole('textbox', { name: 'You send' }), '2400');
}

describe('a new payout', () => {
  it('is kept once something is typed, as one draft', async () => {
    const stage = start('/payouts/new');
    await stage.user.type(await reference(), 'AN-0099');
    await waitFor(() => expect(draftOf(stage).reference).toBe('AN-0099'));
    const ids = requestsOf(stage.world, 'payouts.save').map((request) => (request as { readonly id: string | null }).id);
    expect(ids.filter((id) => id === null)).toHaveLength(1);
    expect(await screen.findByText(/Saved on this computer/)).toBeDefined();
  });

  it('takes everything over from a payee of the book, asks for the price, and shows that it adds up', async () => {
    const stage = start('/payouts/new');
    await fillIn(stage);
    expect(await screen.findByText('Bank says: OKONJO TEXTILES LTD. Matches the payee.')).toBeDefined();
    const money = await screen.findByRole('complementary', { name: 'Money' });
    expect(await within(money).findByText('2,400.00 − 31.50 = 2,368.50')).toBeDefined();
    expect(within(money).getByText('4,766,606.25')).toBeDefined();
    expect(within(money).getByText('15,840.55')).toBeDefined();
  });

  it('says what is missing, leads to it, and goes nowhere', async () => {
    const { user, world } = start('/payouts/new');
    await user.click(await screen.findByRole('button', { name: /Review payout/ }));
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('Customer')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Customer/ }));
    expect(requestsOf(world, 'payouts.ready')).toHaveLength(0);
  });

  it('goes on to review with Ctrl Enter when all is there', async () => {
    const stage = start('/payouts/new');
    await fillIn(stage);
    await screen.findByText(/Matches the payee/);
    await stage.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: 'Check and send' })).toBeDefined();
    expect(window.location.hash).toMatch(/\/payouts\/payout-\d+\/review/);
  });
});

describe('a draft', () => {
  it('checks an account number when its field is left, not while it is typed', async () => {
    const { user } = start('/payouts/payout-10');
    const field = await screen.findByRole('textbox', { name: 'Account number' });
    await user.clear(field);
    await user.type(field, '0123');
    expect(screen.queryByText(/10 digits/)).toBeNull();
    await user.tab();
    expect(await screen.findByText('A Nigerian account number has 10 digits.')).toBeDefined();
    await user.type(field, '456789');
    expect(screen.queryByText(/has 10 digits/)).toBeNull();
  });

  it('wants a decision about a holder who differs, and keeps it', async () => {
    const stage = start('/payouts/payout-10', { handlers: { 'banks.lookup': () => ({ ok: true, value: { accountName: 'CHIDI OBI' } }) } });
    expect(await screen.findByText('Bank says: CHIDI OBI. This differs from the payee.')).toBeDefined();
    await stage.user.click(await screen.findByRole('checkbox', { name: /I know this holder/ }));
    await waitFor(() => expect(draftOf(stage)).toMatchObject({ holderName: 'CHIDI OBI', holderAccepted: true }));
  });

  it('keeps what is typed when it can not be saved, says so, and saves it when asked', async () => {
    const full: AppError = { code: 'storage', message: 'The disk is full.', fix: 'Make room.' };
    let room = false;
    const save = vi.fn((request: Request<'payouts.save'>) => (room ? payoutHandlers(stage.world)['payouts.save'](request) : fail(full)));
    const stage: Stage = start('/payouts/payout-10', { handlers: { 'payouts.save': save } });
    const { user } = stage;
    const field = await reference();
    await user.type(field, 'AN-0100');
    expect(await screen.findByText('Not saved: The disk is full.')).toBeDefined();
    expect((field as HTMLInputElement).value).toBe('AN-0100');
    room = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Saved on this computer/)).toBeDefined();
    expect(draftOf(stage).reference).toBe('AN-0100');
  });

  it('is saved before the vault locks', async () => {
    const stage = start('/payouts/payout-10');
    await stage.user.type(await reference(), 'Z');
    say(stage.world, 'locking', {});
    await waitFor(() => expect(stage.world.calls.some(({ channel }) => channel === 'vault.flushed')).toBe(true));
    const order = stage.world.calls.map(({ channel }) => channel);
    expect(order.lastIndexOf('payouts.save')).toBeLessThan(order.indexOf('vault.flushed'));
    expect(draftOf(stage).reference).toBe('Z');
  });

  it('is thrown away only after asking', async () => {
    const { user, world } = start('/payouts/payout-10');
    await user.click(await screen.findByRole('button', { name: 'Throw this draft away' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(requestsOf(world, 'payouts.discard')).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.discard')).toEqual([{ id: 'payout-10' }]));
    await waitFor(() => expect(window.location.hash).toBe('#/payouts'));
  });
});
