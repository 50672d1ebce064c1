import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../../preload/contract/errors.ts';
import type { Price } from '../../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { builtInProfile } from '../../fake/app-state.ts';
import { samplePrice } from '../../fake/sample-payouts.ts';
import { setState } from '../../fake/world.ts';
import { makeFakeBursar, requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const review = '/payouts/payout-9/review';
const sendButton = () => screen.findByRole('button', { name: 'Send 1,180.00 GBP' });
const now = Date.UTC(2026, 10, 20, 14, 13);
const priced = (minor: number): Price => samplePrice(minor, 'GBP', 'NGN', now);

describe('checking and sending', () => {
  it('reads conditions and price anew and shows what arrives in figures and words', async () => {
    const { world } = start(review);
    expect(await screen.findByText('Two million, three hundred and forty-three thousand, five hundred and seventy-six naira and 38 kobo')).toBeDefined();
    expect(requestsOf(world, 'payouts.prerequisites')).toContainEqual({ id: 'payout-9', fresh: true });
    expect(await screen.findByText('17,060.55 GBP stays in the wallet')).toBeDefined();
    expect(screen.getByText('Real money leaves the wallet.')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Check and send' }));
  });

  it('sends once, however often it is pressed, with the price that was seen', async () => {
    const { user, world } = start(review);
    const button = await sendButton();
    await user.dblClick(button);
    expect(await screen.findByText(/Leaves in \d s/)).toBeDefined();
    const sent = requestsOf(world, 'payouts.send');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ id: 'payout-9', revision: 3, accepted: { send: { minor: 118_000, currency: 'GBP' } } });
  });

  it('is never sent by a shortcut', async () => {
    const { user, world } = start(review);
    await sendButton();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });

  it('can be taken back with Esc', async () => {
    const { user, world } = start(review);
    await user.click(await sendButton());
    await screen.findByText(/Leaves in/);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Check and send' })).toBeDefined();
    expect(requestsOf(world, 'payouts.takeBack')).toEqual([{ id: 'payout-9' }]);
  });

  it('strikes the old price beside the new one and sends only after it was accepted', async () => {
    const changed: AppError = { code: 'price-changed', message: 'The price changed since you saw it. Nothing was sent.' };
    const prices = [priced(118_000)];
    const send = vi.fn(() => fail(changed));
    const { user } = start(review, { handlers: { 'payouts.price': () => ok(prices.shift() ?? { ...priced(118_000), receive: { minor: 200_000_000, currency: 'NGN' } }), 'payouts.send': send } });
    await user.click(await sendButton());
    const accept = await screen.findByRole('button', { name: 'Accept new price' });
    expect(screen.getByText('2,343,576.38').closest('s')).not.toBeNull();
    expect(screen.getByText('2,000,000.00').closest('s')).toBeNull();
    expect(screen.getByText(/^Arrives: 2,343,576.38 NGN before, 2,000,000.00 NGN now\./)).toBeDefined();
    expect(screen.getByText('Accepting sends nothing: you send it next.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Send / })).toBeNull();
    await user.click(accept);
    await user.click(await sendButton());
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    const second = (send.mock.calls as unknown as readonly (readonly [{ readonly accepted: Price }])[])[1];
    expect(second?.[0].accepted.receive.minor).toBe(200_000_000);
  });

  it('says so when the price changed and is back already', async () => {
    const changed: AppError = { code: 'price-changed', message: 'The price changed since you saw it. Nothing was sent.' };
    const { user } = start(review, { handlers: { 'payouts.price': () => ok(priced(118_000)), 'payouts.send': () => fail(changed) } });
    await user.click(await sendButton());
    expect(await screen.findByText(changed.message)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Accept new price' })).toBeNull();
  });

  it('says both balances when the wallet got too small', async () => {
    const small: AppError = { code: 'insufficient-funds', message: 'Not sent: the wallet holds 20.00 GBP.', fix: 'Top it up.', fields: [{ path: 'balance', message: 'Balance: 10,000.00 GBP before, 20.00 GBP now' }] };
    const { user } = start(review, { handlers: { 'payouts.send': () => fail(small) } });
    await user.click(await sendButton());
    expect(await screen.findByText('Balance: 10,000.00 GBP before, 20.00 GBP now. Top it up.')).toBeDefined();
  });

  it('offers no sending when the price does not add up', async () => {
    const wrong = { ...priced(118_000), converted: { minor: 1, currency: 'GBP' as const } };
    const { user, world } = start(review, { handlers: { 'payouts.price': () => ok(wrong) } });
    const button = await sendButton();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
    expect(screen.getByText(/Does not add up by/)).toBeDefined();
  });

  it('offers no sending offline and says that nothing sends itself', async () => {
    const { world } = makeFakeBursar();
    const state = { ...world.state, connection: { ...world.state.connection, online: false } };
    start(review, { world: { state } });
    const button = await sendButton();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('You are offline. It stays ready; nothing is sent by itself.')).toBeDefined();
  });

  it('says SANDBOX and sends in the sandbox there', async () => {
    const { world } = start(review);
    await sendButton();
    setState(world, { profile: builtInProfile });
    const foot = within(await screen.findByRole('complementary', { name: 'Checked just now' }));
    expect(await foot.findByRole('button', { name: 'Send in sandbox' })).toBeDefined();
    expect(foot.getByText('SANDBOX')).toBeDefined();
    expect(foot.queryByText('Real money leaves the wallet.')).toBeNull();
  });

  it('shows what main refuses and lets it be tried again', async () => {
    const short: AppError = { code: 'insufficient-funds', message: 'Not sent: the wallet holds 1.00 GBP, this needs 1,180.00 GBP.', fix: 'Top it up or lower the amount. The payout stays ready.' };
    const { user } = start(review, { handlers: { 'payouts.send': () => fail(short) } });
    await user.click(await sendButton());
    expect(await screen.findByText(short.message)).toBeDefined();
    expect((await sendButton()).getAttribute('aria-disabled')).toBeNull();
  });

  it('goes back to the form', async () => {
    const { user, world } = start(review);
    await user.click(await screen.findByRole('button', { name: 'Change something' }));
    expect(await screen.findByRole('button', { name: /Review payout/ })).toBeDefined();
    expect(requestsOf(world, 'payouts.change')).toEqual([{ id: 'payout-9' }]);
  });
});
